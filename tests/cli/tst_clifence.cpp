// SPDX-License-Identifier: MIT
#include "cliroom.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace Elector;
using namespace Qt::StringLiterals;

/// `elector fence`: terms, and the guard's SQL as it is printed.
class TestCliFence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void printsTheTerm();
    void checksATerm();
    void withinACommand();
    void printedSqlGuards();
    void plainTable();

private:
    /// Lock 1, held for an hour; its term.
    QString hold(const CliRoom &room) const;
    PostgresServer m_server;
};

void TestCliFence::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

QString TestCliFence::hold(const CliRoom &room) const
{
    room.elector({u"migrate"_s})->waitForEnd();
    return room
        .sql(u"INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (1, 'a#b.1', now() + interval '1 hour')"
             " RETURNING term"_s)
        .value()
        .toString();
}

void TestCliFence::printsTheTerm()
{
    const CliRoom room(m_server);
    const QString term = hold(room);
    QVERIFY(term.toLongLong() > 0);
    const auto fence = room.elector({u"fence"_s});
    QCOMPARE(fence->waitForEnd(), 0);
    QCOMPARE(QString::fromUtf8(fence->output()), term + u'\n');
    const auto free = room.elector({u"fence"_s, u"--lock"_s, u"2"_s});
    QCOMPARE(free->waitForEnd(), 3);
    QCOMPARE(free->output(), QByteArray());
}

void TestCliFence::checksATerm()
{
    const CliRoom room(m_server);
    const QString term = hold(room);
    const auto check = [&](const QStringList &options) {
        return room.elector(QStringList{u"fence"_s, u"--check"_s} + options)->waitForEnd();
    };
    QCOMPARE(check({term}), 0);
    QCOMPARE(check({term, u"--holder"_s, u"a#b.1"_s}), 0);
    QCOMPARE(check({term, u"--holder"_s, u"a#b.2"_s}), 3);
    QCOMPARE(check({QString::number(term.toLongLong() - 1)}), 3);
    QCOMPARE(check({QString::number(term.toLongLong() + 1)}), 3);
    const auto json = room.elector({u"fence"_s, u"--check"_s, u"1"_s, u"--json"_s});
    QCOMPARE(json->waitForEnd(), 3);
    QCOMPARE(QJsonDocument::fromJson(json->output()).object().value(u"current"_s), QJsonValue(false));
    // Taken back by an operator: no longer the leader's, though the row stands.
    QVERIFY(room.sql(u"UPDATE leader_lease SET leader_id = '#revoked a#b.1'"_s));
    QCOMPARE(check({term}), 3);
}

void TestCliFence::withinACommand()
{
    const CliRoom room(m_server);
    const auto run = room.run(
        u"web-1"_s,
        {u"sh"_s, u"-c"_s,
         u"exec %1/elector fence --lock \"$ELECTOR_LOCK\" --check \"$ELECTOR_TERM\" --holder \"$ELECTOR_LEADER_ID\" --dsn '%2'"_s
             .arg(QStringLiteral(ELECTOR_BIN_DIR), room.dsn())});
    QCOMPARE(run->waitForEnd(), 0);
}

void TestCliFence::printedSqlGuards()
{
    const CliRoom room(m_server);
    const QString term = hold(room);
    QVERIFY(room.sql(u"CREATE TABLE work (done INT)"_s));
    Program print({u"fence"_s, u"--sql"_s});
    QCOMPARE(print.waitForEnd(), 0);
    QByteArray script = print.output();
    QVERIFY(script.contains("-- Your statements."));
    script.replace("-- Your statements.", "INSERT INTO work VALUES (1);");
    const auto psql = [&](const QString &leader, const QString &withTerm) {
        QProcess process;
        process.start(u"psql"_s,
                      {u"-X"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-v"_s, u"lock=1"_s, u"-v"_s,
                       u"leader="_s + leader, u"-v"_s, u"term="_s + withTerm, u"-d"_s, room.dsn()});
        process.write(script);
        process.closeWriteChannel();
        process.waitForFinished(30000);
        return process.exitCode();
    };
    const auto done = [&] { return room.sql(u"SELECT count(*) FROM work"_s).value().toInt(); };
    QCOMPARE(psql(u"a#b.1"_s, u"1"_s), 3);
    QCOMPARE(psql(u"a'; DROP TABLE work --"_s, term), 3);
    QCOMPARE(done(), 0);
    QCOMPARE(psql(u"a#b.1"_s, term), 0);
    QCOMPARE(done(), 1);
}

void TestCliFence::plainTable()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s, u"--level"_s, u"plain"_s})->waitForEnd(), 0);
    const auto fence = room.elector({u"fence"_s});
    QCOMPARE(fence->waitForEnd(), 1);
    QVERIFY2(fence->errors().contains("A plain table has no terms"), fence->errors().constData());
}

QTEST_GUILESS_MAIN(TestCliFence)
#include "tst_clifence.moc"
