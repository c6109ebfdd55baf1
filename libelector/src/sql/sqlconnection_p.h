// SPDX-License-Identifier: MIT
#pragma once

#include "rules/leaseoperations_p.h"
#include "sql/binaryrows_p.h"

#include <Elector/connectionsecurity.h>

#include <QtCore/QVariant>

#include <chrono>
#include <memory>

namespace Elector {

class Watchdog;

/// What one statement came to.
struct Execution
{
    Outcome outcome = Outcome::Unknown;
    BootClock::time_point sentAt; ///< before the first byte was sent
    BootClock::time_point receivedAt;
    ElectorError error;
    /// The answer if `outcome` is Answered; it belongs to whoever has this.
    std::shared_ptr<const BinaryRows> rows;

    /// None unless `outcome` is Answered.
    int count() const { return rows ? rows->count() : 0; }
    BinaryRow row(int n) const { return {rows.get(), n}; }
};

/// One connection of libpq, opened, used and closed in one thread (the one that constructs it). Every statement has an
/// end: the watchdog cuts the socket of a call that is over its time. Answers come in PostgreSQL's binary format.
///
/// With Pooling::Transaction each call is one simple query, so that a pooler lends one session for all of it: what has
/// to hold for this transaction (setPreamble()), and then the statement with its values written into it. Nothing stays
/// behind in that session.
class SqlConnection
{
public:
    /// `watchdog` must outlive the connection.
    SqlConnection(const ConnectionParameters &parameters, Watchdog &watchdog);
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    /// Connects, with verify-full where another machine is meant and nobody chose an sslmode; returns an error or an
    /// ElectorError that is none. Blocks for `connect_timeout` of each host at most.
    ElectorError open();
    void close();
    /// From now on the host that it is connected to is tried after all others, if several are given: for one that
    /// answers, and is not to be used.
    void putHostLast();
    /// False as soon as a statement found the connection broken, or it was cut.
    bool isOpen() const;
    /// Whether TLS protects it.
    bool isEncrypted() const;
    /// How it is protected on its way; as for no connection at all if it is not open.
    ConnectionProtection protection() const;

    /// The time that each call may take from its first byte to its last, before the watchdog cuts the connection.
    void setAttemptTimeout(std::chrono::nanoseconds timeout);

    /// With Pooling::Transaction: statements that go before each one from now on, until close(), and end with `;`. One
    /// of them may fail with the word elsewhere(): then nothing was applied, and the connection counts as broken.
    void setPreamble(const QByteArray &statements);
    /// Whether it is Pooling::Transaction.
    bool sendsWhole() const;
    /// What a preamble says to a server that is not the one that was checked.
    static const char *elsewhere();

    /// Runs one statement with `$1` placeholders, prepared once in each session and cached by its text. Values are
    /// bound as text, a QByteArray as UTF-8; a null or invalid one, and a null QString, as NULL.
    Execution execute(const QString &sql, const QVariantList &values = {});
    /// The same without preparing, for what a session runs once, or what is planned better for each value.
    Execution executeOnce(const QString &sql, const QVariantList &values = {});
    /// Like executeOnce() for a statement that only reads: however it ends, nothing was applied, so that it is never
    /// Unknown.
    Execution read(const QString &sql, const QVariantList &values = {});
    /// With Pooling::Transaction: like execute(), with a statement between the preamble and this one, in one
    /// transaction.
    Execution executeAfter(const QString &first, const QVariantList &firstValues, const QString &sql,
                           const QVariantList &values);
    /// Runs text without placeholders, unprepared; may hold several statements, which then run as one transaction. The
    /// rows are none.
    Execution executeScript(const QString &sql);

    /// The backend that the login told of; a pooler tells of none, or of one that it made up. 0 if there is none.
    int backend() const;
    /// PostgreSQL's descriptor, for poll(); -1 if there is none.
    int socket() const;
    /// Notifications that have arrived on the socket, oldest first; reads without blocking.
    struct Notification
    {
        QByteArray channel;
        QByteArray payload;
    };
    std::vector<Notification> takeNotifications();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Elector
