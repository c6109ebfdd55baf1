// SPDX-License-Identifier: MIT
#include "cliroom.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <csignal>

using namespace Elector;

class TestCliWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void followsTheFullLevel();
    void tellsPeopleWhoOrdered();
    void followsAPlainTable();
    void saysWhenTheServerIsGoneAndBack();
    void endsWhenInterrupted();

private:
    PostgresServer m_server;
};

namespace {

/// Every line as the object that it must be.
QList<QJsonObject> objects(const QByteArray &output)
{
    QList<QJsonObject> result;
    for (const QByteArray &line : output.split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (document.isObject())
            result.append(document.object());
    }
    return result;
}

int count(const QByteArray &output, const QString &event, const QString &holder = {})
{
    int found = 0;
    for (const QJsonObject &object : objects(output)) {
        found += object.value(QStringLiteral("event")).toString() == event
            && object.value(QStringLiteral("holder")).toString().startsWith(holder);
    }
    return found;
}

} // namespace

void TestCliWatch::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

void TestCliWatch::followsTheFullLevel()
{
    const CliRoom room(m_server);
    QCOMPARE(room.run(QStringLiteral("installer"), {QStringLiteral("true")})->waitForEnd(), 0);
    const auto watch = room.elector({QStringLiteral("watch"), QStringLiteral("--json")});
    QTRY_COMPARE_WITH_TIMEOUT(count(watch->output(), QStringLiteral("snapshot")), 1, 30000);
    const auto node = room.run(QStringLiteral("web-1"), {QStringLiteral("sleep"), QStringLiteral("1000")});
    QTRY_COMPARE_WITH_TIMEOUT(count(watch->output(), QStringLiteral("captured"), QStringLiteral("web-1#")), 1, 30000);
    node->signal(SIGTERM);
    QCOMPARE(node->waitForEnd(), 128 + SIGTERM);
    QTRY_COMPARE_WITH_TIMEOUT(count(watch->output(), QStringLiteral("released"), QStringLiteral("web-1#")), 1, 30000);
    // The installer's own history was over before: no news.
    QCOMPARE(count(watch->output(), QStringLiteral("captured"), QStringLiteral("installer#")), 0);
    for (const QJsonObject &object : objects(watch->output()))
        QVERIFY(QDateTime::fromString(object.value(QStringLiteral("at")).toString(), Qt::ISODateWithMs).isValid());
}

void TestCliWatch::tellsPeopleWhoOrdered()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({QStringLiteral("migrate")})->waitForEnd(), 0);
    const auto named = room.elector({QStringLiteral("name"), QStringLiteral("--lock"), QStringLiteral("7"),
                                     QStringLiteral("nightly"), QStringLiteral("--operator"), QStringLiteral("olga")});
    QCOMPARE(named->waitForEnd(), 0);
    const auto watch = room.elector({QStringLiteral("watch")});
    QTRY_VERIFY_WITH_TIMEOUT(watch->output().contains("HOLDER"), 30000);
    QVERIFY2(!watch->output().contains("nightly"), watch->output().constData()); // it is free
    const auto pause = room.elector({QStringLiteral("pause"), QStringLiteral("--lock"), QStringLiteral("7"),
                                     QStringLiteral("--operator"), QStringLiteral("alice")});
    QCOMPARE(pause->waitForEnd(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(watch->output().contains(" by alice\n"), 30000);
    QVERIFY2(watch->output().contains("  lock 7 nightly  paused  "), watch->output().constData());
}

void TestCliWatch::followsAPlainTable()
{
    const CliRoom room(m_server);
    QVERIFY(room.sql(QStringLiteral(
        "CREATE TABLE leader_lease (id INT PRIMARY KEY, leader_id TEXT NOT NULL, expires_at TIMESTAMPTZ NOT NULL,"
        " created_at TIMESTAMPTZ NOT NULL DEFAULT now(), CHECK (expires_at > created_at))")));
    const auto watch = room.elector(
        {QStringLiteral("watch"), QStringLiteral("--json"), QStringLiteral("--interval"), QStringLiteral("100ms")});
    QTRY_COMPARE_WITH_TIMEOUT(count(watch->output(), QStringLiteral("snapshot")), 1, 30000);
    QVERIFY(room.sql(QStringLiteral("INSERT INTO leader_lease VALUES (1, 'nest', now() + interval '1 hour', now())")));
    QTRY_COMPARE_WITH_TIMEOUT(count(watch->output(), QStringLiteral("captured"), QStringLiteral("nest")), 1, 30000);
    QVERIFY(room.sql(QStringLiteral("DELETE FROM leader_lease")));
    QTRY_COMPARE_WITH_TIMEOUT(count(watch->output(), QStringLiteral("released"), QStringLiteral("nest")), 1, 30000);
}

void TestCliWatch::saysWhenTheServerIsGoneAndBack()
{
    PostgresServer server;
    QVERIFY2(server.start(), qPrintable(server.errorString()));
    const CliRoom room(server);
    QCOMPARE(room.run(QStringLiteral("installer"), {QStringLiteral("true")})->waitForEnd(), 0);
    const auto watch = room.elector(
        {QStringLiteral("watch"), QStringLiteral("--json"), QStringLiteral("--interval"), QStringLiteral("100ms")});
    QTRY_COMPARE_WITH_TIMEOUT(count(watch->output(), QStringLiteral("snapshot")), 1, 30000);
    QVERIFY(server.stopImmediate());
    QTRY_VERIFY_WITH_TIMEOUT(count(watch->output(), QStringLiteral("disconnected")) > 0, 30000);
    QVERIFY(server.startAgain());
    QTRY_VERIFY_WITH_TIMEOUT(count(watch->output(), QStringLiteral("reconnected")) > 0, 30000);
    QVERIFY(watch->isRunning());
}

void TestCliWatch::endsWhenInterrupted()
{
    const CliRoom room(m_server);
    QCOMPARE(room.run(QStringLiteral("installer"), {QStringLiteral("true")})->waitForEnd(), 0);
    const auto watch = room.elector({QStringLiteral("watch")});
    QTRY_VERIFY_WITH_TIMEOUT(watch->output().contains("HOLDER"), 30000);
    watch->signal(SIGINT);
    QCOMPARE(watch->waitForEnd(), 0);
}

QTEST_GUILESS_MAIN(TestCliWatch)
#include "tst_cliwatch.moc"
