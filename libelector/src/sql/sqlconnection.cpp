// SPDX-License-Identifier: MIT
#include "sql/sqlconnection_p.h"

#include "logging_p.h"
#include "session/watchdog_p.h"
#include "sql/databaseerror_p.h"
#include "sql/hostorder_p.h"
#include "sql/textrows_p.h"
#include "sql/wholestatement_p.h"

#include <Elector/connectionsecurity.h>

#include <QtCore/QByteArrayList>
#include <QtCore/QCryptographicHash>

#include <libpq-fe.h>

#include <optional>
#include <unistd.h>
#include <unordered_map>
#include <utility>
#include <vector>

namespace Elector {

namespace {

constexpr int binary = 1;

/// The values of a statement as libpq wants them.
class BoundValues
{
public:
    explicit BoundValues(const QVariantList &values)
    {
        m_texts.reserve(std::size_t(values.size()));
        for (const QVariant &value : values)
            m_texts.push_back(WholeStatement::valueText(value));
        for (const auto &text : m_texts) {
            m_values.push_back(text ? text->constData() : nullptr);
            m_hasNul = m_hasNul || (text && text->contains('\0'));
        }
    }

    int count() const { return int(m_values.size()); }
    const char *const *data() const { return m_values.data(); }
    /// libpq would end the text there.
    bool hasNul() const { return m_hasNul; }

private:
    std::vector<std::optional<QByteArray>> m_texts;
    std::vector<const char *> m_values;
    bool m_hasNul = false;
};

const ElectorError &nulError()
{
    static const ElectorError error{ErrorCode::Configuration,
                                    QStringLiteral("A value for the database contains a NUL character."),
                                    QStringLiteral("Remove it."),
                                    {}};
    return error;
}

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

struct FreeConnection
{
    void operator()(PGconn *connection) const { PQfinish(connection); }
};

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
    std::unique_ptr<PGconn, FreeConnection> connection;
    int descriptor = -1; ///< our own duplicate of the socket's
    bool broken = false;
    bool warned = false; ///< the server sent a warning with the current answer
    std::unordered_map<QString, QByteArray> prepared; ///< the names of statements, by text
    const bool sendsWhole = parameters.pooling() == Pooling::Transaction;
    QByteArray preamble; ///< of each call, if it sends them whole
    HostOrder order; ///< another one than that of the parameters, if it is not empty

    static ElectorError lost(bool cut);
    bool isBad() const { return !connection || PQstatus(connection.get()) != CONNECTION_OK; }
    bool isOpen() const { return !broken && !isBad(); }
    Execution refused(const ElectorError &error) const;

    /// Makes one call of libpq that ends in time, and says what came of it.
    template <typename Call> Execution run(Call call);
    const QByteArray *nameOf(const QString &sql, Execution *failure);
    Execution runWhole(const QByteArrayList &statements);
    void judgeWhole(Execution *execution, const QString &message);

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
    const QByteArray everything = withSafeTls(d->parameters).toConnectionString().toUtf8();
    const QByteArray hosts = d->order.hosts();
    const QByteArray addresses = d->order.addresses();
    const QByteArray ports = d->order.ports();
    // The first is taken apart; what follows comes on top, unless it is empty.
    const char *const keywords[] = {"dbname", "client_encoding", "host", "hostaddr", "port", nullptr};
    const char *const values[]
        = {everything.constData(), "UTF8", hosts.constData(), addresses.constData(), ports.constData(), nullptr};
    constexpr int expandFirst = 1;
    std::unique_ptr<PGconn, FreeConnection> connection(PQconnectdbParams(keywords, values, expandFirst));
    if (!connection || PQstatus(connection.get()) != CONNECTION_OK)
        return DatabaseError::fromOpen(connection.get(), d->parameters);
    PQsetNoticeReceiver(connection.get(), &Private::receiveNotice, d.get());
    d->descriptor = ::dup(PQsocket(connection.get()));
    d->connection = std::move(connection);
    d->broken = false;
    return {};
}

void SqlConnection::close()
{
    if (d->descriptor >= 0)
        ::close(std::exchange(d->descriptor, -1));
    d->connection.reset();
    d->prepared.clear();
    d->preamble.clear();
}

void SqlConnection::putHostLast()
{
    PGconn *const connection = d->connection.get();
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfo(connection), &PQconninfoFree);
    const auto value = [&options](const char *keyword) {
        for (const PQconninfoOption *option = options.get(); option && option->keyword; ++option) {
            if (qstrcmp(option->keyword, keyword) == 0)
                return QByteArray(option->val);
        }
        return QByteArray();
    };
    HostOrder order(value("host"), value("hostaddr"), value("port"));
    if (order.putLast(PQhost(connection), PQhostaddr(connection), PQport(connection)))
        d->order = order;
}

bool SqlConnection::isOpen() const
{
    return d->isOpen();
}

bool SqlConnection::isEncrypted() const
{
    return d->connection && PQsslInUse(d->connection.get()) != 0;
}

ConnectionProtection SqlConnection::protection() const
{
    PGconn *const connection = d->connection.get();
    if (!connection)
        return {};
    ConnectionProtection protection;
    protection.host = QString::fromUtf8(PQhost(connection));
    const bool isElsewhere = !isLocalHost(QString::fromUtf8(PQhostaddr(connection)));
    protection.leavesMachine = isElsewhere || !isLocalHost(protection.host);
    const TlsChoice choice = tlsChoice(d->parameters);
    protection.mode = choice.mode.isEmpty() ? QStringLiteral("prefer") : choice.mode;
    if (PQgssEncInUse(connection)) {
        protection.protocol = QStringLiteral("GSSAPI"); // Kerberos verifies both sides, whatever sslmode says
        protection.verified = ConnectionProtection::Host;
    } else if (PQsslInUse(connection)) {
        protection.protocol = QString::fromUtf8(PQsslAttribute(connection, "protocol"));
        if (protection.mode == QLatin1StringView("verify-full"))
            protection.verified = ConnectionProtection::Host;
        else if (protection.mode == QLatin1StringView("verify-ca"))
            protection.verified = ConnectionProtection::Authority;
    }
    return protection;
}

void SqlConnection::setAttemptTimeout(std::chrono::nanoseconds timeout)
{
    d->attemptTimeout = timeout;
}

ElectorError SqlConnection::Private::lost(bool cut)
{
    if (cut)
        return {ErrorCode::TimedOut,
                QStringLiteral("The database did not answer in time; the connection was cut."),
                QStringLiteral("If this repeats, look at the server's load and the network, or use a longer lease."),
                {}};
    return {ErrorCode::ConnectionLost, QStringLiteral("The connection to the database broke."), {}, {}};
}

/// What was not even sent.
Execution SqlConnection::Private::refused(const ElectorError &error) const
{
    Execution execution;
    execution.outcome = Outcome::Failed;
    execution.sentAt = execution.receivedAt = BootClock::now();
    execution.error = error;
    return execution;
}

template <typename Call> Execution SqlConnection::Private::run(Call call)
{
    if (!isOpen())
        return refused(lost(false));
    Execution execution;
    warned = false;
    watchdog.arm(descriptor, attemptTimeout);
    execution.sentAt = BootClock::now();
    Result result(call(connection.get()), &PQclear);
    execution.receivedAt = BootClock::now();
    const bool cut = watchdog.disarm();
    broken = broken || cut || isBad();
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
        // Even if it was cut a moment later: the whole answer is here.
        execution.outcome = Outcome::Answered;
        if (sendsWhole)
            result = TextRows::toBinary(result.get());
        execution.rows = std::make_shared<const BinaryRows>(result.release());
        if (sendsWhole)
            judgeWhole(&execution, {});
        if (!warned)
            return execution;
        execution.outcome = Outcome::Unknown;
        execution.rows.reset();
        execution.error
            = {ErrorCode::Database,
               QStringLiteral("The server stopped waiting for its standby; nobody knows whether the commit is safe."),
               {},
               {}};
        return execution;
    }
    const QString state = QString::fromLatin1(PQresultErrorField(result.get(), PG_DIAG_SQLSTATE));
    execution.outcome = broken || DatabaseError::leavesDoubt(state) ? Outcome::Unknown : Outcome::Failed;
    const QString message = QString::fromUtf8(PQresultErrorField(result.get(), PG_DIAG_MESSAGE_PRIMARY));
    execution.error = broken ? lost(cut) : DatabaseError::fromState(state, message);
    if (sendsWhole)
        judgeWhole(&execution, message);
    qCDebug(lcSql) << execution.error.message() << execution.error.sqlState;
    return execution;
}

/// What a pooler can do to a call, on top of what a server can.
void SqlConnection::Private::judgeWhole(Execution *execution, const QString &message)
{
    const auto distrust = [&](Outcome outcome, const QString &text) {
        broken = true;
        execution->outcome = outcome;
        execution->rows.reset();
        execution->error = {ErrorCode::ConnectionLost, text, {}, {}};
    };
    if (execution->outcome == Outcome::Answered && !execution->rows->isRead())
        distrust(Outcome::Unknown, QStringLiteral("The database gave an answer that makes no sense."));
    else if (execution->outcome == Outcome::Failed && message.contains(QLatin1String(elsewhere())))
        distrust(Outcome::Failed,
                 QStringLiteral("The pooler has led us to another server, or that has started again."));
    else if (!broken && PQtransactionStatus(connection.get()) != PQTRANS_IDLE)
        distrust(Outcome::Unknown, QStringLiteral("The pooler lent us a session in the transaction of somebody else."));
}

/// One message, with the preamble if there is one.
Execution SqlConnection::Private::runWhole(const QByteArrayList &statements)
{
    const QByteArray whole = preamble + statements.join();
    return run([&](PGconn *to) { return PQexec(to, whole.constData()); });
}

/// The name of a statement that is prepared, now or before; null, and why, if that failed.
const QByteArray *SqlConnection::Private::nameOf(const QString &sql, Execution *failure)
{
    if (const auto known = prepared.find(sql); known != prepared.end())
        return &known->second;
    // By its text, so that whoever shares our session, behind a pooler that changed its mind, means the same by a name.
    const QByteArray name = "elector_" + QCryptographicHash::hash(sql.toUtf8(), QCryptographicHash::Sha1).toHex();
    *failure = run([&](PGconn *to) { return PQprepare(to, name.constData(), sql.toUtf8().constData(), 0, nullptr); });
    if (failure->outcome == Outcome::Answered)
        return &prepared.emplace(sql, name).first->second;
    failure->outcome = Outcome::Failed; // preparing applies nothing, however it ends
    return nullptr;
}

Execution SqlConnection::execute(const QString &sql, const QVariantList &values)
{
    const BoundValues bound(values);
    if (bound.hasNul())
        return d->refused(nulError());
    if (d->sendsWhole)
        return d->runWhole({WholeStatement::text(sql.toUtf8(), values)});
    Execution failure;
    const QByteArray *const name = d->nameOf(sql, &failure);
    if (!name)
        return failure;
    return d->run([&](PGconn *to) {
        return PQexecPrepared(to, name->constData(), bound.count(), bound.data(), nullptr, nullptr, binary);
    });
}

Execution SqlConnection::executeOnce(const QString &sql, const QVariantList &values)
{
    const BoundValues bound(values);
    if (bound.hasNul())
        return d->refused(nulError());
    if (d->sendsWhole)
        return d->runWhole({WholeStatement::text(sql.toUtf8(), values)});
    return d->run([&](PGconn *to) {
        return PQexecParams(to, sql.toUtf8().constData(), bound.count(), nullptr, bound.data(), nullptr, nullptr,
                            binary);
    });
}

Execution SqlConnection::executeAfter(const QString &first, const QVariantList &firstValues, const QString &sql,
                                      const QVariantList &values)
{
    Q_ASSERT(d->sendsWhole);
    if (BoundValues(firstValues).hasNul() || BoundValues(values).hasNul())
        return d->refused(nulError());
    return d->runWhole({WholeStatement::text(first.toUtf8(), firstValues), WholeStatement::text(sql.toUtf8(), values)});
}

Execution SqlConnection::read(const QString &sql, const QVariantList &values)
{
    Execution execution = executeOnce(sql, values);
    if (execution.outcome == Outcome::Unknown)
        execution.outcome = Outcome::Failed;
    return execution;
}

Execution SqlConnection::executeScript(const QString &sql)
{
    Execution execution = d->runWhole({sql.toUtf8()});
    execution.rows.reset();
    return execution;
}

bool SqlConnection::sendsWhole() const
{
    return d->sendsWhole;
}

void SqlConnection::setPreamble(const QByteArray &statements)
{
    Q_ASSERT(d->sendsWhole);
    d->preamble = statements;
}

const char *SqlConnection::elsewhere()
{
    return "elector: elsewhere";
}

int SqlConnection::backend() const
{
    return isOpen() ? PQbackendPID(d->connection.get()) : 0;
}

int SqlConnection::socket() const
{
    return isOpen() ? PQsocket(d->connection.get()) : -1;
}

std::vector<SqlConnection::Notification> SqlConnection::takeNotifications()
{
    std::vector<Notification> notifications;
    if (!isOpen())
        return notifications;
    if (PQconsumeInput(d->connection.get()) == 0 || d->isBad())
        d->broken = true;
    while (const std::unique_ptr<PGnotify, decltype(&PQfreemem)> notify{PQnotifies(d->connection.get()), &PQfreemem})
        notifications.push_back({QByteArray(notify->relname), QByteArray(notify->extra)});
    return notifications;
}

} // namespace Elector
