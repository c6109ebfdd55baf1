// SPDX-License-Identifier: MIT
#include "sql/sqlconnection_p.h"

#include "logging_p.h"
#include "session/watchdog_p.h"
#include "sql/binaryrows_p.h"
#include "sql/databaseerror_p.h"
#include "sql/pgconnection_p.h"

#include <Elector/connectionparameters.h>

#include <QtCore/QVariant>
#include <QtSql/QSqlDriver>
#include <QtSql/QSqlError>

#include <libpq-fe.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <unistd.h>

namespace Elector {

namespace {

QString uniqueConnectionName()
{
    static std::atomic<unsigned> count{0};
    return QStringLiteral("elector-%1").arg(++count);
}

} // namespace

struct SqlConnection::Private
{
    Private(const ConnectionParameters &where, Watchdog &dog)
        : parameters(where)
        , watchdog(dog)
    {
    }

    ConnectionParameters parameters;
    Watchdog &watchdog;
    std::chrono::nanoseconds attemptTimeout = std::chrono::seconds(5);
    QString name = uniqueConnectionName();
    PGconn *connection = nullptr;
    int descriptor = -1; ///< our own duplicate of the socket's
    bool broken = false;
    bool warned = false; ///< the server sent a warning with the current answer
    std::map<QString, QSqlQuery> prepared;

    QSqlDatabase database() const { return QSqlDatabase::database(name, false); }
    ElectorError lost(bool cut) const;
    bool isBad() const { return !connection || PQstatus(connection) != CONNECTION_OK; }

    static void receiveNotice(void *self, const PGresult *notice)
    {
        const char *state = PQresultErrorField(notice, PG_DIAG_SQLSTATE);
        // A cancelled wait for a synchronous standby reports success, with a plain warning.
        if (state && qstrcmp(state, "01000") == 0)
            static_cast<Private *>(self)->warned = true;
    }
};

SqlConnection::SqlConnection(const ConnectionParameters &parameters, Watchdog &watchdog)
    : d(std::make_unique<Private>(parameters, watchdog))
{
}

SqlConnection::~SqlConnection()
{
    close();
}

ElectorError SqlConnection::open()
{
    close();
    QSqlDatabase database;
    if (QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL")))
        database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), d->name);
    if (!database.isValid())
        return {ErrorCode::Unreachable,
                QStringLiteral("Qt's driver for PostgreSQL (QPSQL) cannot be loaded."),
                QStringLiteral("Install it; on Debian: apt install libqt6sql6-psql."),
                {}};
    d->parameters.applyTo(database);
    const QSqlDriver *driver = database.driver();
    d->watchdog.arm(
        {[driver] { return pgConnection(driver) != nullptr; }, [driver] { return PQsocket(pgConnection(driver)); }},
        std::max<std::chrono::nanoseconds>(std::chrono::seconds(2), d->attemptTimeout));
    const bool opened = database.open();
    if (d->watchdog.disarm())
        return d->lost(true);
    if (!opened)
        return DatabaseError::fromOpen(database.lastError(), d->parameters);
    d->connection = pgConnection(database);
    if (!d->connection) {
        database.close();
        return {ErrorCode::Unreachable,
                QStringLiteral("Qt's driver for PostgreSQL gives no access to its connection."),
                QStringLiteral("Use the QPSQL driver that comes with Qt 6.4 or later."),
                {}};
    }
    PQsetNoticeReceiver(d->connection, &Private::receiveNotice, d.get());
    d->descriptor = ::dup(PQsocket(d->connection));
    d->broken = false;
    return {};
}

void SqlConnection::close()
{
    d->connection = nullptr;
    if (d->descriptor >= 0)
        ::close(std::exchange(d->descriptor, -1));
    if (QSqlDatabase::contains(d->name)) {
        d->database().close();
        QSqlDatabase::removeDatabase(d->name);
    }
    // After the driver: a query that outlives it frees nothing on the server. One that does not would try to, for each
    // statement, and print a warning if the connection is broken.
    d->prepared.clear();
}

bool SqlConnection::isOpen() const
{
    return !d->broken && !d->isBad();
}

QSqlDatabase SqlConnection::database() const
{
    return d->database();
}

bool SqlConnection::isEncrypted() const
{
    return d->connection && PQsslInUse(d->connection) != 0;
}

void SqlConnection::setAttemptTimeout(std::chrono::nanoseconds timeout)
{
    d->attemptTimeout = timeout;
}

ElectorError SqlConnection::Private::lost(bool cut) const
{
    if (cut)
        return {ErrorCode::TimedOut,
                QStringLiteral("The database did not answer in time; the connection was cut."),
                QStringLiteral("A new connection is made. If this repeats, look at the server's load and the network, "
                               "or use a longer lease."),
                {}};
    return {ErrorCode::ConnectionLost,
            QStringLiteral("The connection to the database broke."),
            QStringLiteral("A new connection is made."),
            {}};
}

QSqlQuery *SqlConnection::prepared(const QString &sql, Execution *execution)
{
    execution->sentAt = execution->receivedAt = BootClock::now();
    execution->outcome = Outcome::Failed; // preparing applies nothing, however it ends
    if (!isOpen()) {
        execution->error = d->lost(false);
        return nullptr;
    }
    if (const auto known = d->prepared.find(sql); known != d->prepared.end())
        return &known->second;
    QSqlQuery query(d->database());
    d->watchdog.arm(d->descriptor, d->attemptTimeout);
    const bool ok = query.prepare(sql);
    const bool cut = d->watchdog.disarm();
    if (ok && !cut)
        return &d->prepared.emplace(sql, std::move(query)).first->second;
    d->broken = d->broken || cut || d->isBad();
    execution->error = d->broken ? d->lost(cut) : DatabaseError::fromStatement(query.lastError());
    execution->receivedAt = BootClock::now();
    return nullptr;
}

bool SqlConnection::prepare(const QString &sql)
{
    Execution ignored;
    return prepared(sql, &ignored) != nullptr;
}

Execution SqlConnection::execute(const QString &sql, const QVariantList &binds)
{
    Execution execution;
    QSqlQuery *const statement = prepared(sql, &execution);
    if (!statement)
        return execution;
    QSqlQuery &query = *statement;
    for (qsizetype i = 0; i < binds.size(); ++i)
        query.bindValue(static_cast<int>(i), binds.at(i));
    d->warned = false;
    d->watchdog.arm(d->descriptor, d->attemptTimeout);
    execution.sentAt = BootClock::now();
    const bool ok = query.exec();
    execution.receivedAt = BootClock::now();
    const bool cut = d->watchdog.disarm();
    d->broken = d->broken || cut || d->isBad();
    if (ok && !d->warned) {
        // Even if it was cut a moment later: the whole answer is here.
        execution.outcome = Outcome::Answered;
        execution.query = &query;
        return execution;
    }
    if (ok) {
        execution.outcome = Outcome::Unknown;
        execution.error
            = {ErrorCode::Database,
               QStringLiteral("The server stopped waiting for its standby; nobody knows whether the commit is safe."),
               QStringLiteral("It is tried again."),
               {}};
        return execution;
    }
    const QSqlError error = query.lastError();
    if (d->broken || DatabaseError::leavesDoubt(error.nativeErrorCode())) {
        execution.outcome = Outcome::Unknown;
        execution.error = d->broken ? d->lost(cut) : DatabaseError::fromStatement(error);
    } else {
        execution.outcome = Outcome::Failed;
        execution.error = DatabaseError::fromStatement(error);
    }
    qCDebug(lcSql) << execution.error.message() << execution.error.sqlState;
    return execution;
}

Execution SqlConnection::executeScript(const QString &sql)
{
    Execution execution;
    execution.sentAt = execution.receivedAt = BootClock::now();
    if (!isOpen()) {
        execution.outcome = Outcome::Failed;
        execution.error = d->lost(false);
        return execution;
    }
    // Through libpq itself: QSqlQuery looks at the first of several statements only.
    d->watchdog.arm(d->descriptor, d->attemptTimeout);
    execution.sentAt = BootClock::now();
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(d->connection, sql.toUtf8().constData()),
                                                               &PQclear);
    execution.receivedAt = BootClock::now();
    const bool cut = d->watchdog.disarm();
    d->broken = d->broken || cut || d->isBad();
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
        execution.outcome = Outcome::Answered;
    } else if (d->broken) {
        execution.outcome = Outcome::Unknown;
        execution.error = d->lost(cut);
    } else {
        execution.outcome = Outcome::Failed;
        const char *state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
        const char *message = PQresultErrorField(result.get(), PG_DIAG_MESSAGE_PRIMARY);
        execution.error = DatabaseError::fromState(QString::fromLatin1(state), QString::fromUtf8(message));
    }
    return execution;
}

ReadAnswer SqlConnection::read(const QString &sql, const QByteArrayList &binds)
{
    ReadAnswer answer;
    answer.sentAt = answer.receivedAt = BootClock::now();
    answer.outcome = Outcome::Failed; // what only reads applies nothing, however it ends
    if (!isOpen()) {
        answer.error = d->lost(false);
        return answer;
    }
    std::vector<const char *> values;
    for (const QByteArray &bind : binds)
        values.push_back(bind.constData());
    constexpr int binary = 1;
    d->watchdog.arm(d->descriptor, d->attemptTimeout);
    answer.sentAt = BootClock::now();
    auto rows = std::make_shared<const BinaryRows>(PQexecParams(
        d->connection, sql.toUtf8().constData(), int(values.size()), nullptr, values.data(), nullptr, nullptr, binary));
    answer.receivedAt = BootClock::now();
    const bool cut = d->watchdog.disarm();
    d->broken = d->broken || cut || d->isBad();
    if (rows->isAnswer()) {
        answer.outcome = Outcome::Answered;
        answer.rows = std::move(rows);
    } else {
        answer.error = d->broken ? d->lost(cut) : DatabaseError::fromState(rows->sqlState(), rows->message());
    }
    return answer;
}

int SqlConnection::socket() const
{
    return isOpen() ? PQsocket(d->connection) : -1;
}

std::vector<SqlConnection::Notification> SqlConnection::takeNotifications()
{
    std::vector<Notification> notifications;
    if (!isOpen())
        return notifications;
    if (PQconsumeInput(d->connection) == 0 || d->isBad())
        d->broken = true;
    while (const std::unique_ptr<PGnotify, decltype(&PQfreemem)> notify{PQnotifies(d->connection), &PQfreemem})
        notifications.push_back({QByteArray(notify->relname), QByteArray(notify->extra)});
    return notifications;
}

} // namespace Elector
