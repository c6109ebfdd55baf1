// SPDX-License-Identifier: MIT
#pragma once

#include "postgresserver.h"

#include "session/watchdog_p.h"
#include "sql/leaseinspector_p.h"
#include "sql/leasetable_p.h"
#include "sql/lentsession_p.h"
#include "sql/servercheck_p.h"
#include "sql/sqlconnection_p.h"

#include <Elector/schema.h>

#include <functional>
#include <future>
#include <memory>
#include <thread>

namespace Elector {

/// A session of ours, set up as the library does it.
class NodeSession
{
public:
    struct Settings
    {
        QString dsn;
        QString schema = QStringLiteral("public");
        SchemaLevel level = SchemaLevel::Full;
        /// As ELECTOR_TEST_POOLING says: a test may be run once more with statements that are sent whole.
        Pooling pooling = qEnvironmentVariable("ELECTOR_TEST_POOLING") == QLatin1String("transaction")
            ? Pooling::Transaction
            : Pooling::Session;
        SessionSettings session{QStringLiteral("elector-test"), std::chrono::minutes(1), std::chrono::seconds(15),
                                std::chrono::minutes(1)};
    };
    explicit NodeSession(const Settings &settings);

    ElectorError error; ///< of connecting
    Watchdog watchdog;
    SqlConnection connection;
    LeaseTable table;
    LeaseInspector inspector;

    qint64 pid();
    Reply read(int id);
    Reply capture(int id, const QString &leader, std::chrono::milliseconds lease = std::chrono::minutes(1));
    Reply renew(int id, const TenureKey &key, std::chrono::milliseconds lease = std::chrono::minutes(1));
    Reply release(int id, const TenureKey &key);
    Reply cleanUp(std::optional<ServerTime> notAfter = {}, int limit = 1000);

private:
    static ConnectionParameters parametersOf(const Settings &settings);
    ElectorError prepare(const Settings &settings);
};

/// A session of ours in a thread of its own, for what has to wait.
class WaitingNode
{
public:
    using Work = std::function<void(NodeSession &)>;
    WaitingNode(const NodeSession::Settings &settings, Work work);
    ~WaitingNode() { finish(); }
    /// Blocks until the session stands.
    qint64 pid() { return m_pid.get(); }
    bool isDone() const { return m_done.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }
    void finish();

private:
    std::promise<qint64> m_pidPromise;
    std::shared_future<qint64> m_pid;
    std::promise<void> m_donePromise;
    std::shared_future<void> m_done;
    std::thread m_thread;
};

/// One server for a test program, one database for each test.
class SqlRoom
{
public:
    /// With a deadlock check that comes late, tests can look at sessions that wait.
    bool start(const QString &deadlockTimeout = QStringLiteral("30s"), PostgresServer::Options options = {});
    /// A new database; with the table at `level`, if that is Plain or Full.
    bool newDatabase(SchemaLevel level, const QString &schema = QStringLiteral("public"));

    PostgresServer server;
    NodeSession::Settings settings;
    QString database;

    std::unique_ptr<NodeSession> node() const { return std::make_unique<NodeSession>(settings); }
    /// A session that is not ours, such as an npm node or an application.
    std::unique_ptr<TestConnection> foreign(const QString &user = QStringLiteral("postgres")) const;

    SqlResult exec(const QString &sql) { return server.exec(sql, database); }
    QString table() const { return QStringLiteral("\"%1\".leader_lease").arg(settings.schema); }
    QVariant value(const QString &sql) { return exec(sql).value(); }
    /// Puts a row there behind the triggers' backs; on the full level with its lock row. Times are SQL expressions.
    SqlResult plant(int id, const QString &leader, const QString &expiresAt, qint64 term = 1,
                    const QString &createdAt = QStringLiteral("clock_timestamp() - interval '1 day'"));
    bool hasExpired(int id);
    /// The events of one lock in their order, such as "captured released".
    QString events(int id);
    qint64 storedTerm(int id);
    /// Differs as soon as anything in the table or beside it changes: rows, row locks, terms, history.
    QString fingerprint();
};

/// What nest-leader-election sends, to the letter.
struct NpmStatements
{
    QString capture;
    QString cleanUp;
    QString release;
    NpmStatements(const QString &schema, int id, const QString &leader, int leaseMs = 15000);
};

} // namespace Elector
