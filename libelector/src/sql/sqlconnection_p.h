// SPDX-License-Identifier: MIT
#pragma once

#include "rules/leaseoperations_p.h"

#include <QtCore/QByteArrayList>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <chrono>
#include <memory>

namespace Elector {

class ConnectionParameters;
class Watchdog;
class BinaryRows;

/// What one statement came to.
struct Execution
{
    Outcome outcome = Outcome::Unknown;
    BootClock::time_point sentAt; ///< before the first byte was sent
    BootClock::time_point receivedAt;
    ElectorError error;
    /// The active result if `outcome` is Answered; belongs to the connection and is valid until its next statement.
    QSqlQuery *query = nullptr;
};

/// What a statement read, for answers of many rows; the rows belong to whoever has this.
struct ReadAnswer
{
    Outcome outcome = Outcome::Unknown;
    BootClock::time_point sentAt; ///< before the first byte was sent
    BootClock::time_point receivedAt;
    ElectorError error;
    std::shared_ptr<const BinaryRows> rows; ///< if `outcome` is Answered
};

/// One QSqlDatabase, opened, used and removed in one thread (the one that constructs it). Every statement has an
/// end: the watchdog cuts the socket of a call that is over its time.
class SqlConnection
{
public:
    /// `watchdog` must outlive the connection.
    SqlConnection(const ConnectionParameters &parameters, Watchdog &watchdog);
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    /// Connects; returns an error or an ElectorError that is none. Blocks for `connect_timeout` of each host at most.
    ElectorError open();
    void close();
    /// False as soon as a statement found the connection broken, or it was cut.
    bool isOpen() const;
    QSqlDatabase database() const;
    /// Whether TLS protects it.
    bool isEncrypted() const;

    /// The time that each call may take from its first byte to its last, before the watchdog cuts the connection.
    void setAttemptTimeout(std::chrono::nanoseconds timeout);

    /// Prepares a statement ahead of its first execute(), so that this one is as fast as the next.
    bool prepare(const QString &sql);
    /// Runs one statement with `?` placeholders, prepared once in each session and cached by its text.
    Execution execute(const QString &sql, const QVariantList &binds = {});
    /// Runs text without placeholders, unprepared; may hold several statements, which then run as one transaction.
    Execution executeScript(const QString &sql);

    /// Runs one statement that only reads, with `$1` placeholders, unprepared; its answer comes in PostgreSQL's binary
    /// format, a tenth of the work for both sides.
    ReadAnswer read(const QString &sql, const QByteArrayList &binds);

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
    QSqlQuery *prepared(const QString &sql, Execution *execution);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Elector
