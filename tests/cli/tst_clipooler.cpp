// SPDX-License-Identifier: MIT
#include "cliroom.h"
#include "pgbouncer.h"

#include <QtTest/QTest>

#include <csignal>

using namespace Elector;
using namespace Qt::StringLiterals;

/// The commands through a PgBouncer that lends sessions of the server for a transaction.
class TestCliPooler : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_pooler.stop(); }
    void runsAndHandsOver();
    void theGuardianGivesUp();
    void operatorsCommand();
    void doctorSuggestsIt();
    void migrateSaysWhatToDo();
    void settingsAreRead();

private:
    QString address() const { return m_server.tcpDsn(m_room->database(), m_pooler.port()); }
    QStringList pooled(QStringList arguments) const
    {
        return arguments << u"--dsn"_s << address() << u"--pooling"_s << u"transaction"_s;
    }
    std::unique_ptr<Program> node(const QString &instance, const QString &lease = u"2s"_s) const
    {
        return std::make_unique<Program>(pooled({u"run"_s, u"--instance-id"_s, instance, u"--lease"_s, lease})
                                         << u"--"_s << u"sleep"_s << u"1000"_s);
    }

    PostgresServer m_server;
    PgBouncer m_pooler;
    std::unique_ptr<CliRoom> m_room;
};

void TestCliPooler::initTestCase()
{
    if (PgBouncer::program().isEmpty())
        QSKIP("There is no pgbouncer (package pgbouncer).");
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

void TestCliPooler::init()
{
    m_room = std::make_unique<CliRoom>(m_server);
    QVERIFY2(m_pooler.start(m_server, PgBouncer::Transaction, 2), qPrintable(m_pooler.errorString()));
}

void TestCliPooler::runsAndHandsOver()
{
    auto first = node(u"first"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_room->leader(), u"first"_s, 30000);
    auto second = node(u"second"_s);
    QTRY_VERIFY_WITH_TIMEOUT(descendants(first->pid()).size() >= 2, 30000);
    first->signal(SIGTERM);
    QTRY_COMPARE_WITH_TIMEOUT(m_room->leader(), u"second"_s, 30000);
    QCOMPARE(first->waitForEnd(), 128 + SIGTERM); // as sleep did
    second->signal(SIGTERM);
    QCOMPARE(second->waitForEnd(), 128 + SIGTERM);
    QCOMPARE(m_room->sql(u"SELECT count(*) FROM leader_lease"_s).value().toInt(), 0);
}

void TestCliPooler::theGuardianGivesUp()
{
    auto first = node(u"fürst'"_s, u"60s"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_room->leader(), u"fürst'"_s, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(descendants(first->pid()).size() >= 2, 30000);
    // What somebody else leaves in the sessions must not keep it from that.
    QVERIFY(m_room->sql(u"DO $$ BEGIN EXECUTE 'ALTER ROLE postgres IN DATABASE ' || current_database() || ' SET "
                        "default_transaction_read_only = on'; EXECUTE 'ALTER ROLE postgres IN DATABASE ' || "
                        "current_database() || ' SET search_path = nowhere'; END $$"_s));
    QVERIFY(
        m_room->sql(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND "
                    "pid <> pg_backend_pid()"_s));
    first->signal(SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_room->sql(u"SELECT count(*) FROM public.leader_lease_history WHERE event = 'released'"_s).value().toInt(), 1,
        30000);
}

void TestCliPooler::operatorsCommand()
{
    auto first = node(u"first"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_room->leader(), u"first"_s, 30000);
    const auto answer = [this](const QStringList &arguments, int expected = 0) {
        Program program(pooled(arguments));
        const int code = program.waitForEnd();
        if (code != expected)
            qWarning() << arguments << code << program.errors();
        return code == expected ? program.output() : QByteArray("failed");
    };
    QVERIFY(answer({u"status"_s}).contains("first"));
    QVERIFY(answer({u"leader"_s, u"--lock"_s, u"1"_s}).contains("first"));
    QVERIFY(answer({u"history"_s, u"--lock"_s, u"1"_s}).contains("first"));
    QVERIFY(answer({u"name"_s, u"--lock"_s, u"1"_s, u"the jobs"_s}) != "failed");
    QVERIFY(answer({u"pause"_s, u"--lock"_s, u"the jobs"_s, u"--reason"_s, u"it's \\ tried"_s}) != "failed");
    QTRY_COMPARE_WITH_TIMEOUT(m_room->leader(), QString(), 30000);
    QVERIFY(answer({u"resume"_s, u"--lock"_s, u"1"_s}) != "failed");
    QTRY_COMPARE_WITH_TIMEOUT(m_room->leader(), u"first"_s, 30000);
    QVERIFY(answer({u"release"_s, u"--lock"_s, u"1"_s}) != "failed");
    QVERIFY(answer({u"candidates"_s, u"--lock"_s, u"1"_s}) != "failed");
}

void TestCliPooler::doctorSuggestsIt()
{
    Program unset({u"doctor"_s, u"--dsn"_s, address()});
    QCOMPARE(unset.waitForEnd(), 7);
    QVERIFY2(unset.output().contains("--pooling"), unset.output().constData());
    QVERIFY(m_room->elector({u"migrate"_s})->waitForEnd() == 0);
    Program set(pooled({u"doctor"_s}));
    QCOMPARE(set.waitForEnd(), 0);
    QVERIFY2(set.output().contains("pooling=transaction"), set.output().constData());
    QVERIFY2(set.output().contains("listen    notifications do not arrive"), set.output().constData());
}

void TestCliPooler::migrateSaysWhatToDo()
{
    Program refused(pooled({u"migrate"_s}));
    QCOMPARE(refused.waitForEnd(), 2);
    QVERIFY2(refused.errors().contains("--print"), refused.errors().constData());
    QProcess shell;
    shell.start(u"sh"_s,
                {u"-c"_s, u"\"$0\" migrate --print | psql -X -v ON_ERROR_STOP=1 -q \"$1\""_s,
                 QLatin1String(ELECTOR_BIN_DIR "/elector"), address()});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 0);
    Program doctor(pooled({u"doctor"_s}));
    QCOMPARE(doctor.waitForEnd(), 0);
}

void TestCliPooler::settingsAreRead()
{
    QVERIFY(m_room->elector({u"migrate"_s})->waitForEnd() == 0);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ELECTOR_POOLING"_s, u"transaction"_s);
    Program fromEnvironment({u"doctor"_s, u"--dsn"_s, address()}, environment);
    QCOMPARE(fromEnvironment.waitForEnd(), 0);
    QFile file(m_room->file(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("pooling=transaction\n") > 0);
    file.close();
    Program fromFile({u"status"_s, u"--config"_s, file.fileName(), u"--dsn"_s, address()});
    QCOMPARE(fromFile.waitForEnd(), 0);
    environment.insert(u"ELECTOR_POOLING"_s, u"statement"_s);
    Program wrong({u"doctor"_s, u"--dsn"_s, address()}, environment);
    QCOMPARE(wrong.waitForEnd(), 7);
    QVERIFY2(wrong.output().contains("ELECTOR_POOLING"), wrong.output().constData());
    Program wrongOption({u"status"_s, u"--dsn"_s, address(), u"--pooling"_s, u"maybe"_s});
    QCOMPARE(wrongOption.waitForEnd(), 2);
}

QTEST_GUILESS_MAIN(TestCliPooler)
#include "tst_clipooler.moc"
