// SPDX-License-Identifier: MIT
#include "sql/leasetable_p.h"

#include "sql/rowreading_p.h"
#include "sql/servercheck_p.h"
#include "sql/sqlconnection_p.h"
#include "sql/sqltext_p.h"
#include "sql/tenureproof_p.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRandomGenerator>
#include <QtCore/QVariant>

#include <array>
#include <bit>
#include <charconv>
#include <iterator>
#include <limits>

namespace Elector {

namespace {

QVariant optionalTerm(const TenureKey &key)
{
    return key.term ? QVariant(static_cast<qlonglong>(*key.term)) : QVariant();
}

QVariant optionalTime(const std::optional<ServerTime> &time)
{
    return time ? QVariant(static_cast<qlonglong>(time->time_since_epoch().count())) : QVariant();
}

QVariant milliseconds(std::chrono::milliseconds span)
{
    return QVariant(static_cast<qlonglong>(span.count()));
}

Verdict verdictOf(const QString &word)
{
    static const struct
    {
        const char *word;
        Verdict verdict;
    } words[] = {{"captured", Verdict::Captured},
                 {"held", Verdict::NotExpired},
                 {"bid", Verdict::NotExpired},
                 {"gate", Verdict::GateBusy},
                 {"beyond", Verdict::BeyondTime},
                 {"paused", Verdict::Barred},
                 {"reserved", Verdict::Barred},
                 {"renewed", Verdict::Renewed},
                 {"expired", Verdict::Expired},
                 {"busy", Verdict::Busy},
                 {"lost", Verdict::Lost},
                 {"released", Verdict::Released},
                 {"nothing", Verdict::NothingToRelease},
                 {"cleaned", Verdict::Cleaned}};
    for (const auto &entry : words) {
        if (word == QLatin1String(entry.word))
            return entry.verdict;
    }
    return Verdict::None;
}

Reply replyOf(const Execution &execution)
{
    Reply reply;
    reply.outcome = execution.outcome;
    reply.sentAt = execution.sentAt;
    reply.receivedAt = execution.receivedAt;
    reply.error = execution.error;
    return reply;
}

void makeUnreadable(Reply *reply)
{
    reply->outcome = Outcome::Unknown;
    reply->verdict = Verdict::None;
    reply->error = {ErrorCode::Database, QStringLiteral("The database gave an answer that makes no sense."), {}, {}};
}

/// Verdict, server's time, row (three columns), longest lease: the columns of most answers, from `query`'s current row.
void readAnswer(const BinaryRow &row, Reply *reply)
{
    reply->verdict = verdictOf(row.text(0));
    reply->serverTime = RowReading::time(row, 1);
    reply->row = RowReading::lease(row, 2, reply->serverTime);
    reply->maxLease = std::chrono::milliseconds(row.number(5));
    if (reply->verdict == Verdict::None)
        makeUnreadable(reply);
}

/// Server's time, row (three columns), longest lease, orders (five): the columns of a look.
void readLook(const BinaryRow &row, Reply *reply)
{
    reply->verdict = Verdict::Read;
    reply->serverTime = RowReading::time(row, 0);
    reply->row = RowReading::lease(row, 1, reply->serverTime);
    reply->maxLease = std::chrono::milliseconds(row.number(4));
    reply->order = RowReading::order(row, 5, reply->serverTime);
}

/// Gives each row to the reply whose number, counted from `first`, stands in `column`. Replies without one are
/// unreadable.
template <typename Read>
void forEachNumbered(const Execution &execution, int column, qlonglong first, std::vector<Reply> *replies, Read read)
{
    if (execution.outcome != Outcome::Answered)
        return;
    for (int i = 0; i < execution.count(); ++i) {
        const BinaryRow row = execution.row(i);
        const qlonglong n = row.number(column) - first;
        if (n >= 0 && n < std::ssize(*replies))
            read(row, &(*replies)[static_cast<std::size_t>(n)]);
    }
    for (Reply &reply : *replies) {
        if (reply.verdict == Verdict::None)
            makeUnreadable(&reply);
    }
}

QString jsonText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// The name that was asked for, if it came back: one text in memory, however many have it.
void share(const QString &leaderId, Reply *reply)
{
    if (reply->row && reply->row->leaderId == leaderId)
        reply->row->leaderId = leaderId;
}

/// The literals of PostgreSQL's arrays.
class ArrayText
{
public:
    explicit ArrayText(std::size_t elements, int each) { m_text.reserve(qsizetype(elements) * each + 2); }
    void append(qint64 number)
    {
        begin();
        std::array<char, 24> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        m_text.append(digits.data(), end - digits.data());
    }
    void append(const std::optional<std::int64_t> &number)
    {
        if (number)
            return append(qint64(*number));
        begin();
        m_text.append("NULL");
    }
    void append(const QString &text)
    {
        begin();
        QByteArray bytes = text.toUtf8();
        if (bytes.contains('"') || bytes.contains('\\'))
            bytes.replace("\\", "\\\\").replace("\"", "\\\"");
        m_text.append('"').append(bytes).append('"');
    }
    QByteArray take() { return (m_text.isEmpty() ? m_text.append('{') : m_text).append('}'); }

private:
    void begin() { m_text.append(m_text.isEmpty() ? '{' : ','); }

    QByteArray m_text;
};

/// The answer to a statement that has exactly one row.
Reply singleAnswer(const Execution &execution)
{
    Reply reply = replyOf(execution);
    if (execution.outcome != Outcome::Answered)
        return reply;
    if (execution.count() == 1)
        readAnswer(execution.row(0), &reply);
    else
        makeUnreadable(&reply);
    return reply;
}

} // namespace

LeaseTable::LeaseTable(SqlConnection &connection, const QString &schema, SchemaLevel level, Gate gate, Access access)
    : m_connection(connection)
    , m_schema(schema)
    , m_level(level)
    , m_gate(gate)
    , m_access(access)
{
    Q_ASSERT(level == SchemaLevel::Plain || level == SchemaLevel::Full);
}

LeaseTable::LeaseTable(SqlConnection &connection, const ServerFacts &facts)
    // (Functions take the lock of the gate as their owner, who may.)
    : LeaseTable(connection, facts.schema, facts.level,
                 facts.mayLock || facts.callsFunctions() ? Gate::AdvisoryLock : Gate::None,
                 facts.callsFunctions() ? Access::Functions : Access::Table)
{
}

const LeaseTable::Text &LeaseTable::text(const char *name)
{
    for (const Text &text : m_texts) {
        if (qstrcmp(text.name, name) == 0)
            return text;
    }
    const QLatin1String wanted(name);
    const bool isCalled = m_access == Access::Functions && !wanted.startsWith(QLatin1String("read"));
    const bool wantsKey = isCalled && wanted != QLatin1String("clean_up");
    QString sql = isCalled ? SqlText::call(wanted, m_schema, wantsKey ? SqlText::Key::Last : SqlText::Key::None)
                           : statement(wanted, m_schema, m_level);
    if (m_gate == Gate::None)
        sql.replace(QLatin1String("pg_try_advisory_xact_lock(t.gate)"), QLatin1String("true"));
    m_texts.push_back({name, sql, wantsKey});
    return m_texts.back();
}

Execution LeaseTable::execute(const char *name, QVariantList values)
{
    const Text &wanted = text(name);
    if (wanted.wantsKey)
        values.append(TenureProof::key());
    return m_connection.execute(wanted.sql, values);
}

bool LeaseTable::rehearse()
{
    if (m_connection.executeScript(QStringLiteral("BEGIN")).outcome != Outcome::Answered)
        return false;
    // A lock that nobody uses, and another one for each session, so that no two wait for each other.
    const int lockId = -1 - int(QRandomGenerator::global()->bounded(quint32(std::numeric_limits<int>::max())));
    CaptureRequest bid;
    bid.leaderId = QStringLiteral("rehearsal#%1.1").arg(TenureProof::newIncarnation());
    bid.lease = std::chrono::seconds(1);
    bid.ungated = true;
    const Reply captured = capture(lockId, bid);
    if (captured.verdict == Verdict::Captured) {
        const TenureKey key{bid.leaderId, captured.row->term};
        renew(lockId, {key, bid.lease, false});
        release(lockId, {key});
    }
    return m_connection.executeScript(QStringLiteral("ROLLBACK")).outcome == Outcome::Answered
        && captured.verdict == Verdict::Captured;
}

Reply LeaseTable::perform(const Request &request)
{
    struct Visitor
    {
        LeaseTable &table;
        int lockId;
        Reply operator()(const ReadRequest &) { return table.read(lockId); }
        Reply operator()(const CaptureRequest &what) { return table.capture(lockId, what); }
        Reply operator()(const RenewRequest &what) { return table.renew(lockId, what); }
        Reply operator()(const ReleaseRequest &what) { return table.release(lockId, what); }
        Reply operator()(const CleanUpRequest &what) { return table.cleanUp(what); }
    };
    return std::visit(Visitor{*this, request.lockId}, request.what);
}

Reply LeaseTable::read(int lockId)
{
    static const char name[] = "read";
    const Execution execution = execute(name, {lockId});
    Reply reply = replyOf(execution);
    if (execution.outcome != Outcome::Answered)
        return reply;
    if (execution.count() == 1)
        readLook(execution.row(0), &reply);
    else
        makeUnreadable(&reply);
    return reply;
}

std::vector<Reply> LeaseTable::readBatch(const std::vector<int> &lockIds)
{
    static const char name[] = "read_batch";
    if (lockIds.empty())
        return {};
    if (lockIds.size() == 1)
        return {read(lockIds.front())};
    QJsonArray wanted;
    for (const int lockId : lockIds)
        wanted.append(lockId);
    const Execution execution = execute(name, {jsonText(wanted)});
    std::vector<Reply> replies(lockIds.size(), replyOf(execution));
    // (Ordinality counts from 1.)
    forEachNumbered(execution, 10, 1, &replies, [](const BinaryRow &row, Reply *reply) { readLook(row, reply); });
    return replies;
}

Reply LeaseTable::capture(int lockId, const CaptureRequest &request)
{
    static const char name[] = "capture";
    QVariant stuckLeader;
    QVariant stuckAt;
    if (request.stuck) {
        stuckLeader = request.stuck->leaderId;
        stuckAt = optionalTime(request.stuck->expiresAt);
    }
    const Execution execution
        = execute(name,
                  {lockId, request.leaderId, milliseconds(request.lease), optionalTime(request.notAfter),
                   request.ungated, static_cast<qlonglong>(gateKey(m_schema, lockId)), stuckLeader, stuckAt});
    Reply reply = singleAnswer(execution);
    if (reply.outcome == Outcome::Answered)
        reply.order = RowReading::order(execution.row(0), 6, reply.serverTime);
    share(request.leaderId, &reply);
    return reply;
}

std::vector<Reply> LeaseTable::captureBatch(const std::vector<Capture> &captures)
{
    std::vector<Capture> together;
    std::vector<std::size_t> places;
    std::vector<Reply> replies(captures.size());
    const auto isSpecial = [](const CaptureRequest &what) { return what.ungated || what.stuck; };
    for (std::size_t i = 0; i < captures.size(); ++i) {
        if (isSpecial(captures[i].what))
            continue;
        together.push_back(captures[i]);
        places.push_back(i);
    }
    const std::vector<Reply> answers = captureTogether(together);
    for (std::size_t i = 0; i < places.size(); ++i)
        replies[places[i]] = answers[i];
    for (std::size_t i = 0; i < captures.size(); ++i) {
        if (isSpecial(captures[i].what))
            replies[i] = capture(captures[i].lockId, captures[i].what);
    }
    return replies;
}

std::vector<Reply> LeaseTable::captureTogether(const std::vector<Capture> &captures)
{
    static const char name[] = "capture_batch";
    if (captures.empty())
        return {};
    if (captures.size() == 1)
        return {capture(captures.front().lockId, captures.front().what)};
    QJsonArray wanted;
    for (std::size_t i = 0; i < captures.size(); ++i) {
        const CaptureRequest &what = captures[i].what;
        QJsonObject one{{QStringLiteral("n"), static_cast<qint64>(i)},
                        {QStringLiteral("id"), captures[i].lockId},
                        {QStringLiteral("leader"), what.leaderId},
                        {QStringLiteral("lease_ms"), static_cast<qint64>(what.lease.count())},
                        // (As text, for a JSON number has 53 bits only.)
                        {QStringLiteral("gate"), QString::number(gateKey(m_schema, captures[i].lockId))}};
        if (what.notAfter)
            one.insert(QStringLiteral("not_after"), static_cast<qint64>(what.notAfter->time_since_epoch().count()));
        wanted.append(one);
    }
    const Execution execution = execute(name, {jsonText(wanted)});
    std::vector<Reply> replies(captures.size(), replyOf(execution));
    forEachNumbered(execution, 11, 0, &replies, [](const BinaryRow &row, Reply *reply) {
        readAnswer(row, reply);
        if (reply->outcome == Outcome::Answered)
            reply->order = RowReading::order(row, 6, reply->serverTime);
    });
    for (std::size_t i = 0; i < captures.size(); ++i)
        share(captures[i].what.leaderId, &replies[i]);
    return replies;
}

Reply LeaseTable::renew(int lockId, const RenewRequest &request)
{
    static const char name[] = "renew";
    static const char again[] = "renew_again";
    const QVariantList values{lockId, request.key.leaderId, optionalTerm(request.key), milliseconds(request.lease)};
    const Execution execution = execute(name, values);
    const bool refused = execution.outcome == Outcome::Answered && execution.count() == 0;
    Reply reply = singleAnswer(refused ? execute(again, values) : execution);
    share(request.key.leaderId, &reply);
    return reply;
}

QVariantList LeaseTable::valuesOf(const std::vector<Renewal> &renewals)
{
    ArrayText ids(renewals.size(), 8);
    ArrayText leaders(renewals.size(), 48);
    ArrayText terms(renewals.size(), 20);
    ArrayText leases(renewals.size(), 8);
    for (const auto &[lockId, what] : renewals) {
        ids.append(qint64(lockId));
        leaders.append(what.key.leaderId);
        terms.append(what.key.term);
        leases.append(qint64(what.lease.count()));
    }
    return {ids.take(), leaders.take(), terms.take(), leases.take()};
}

std::vector<Reply> LeaseTable::repliesOf(const Execution &execution, const std::vector<Renewal> &renewals)
{
    std::vector<Reply> replies(renewals.size(), replyOf(execution));
    for (int i = 0; i < execution.count(); ++i) {
        const BinaryRow row = execution.row(i);
        const auto n = std::size_t(row.number(0) - 1); // (Ordinality counts from 1.)
        if (n >= replies.size())
            continue;
        Reply &reply = replies[n];
        reply.verdict = Verdict::Renewed;
        reply.serverTime = ServerTime(row.time(1));
        RowState &lease = reply.row.emplace();
        lease.leaderId = renewals[n].what.key.leaderId; // of which the statement has made sure
        lease.expiresAt = ServerTime(row.time(2));
        lease.term = RowReading::number(row, 3);
        lease.remaining = RowReading::remaining(lease.expiresAt, reply.serverTime);
    }
    return replies;
}

std::vector<Reply> LeaseTable::renewBatch(const std::vector<Renewal> &renewals)
{
    static const char name[] = "renew_batch";
    if (renewals.empty())
        return {};
    const Execution execution = execute(name, valuesOf(renewals));
    std::vector<Reply> replies = repliesOf(execution, renewals);
    if (execution.outcome == Outcome::Answered)
        renewAgain(renewals, &replies);
    return replies;
}

/// Those that nothing came back for.
void LeaseTable::renewAgain(const std::vector<Renewal> &renewals, std::vector<Reply> *replies)
{
    static const char name[] = "renew_batch_again";
    QJsonArray wanted;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < renewals.size(); ++i) {
        if ((*replies)[i].verdict != Verdict::None)
            continue;
        const RenewRequest &what = renewals[i].what;
        QJsonObject one{{QStringLiteral("n"), static_cast<qint64>(places.size())},
                        {QStringLiteral("id"), renewals[i].lockId},
                        {QStringLiteral("leader"), what.key.leaderId},
                        {QStringLiteral("lease_ms"), static_cast<qint64>(what.lease.count())}};
        if (what.key.term)
            one.insert(QStringLiteral("term"), static_cast<qint64>(*what.key.term));
        wanted.append(one);
        places.push_back(i);
    }
    if (places.empty())
        return;
    const Execution execution = execute(name, {jsonText(wanted)});
    std::vector<Reply> answers(places.size(), replyOf(execution));
    forEachNumbered(execution, 6, 0, &answers, readAnswer);
    for (std::size_t i = 0; i < places.size(); ++i)
        (*replies)[places[i]] = std::move(answers[i]);
}

Reply LeaseTable::release(int lockId, const ReleaseRequest &request)
{
    static const char name[] = "release";
    return singleAnswer(execute(name, {lockId, request.key.leaderId, optionalTerm(request.key)}));
}

std::vector<Reply> LeaseTable::releaseBatch(const std::vector<Release> &releases)
{
    static const char name[] = "release_batch";
    if (releases.empty())
        return {};
    if (releases.size() == 1)
        return {release(releases.front().lockId, releases.front().what)};
    ArrayText ids(releases.size(), 8);
    ArrayText leaders(releases.size(), 48);
    ArrayText terms(releases.size(), 20);
    for (const auto &[lockId, what] : releases) {
        ids.append(qint64(lockId));
        leaders.append(what.key.leaderId);
        terms.append(what.key.term);
    }
    const Execution execution = execute(name, {ids.take(), leaders.take(), terms.take()});
    std::vector<Reply> replies(releases.size(), replyOf(execution));
    for (int i = 0; i < execution.count(); ++i) {
        const BinaryRow row = execution.row(i);
        const auto n = std::size_t(row.number(0) - 1); // (Ordinality counts from 1.)
        if (n >= replies.size())
            continue;
        replies[n].verdict = Verdict::Released;
        replies[n].serverTime = ServerTime(row.time(1));
    }
    // One bad row must not keep the others.
    for (std::size_t i = 0; i < replies.size() && execution.outcome != Outcome::Unknown; ++i) {
        if (replies[i].verdict == Verdict::None)
            replies[i] = release(releases[i].lockId, releases[i].what);
    }
    return replies;
}

Reply LeaseTable::cleanUp(const CleanUpRequest &request)
{
    static const char name[] = "clean_up";
    const Execution execution = execute(name, {request.limit, optionalTime(request.notAfter)});
    Reply reply = singleAnswer(execution);
    if (reply.outcome == Outcome::Answered)
        reply.cleaned = int(execution.row(0).number(6));
    return reply;
}

Reply LeaseTable::publish(int lockId, const TenureKey &key, const QString &metadata)
{
    static const char name[] = "publish";
    if (m_level != SchemaLevel::Full) {
        Reply reply;
        reply.outcome = Outcome::Failed;
        reply.sentAt = reply.receivedAt = BootClock::now();
        reply.error = {ErrorCode::Configuration,
                       QStringLiteral("A plain leader_lease has no room for what a leader publishes."),
                       QStringLiteral("Make it full by \"elector migrate\"."),
                       {}};
        return reply;
    }
    const QVariant value = metadata.isEmpty() ? QVariant() : QVariant(metadata);
    return singleAnswer(execute(name, {lockId, key.leaderId, optionalTerm(key), value}));
}

QString LeaseTable::releaseSqlForLibpq(const QString &schema, SchemaLevel level)
{
    return SqlText::statement(QStringLiteral("release_libpq"), schema, level);
}

QString LeaseTable::releaseCallForLibpq(const QString &schema)
{
    return SqlText::call(QStringLiteral("release"), schema, SqlText::Key::Last)
        + QStringLiteral(" WHERE verdict = 'released'");
}

std::int64_t LeaseTable::gateKey(const QString &schema, int lockId)
{
    const QByteArray what = QByteArrayLiteral("elector gate ") + schema.toUtf8() + ' ' + QByteArray::number(lockId);
    const QByteArray digest = QCryptographicHash::hash(what, QCryptographicHash::Sha256);
    return std::bit_cast<std::int64_t>(static_cast<std::uint64_t>(digest.left(8).toHex().toULongLong(nullptr, 16)));
}

QString LeaseTable::statement(const QString &name, const QString &schema, SchemaLevel level)
{
    return SqlText::statement(name, schema, level);
}

QStringList LeaseTable::statementNames()
{
    return {QStringLiteral("read"),
            QStringLiteral("read_batch"),
            QStringLiteral("capture"),
            QStringLiteral("capture_batch"),
            QStringLiteral("renew"),
            QStringLiteral("renew_batch"),
            QStringLiteral("renew_batch_again"),
            QStringLiteral("release_batch"),
            QStringLiteral("release"),
            QStringLiteral("clean_up"),
            QStringLiteral("publish")};
}

} // namespace Elector
