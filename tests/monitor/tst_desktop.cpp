// SPDX-License-Identifier: MIT

// What the desktop reads of the monitor: its entry, its metainfo, its icons, its manual page.
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

namespace Elector {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

struct Ended
{
    int status = -1;
    QByteArray said;
};

Ended run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(patience))
        return {-1, process.errorString().toUtf8() + process.readAll()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAll()};
}

QString resource(const QString &name)
{
    return QStringLiteral(ELECTOR_SOURCE_DIR "/resources/") + name;
}

} // namespace

class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theEntryIsValid()
    {
        const Ended ended = run(u"desktop-file-validate"_s, {resource(u"elector-monitor.desktop"_s)});
        QVERIFY2(ended.status == 0 && ended.said.isEmpty(), ended.said.constData());
    }

    void theMetainfoIsValid()
    {
        const Ended ended
            = run(u"appstreamcli"_s,
                  {u"validate"_s, u"--no-net"_s, u"--strict"_s, resource(u"elector-monitor.metainfo.xml"_s)});
        QVERIFY2(ended.status == 0, ended.said.constData());
    }

    void theManualPageIsClean()
    {
        const Ended ended
            = run(u"groff"_s, {u"-man"_s, u"-Tutf8"_s, u"-ww"_s, u"-z"_s, resource(u"elector-monitor.1"_s)});
        QVERIFY2(ended.status == 0 && ended.said.isEmpty(), ended.said.constData());
    }

    void theManualPageKnowsEveryOption()
    {
        const Ended help = run(QStringLiteral(ELECTOR_BIN_DIR "/elector-monitor"), {u"--help"_s});
        QCOMPARE(help.status, 0);
        QFile page(resource(u"elector-monitor.1"_s));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString manual = QString::fromUtf8(page.readAll()).remove(u'\\');
        int options = 0;
        for (auto it = QRegularExpression(u"--[a-z-]+"_s).globalMatch(QString::fromUtf8(help.said)); it.hasNext();) {
            const QString option = it.next().captured();
            ++options;
            QVERIFY2(manual.contains(option), qPrintable(option));
        }
        QVERIFY(options >= 6);
    }

    void theIconHasEverySize()
    {
        for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512}) {
            const QImage icon(resource(u"icons/hicolor/%1x%1/apps/elector-monitor.png"_s.arg(size)));
            QCOMPARE(icon.size(), QSize(size, size));
            QCOMPARE(icon.pixelColor(0, 0).alpha(), 0); // rounded corners
            QCOMPARE(icon.pixelColor(size / 2, size / 8).alpha(), 255);
        }
    }
};

} // namespace Elector

QTEST_MAIN(Elector::TestDesktop)
#include "tst_desktop.moc"
