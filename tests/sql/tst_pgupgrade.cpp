// SPDX-License-Identifier: MIT
#include "sqlroom.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Elector {

/// A cluster that pg_upgrade has brought from an older major version to that of the tests.
class PgUpgradeTest : public QObject
{
    Q_OBJECT

private:
    static TenureKey keyOf(const Reply &reply) { return {reply.row->leaderId, reply.row->term}; }
    /// Bids until it wins.
    Reply captured(NodeSession &node, int id, std::chrono::milliseconds lease)
    {
        Reply reply;
        for (int i = 0; i < 3000; ++i) {
            reply = node.capture(id, u"new#1.%1"_s.arg(++m_bids), lease);
            if (reply.verdict == Verdict::Captured)
                break;
            QTest::qWait(10);
        }
        return reply;
    }
    /// What the program says if it fails, else nothing.
    QString run(const QString &program, const QStringList &arguments, QString *output = nullptr)
    {
        QProcess process;
        process.setWorkingDirectory(m_directory.path());
        process.start(program, arguments);
        if (!process.waitForFinished(300'000) || process.exitStatus() != QProcess::NormalExit)
            return program + u" did not end"_s;
        const QString said = QString::fromUtf8(process.readAllStandardOutput());
        if (output)
            *output = said.trimmed();
        return process.exitCode() == 0 ? QString() : said + QString::fromUtf8(process.readAllStandardError()) + u'!';
    }
    /// The programs of the old version, with those by which pg_upgrade reads the old cluster. Where they are missing,
    /// as from npm, the new version's pg_controldata does: up to 17 the control file is laid out alike.
    QString completed(const QString &old)
    {
        if (QFileInfo::exists(old + u"/pg_resetwal"_s))
            return old;
        const QString bin = m_directory.filePath(u"old"_s);
        const bool linked = QDir().mkpath(bin)
            && QFile::copy(QStringLiteral(ELECTOR_SOURCE_DIR "/tests/sql/pg_resetwal"), bin + u"/pg_resetwal"_s)
            && QFile::link(old + u"/postgres"_s, bin + u"/postgres"_s)
            && QFile::link(old + u"/pg_ctl"_s, bin + u"/pg_ctl"_s)
            && QFile::link(m_bin + u"/pg_controldata"_s, bin + u"/pg_controldata"_s);
        return linked ? bin : QString();
    }
    /// As the user to whom the clusters belong.
    QString upgrade(const SqlRoom &from, const QString &oldBin, const SqlRoom &to)
    {
        const QFileInfo data(to.server.dataDir());
        QStringList command{m_bin + u"/pg_upgrade"_s,
                            u"--old-bindir"_s,
                            oldBin,
                            u"--new-bindir"_s,
                            m_bin,
                            u"--old-datadir"_s,
                            from.server.dataDir(),
                            u"--new-datadir"_s,
                            to.server.dataDir(),
                            u"--username"_s,
                            u"postgres"_s};
        if (::geteuid() == 0) {
            const QString failed = run(u"chown"_s, {u"-R"_s, u"--reference"_s, data.filePath(), m_directory.path()});
            if (!failed.isEmpty())
                return failed;
            command = QStringList{u"setpriv"_s,
                                  u"--reuid"_s,
                                  QString::number(data.ownerId()),
                                  u"--regid"_s,
                                  QString::number(data.groupId()),
                                  u"--clear-groups"_s,
                                  u"--"_s}
                + command;
        }
        return run(command.takeFirst(), command);
    }

    SqlRoom m_there;
    QTemporaryDir m_directory;
    QString m_bin;
    int m_bids = 0;

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        QVERIFY(m_there.start());
        m_bin = m_there.server.exec(u"SELECT setting FROM pg_config WHERE name = 'BINDIR'"_s).value().toString();
    }

    void termsRiseAndNobodyIsEarly()
    {
        const int version = m_there.server.majorVersion();
        if (!QFileInfo::exists(m_bin + u"/pg_upgrade"_s))
            QSKIP("There is no pg_upgrade beside this server: those that npm brings have none.");
        QString old;
        for (int before = 13; before < version && old.isEmpty(); ++before)
            run(QStringLiteral(ELECTOR_SOURCE_DIR "/scripts/postgres-binaries"),
                {u"--no-fetch"_s, QString::number(before)}, &old);
        if (old.isEmpty())
            QSKIP("There is no older PostgreSQL here; scripts/setup test fetches it where npm reaches its registry.");
        const QString oldBin = completed(old);
        QVERIFY(!oldBin.isEmpty());
        if (oldBin != old && version > 17)
            QSKIP(
                "The older PostgreSQL has no pg_controldata, and that of 18 and newer does not read its control file.");

        SqlRoom here;
        PostgresServer::Options options;
        options.bin = old;
        if (version > 17)
            options.initdb = QStringList{u"--data-checksums"_s}; // as the new cluster has them
        QVERIFY(here.start(u"30s"_s, options));
        QVERIFY(here.server.majorVersion() < version);
        QVERIFY(here.server.becomeStandby() && here.server.promote());
        QVERIFY(here.newDatabase(SchemaLevel::Full));
        Reply later;
        Reply live;
        {
            const auto node = here.node();
            later = node->capture(1, u"a#1.1"_s, 1500ms);
            QCOMPARE(later.verdict, Verdict::Captured);
            live = node->capture(2, u"b#1.1"_s, 600s);
            QCOMPARE(live.verdict, Verdict::Captured);
            QVERIFY(*live.row->term >= qint64(2) << 42);
        }
        QVERIFY(here.server.stopFast());
        QVERIFY(m_there.server.stopFast());
        QCOMPARE(upgrade(here, oldBin, m_there), QString());
        QVERIFY2(m_there.server.startAgain(), qPrintable(m_there.server.errorString()));
        m_there.database = here.database;
        m_there.settings = here.settings;
        m_there.settings.dsn = m_there.server.dsn(here.database);

        const auto node = m_there.node();
        QVERIFY(!node->error);
        QCOMPARE(node->renew(2, keyOf(live), 600s).verdict, Verdict::Renewed);
        const Reply next = captured(*node, 1, 500ms);
        QCOMPARE(next.verdict, Verdict::Captured);
        QVERIFY(
            m_there
                .value(u"SELECT h.at >= s.since + interval '1500 ms' FROM leader_lease_history h, "
                       "leader_lease_server s WHERE h.id = 1 AND h.event = 'captured' ORDER BY h.seq DESC LIMIT 1"_s)
                .toBool());
        QVERIFY(*next.row->term > *later.row->term);
        QVERIFY(*next.row->term >= qint64(3) << 42);
        QCOMPARE(node->release(2, keyOf(live)).verdict, Verdict::Released);
        QVERIFY(!Schema(m_there.foreign()->database(), u"public"_s).upgrade());
        QVERIFY(m_there.exec(u"UPDATE leader_lease_lock SET max_lease_ms = 500"_s)); // nobody waits ten minutes here
        const Reply taken = captured(*node, 2, 500ms);
        QCOMPARE(taken.verdict, Verdict::Captured);
        QVERIFY(*taken.row->term > *live.row->term);
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::PgUpgradeTest)
#include "tst_pgupgrade.moc"
