// SPDX-License-Identifier: MIT
#pragma once

#include "postgresserver.h"

#include <Elector/electorconfig.h>
#include <Elector/enums.h>

#include <QTest>

#include <chrono>
#include <memory>

class QSqlDatabase;

/// A generous limit for everything that is only a matter of time.
#define ELECTOR_TRY(condition) QTRY_VERIFY_WITH_TIMEOUT((condition), 30'000)
#define ELECTOR_TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT((actual), (expected), 30'000)

namespace Elector {

/// One server for a test program, one database for each test.
class LibraryRoom
{
public:
    [[nodiscard]] bool start(const PostgresServer::Options &options);
    [[nodiscard]] bool start() { return start(PostgresServer::Options()); }
    /// A new database, with `leader_lease` at \a level unless that is None.
    [[nodiscard]] bool newDatabase(SchemaLevel level = SchemaLevel::None);

    PostgresServer server;
    QString database;

    /// Settings of a node that connects over the Unix socket, or to \a port of 127.0.0.1.
    ElectorConfig config(const QString &instanceId, std::chrono::milliseconds lease = std::chrono::seconds(1),
                         quint16 port = 0) const;
    /// A connection of an application's own, for the calling thread.
    std::unique_ptr<TestConnection> application(const QString &user = QStringLiteral("postgres")) const;

    SqlResult exec(const QString &sql) { return server.exec(sql, database); }
    QVariant value(const QString &sql) { return exec(sql).value(); }
    /// The row's leader_id; empty if there is no row.
    QString holder(int lockId = 1);
    /// The row's expires_at, microseconds since 1970; 0 if there is no row.
    qint64 expiresAt(int lockId = 1);
    /// What clock_timestamp() is, microseconds since 1970.
    qint64 serverTime();
    /// The events of one lock in their order, such as "captured released" (full level).
    QString events(int lockId = 1);
    /// Replaces the row by one of \a leaderId, behind the triggers' backs. Times are SQL expressions.
    SqlResult plant(int lockId, const QString &leaderId, const QString &expiresAt,
                    const QString &createdAt = QStringLiteral("clock_timestamp() - interval '1 day'"));
    /// Everything the catalogue says of leader_lease: equal before and after if nobody altered it.
    QString shape();
};

} // namespace Elector
