// SPDX-License-Identifier: MIT
#include "faults/patronicluster.h"
#include "faults/play.h"

#include "cliroom.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

#include <csignal>

using namespace Elector;
using namespace Elector::Faults;
using namespace Qt::StringLiterals;

/// Fail-overs by a real Patroni with a real etcd, one of each kind; `scripts/soak faults` plays more.
class TestPatroni : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holdsUnder_data();
    void holdsUnder();
    void leavesNothingBehind();

private:
    std::shared_ptr<PatroniCluster> m_cluster; ///< shared by the rooms, one after the other
};

void TestPatroni::holdsUnder_data()
{
    try {
        m_cluster = PatroniCluster::shared();
    } catch (const NotAvailable &lack) {
        QSKIP(lack.what());
    } catch (const Failure &failure) {
        QFAIL(failure.what());
    }
    QTest::addColumn<Scenario>("scenario");
    for (const Scenario &scenario : patroniFaults())
        QTest::newRow(scenario.name) << scenario;
}

void TestPatroni::holdsUnder()
{
    QFETCH(Scenario, scenario);
    const Outcome outcome = play(scenario, 1, 1);
    QVERIFY2(outcome.notAvailable.isEmpty(), qPrintable(outcome.notAvailable));
    QVERIFY2(outcome.violations.isEmpty(), qPrintable(outcome.violations.join(u'\n')));
}

namespace {

/// The folder that a leash below this process removes.
QString leashed(qint64 process)
{
    for (const qint64 below : descendants(process)) {
        QFile file(u"/proc/%1/cmdline"_s.arg(below));
        const QList<QByteArray> words
            = file.open(QIODevice::ReadOnly) ? file.readAll().split('\0') : QList<QByteArray>();
        for (qsizetype i = 1; i < words.size(); ++i) {
            if (words[i - 1].endsWith("/leash"))
                return QFile::decodeName(words[i]);
        }
    }
    return {};
}

int processesIn(const QString &folder)
{
    int count = 0;
    for (const QString &process : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        if (QFile::symLinkTarget(u"/proc/%1/cwd"_s.arg(process)).startsWith(folder + u'/'))
            ++count;
    }
    return count;
}

} // namespace

/// Whatever ends who has started them.
void TestPatroni::leavesNothingBehind()
{
    if (!m_cluster)
        QSKIP("there is no Patroni");
    m_cluster.reset();
    QProcess process;
    process.start(QStringLiteral(ELECTOR_BIN_DIR "/tests/faults"), {u"patroni-switchover"_s});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(!leashed(process.processId()).isEmpty(), 30'000);
    const QString folder = leashed(process.processId());
    constexpr int some = 8; // etcd, three of Patroni, and servers
    QTRY_VERIFY_WITH_TIMEOUT(processesIn(folder) >= some, 180'000);
    process.kill();
    QVERIFY(process.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(folder), 60'000);
    QCOMPARE(processesIn(folder), 0);
}

QTEST_GUILESS_MAIN(TestPatroni)
#include "tst_patroni.moc"
