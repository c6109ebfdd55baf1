// SPDX-License-Identifier: MIT

// What the desktop reads of the monitor: its entry, its metainfo, its icons, its manual page.
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <QXmlStreamReader>

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

    // What the desktop shows of it is in every language of the window.
    void theEntryIsTranslated_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"de", "es", "ru", "zh_CN"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void theEntryIsTranslated()
    {
        QFETCH(const QString, language);
        QFile file(resource(u"elector-monitor.desktop"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QMap<QString, QString> entry;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n'))
            entry.insert(line.section(u'=', 0, 0), line.section(u'=', 1));
        for (const QString &key : {u"GenericName"_s, u"Comment"_s, u"Keywords"_s}) {
            const QString words = entry.value(u"%1[%2]"_s.arg(key, language));
            QVERIFY2(!words.isEmpty(), qPrintable(key));
            QVERIFY2(words != entry.value(key), qPrintable(words));
            QCOMPARE(words.endsWith(u';'), entry.value(key).endsWith(u';'));
        }
        QVERIFY(!entry.contains(u"Name[%1]"_s.arg(language))); // it is called the same everywhere
    }

    void theMetainfoIsTranslated_data() { theEntryIsTranslated_data(); }
    void theMetainfoIsTranslated()
    {
        QFETCH(QString, language);
        QFile file(resource(u"elector-monitor.metainfo.xml"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QMap<QString, int> english;
        QMap<QString, int> translated;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement
                || !(xml.name() == u"summary"_s || xml.name() == u"p"_s))
                continue;
            const QString name = xml.name().toString();
            const QString in = xml.attributes().value(u"xml:lang"_s).toString().replace(u'-', u'_');
            if (xml.readElementText().trimmed().isEmpty())
                continue;
            ++(in.isEmpty() ? english : translated)[in.isEmpty() || in == language ? name : u"another"_s];
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        translated.remove(u"another"_s);
        QVERIFY(english.value(u"summary"_s) == 1 && english.value(u"p"_s) >= 2);
        QCOMPARE(translated, english);
    }

    void theMetainfoKnowsTheVersion()
    {
        QFile file(resource(u"elector-monitor.metainfo.xml"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Ended version = run(QStringLiteral(ELECTOR_BIN_DIR "/elector-monitor"), {u"--version"_s});
        const QString number = QString::fromUtf8(version.said).trimmed().section(u' ', 1);
        const QString newest
            = QString::fromUtf8(file.readAll()).section(u"<release version=\""_s, 1, 1).section(u'"', 0, 0);
        QVERIFY(!number.isEmpty());
        QCOMPARE(newest, number);
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
