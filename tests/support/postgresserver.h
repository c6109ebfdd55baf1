// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QProcess>
#include <QSqlDatabase>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <chrono>
#include <map>
#include <memory>

namespace Elector {

/// What a statement gave. True when it succeeded: `QVERIFY2(result, qPrintable(result.error))`.
struct SqlResult
{
    bool ok = false;
    QString error;
    QString sqlState;
    QList<QVariantList> rows;
    qint64 affected = -1;

    explicit operator bool() const { return ok; }
    /// First column of the first row, or an invalid value.
    QVariant value() const { return rows.isEmpty() ? QVariant() : rows.constFirst().value(0); }
};

/// A connection of a test's own, with a unique name, for the thread that makes it. Closed and forgotten by the
/// destructor.
class TestConnection
{
public:
    /// \a options go to libpq as they are, separated by semicolons (`application_name=x;sslmode=disable`).
    TestConnection(const QString &host, quint16 port, const QString &database,
                   const QString &user = QStringLiteral("postgres"), const QString &options = {});
    ~TestConnection();
    TestConnection(const TestConnection &) = delete;
    TestConnection &operator=(const TestConnection &) = delete;

    bool isOpen() const;
    QString errorString() const { return m_error; }
    /// The connection itself, for code under test that takes one. No copy may outlive this object.
    QSqlDatabase database() const;
    QString name() const { return m_name; }

    /// One or more statements as one simple query. The first error ends and fails all of it; the rows are those of the
    /// last statement that returns any, and what is affected is what the last statement did.
    SqlResult exec(const QString &sql);
    /// Pid of the backend at the other end, 0 when there is none.
    qint64 backendPid();

private:
    QString m_name;
    QString m_error;
};

/// A private PostgreSQL, one per test program: started in initTestCase(), gone with this object, or with the process
/// however that ends. A wrapper around scripts/throwaway-postgres. To be used by the thread that made it.
class PostgresServer
{
public:
    struct Options
    {
        QStringList conf; ///< lines of postgresql.conf, `key=value`
        QStringList hba; ///< lines of pg_hba.conf that come first
        QStringList environment; ///< of the server alone, `NAME=value`
        QStringList initdb; ///< options of initdb
        QString bin; ///< where postgres and initdb are; empty: $ELECTOR_POSTGRES_BIN, or the installed ones
        quint16 port = 0; ///< 0: a free one
        bool tcp = true;
        bool password = false; ///< TCP asks for password()
    };

    PostgresServer();
    ~PostgresServer();
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    /// Returns when the server accepts connections; false: errorString() says why.
    [[nodiscard]] bool start(const Options &options);
    [[nodiscard]] bool start() { return start(Options()); }
    /// Stops the server for good and removes its directory.
    void remove();
    QString errorString() const { return m_error; }

    QString socketDir() const { return m_socketDir; }
    QString dataDir() const { return m_dataDir; }
    QString logFile() const { return m_logFile; }
    quint16 port() const { return m_port; }
    qint64 postmasterPid() const { return m_postmasterPid; }
    /// Such as 15.
    int majorVersion() const { return m_majorVersion; }
    /// Path of the Unix socket itself, for TcpProxy.
    QString socketPath() const;
    QString password() const;
    /// Pid of the script, whose death must end everything.
    qint64 scriptPid() const { return m_process.processId(); }

    /// postgresql:// over the Unix socket.
    QString dsn(const QString &database = QStringLiteral("postgres"),
                const QString &user = QStringLiteral("postgres")) const;
    /// postgresql:// over TCP: straight to the server, or to the proxy that listens on \a port of 127.0.0.1.
    QString tcpDsn(const QString &database = QStringLiteral("postgres"), quint16 port = 0,
                   const QString &user = QStringLiteral("postgres")) const;

    // The server's life, in place: same port, same data.
    [[nodiscard]] bool restart(); ///< fast shutdown: open transactions are rolled back
    [[nodiscard]] bool restartImmediate(); ///< as after a crash
    [[nodiscard]] bool stopFast();
    [[nodiscard]] bool stopImmediate();
    [[nodiscard]] bool kill(); ///< SIGKILL for every process of it
    [[nodiscard]] bool startAgain();
    [[nodiscard]] bool pause(); ///< SIGSTOP for every process of it: connections stay open, nothing answers
    [[nodiscard]] bool resume();
    [[nodiscard]] bool becomeStandby(); ///< restarts read-only, in recovery
    [[nodiscard]] bool promote(); ///< ends that: a new timeline

    /// A database as after initdb, in some 50 ms; the name is \a prefix and a number. Empty on failure.
    QString createDatabase(const QString &prefix = QStringLiteral("test"));
    bool dropDatabase(const QString &name);

    /// As superuser over the Unix socket, by a connection kept for \a database and re-opened when it broke.
    SqlResult exec(const QString &sql, const QString &database = QStringLiteral("postgres"));

    /// Pids of client backends that gave \a applicationName.
    QList<qint64> backends(const QString &applicationName);
    /// pg_terminate_backend(): the client sees 57P01.
    bool killBackend(qint64 pid);
    /// Signals one server process, e.g. SIGSTOP for a session that hangs. SIGKILL makes the whole server restart.
    bool signalBackend(qint64 pid, int signal);
    /// True while backend \a pid waits for a lock of the database (a row, a table, an advisory one).
    bool isWaitingForLock(qint64 pid);

private:
    bool command(const QByteArray &line, const QByteArray &expected);
    bool readAnswer(const QByteArray &expected);
    bool readReady(const QByteArray &line);

    QProcess m_process;
    QString m_error;
    QString m_socketDir;
    QString m_dataDir;
    QString m_logFile;
    QString m_passwordFile;
    quint16 m_port = 0;
    int m_majorVersion = 0;
    qint64 m_postmasterPid = 0;
    int m_databases = 0;
    std::map<QString, std::unique_ptr<TestConnection>> m_connections;
};

} // namespace Elector
