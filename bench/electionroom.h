// SPDX-License-Identifier: MIT
#pragma once

#include "postgresserver.h"
#include "report.h"

#include <Elector/electorconfig.h>

#include <QtCore/QEventLoop>
#include <QtCore/QTimer>

#include <chrono>
#include <functional>

namespace Elector {

/// A private server with a full table, for what is measured without a window.
class ElectionRoom
{
public:
    /// False: errorString() says why.
    bool start(int maxConnections);
    QString errorString() const { return m_error; }
    /// A new database with an empty full table.
    bool newDatabase();

    ElectorConfig config(const QString &instanceId, std::chrono::milliseconds lease) const;
    QString dsn() const { return m_server.dsn(m_database); }
    SqlResult exec(const QString &sql) { return m_server.exec(sql, m_database); }
    PostgresServer &server() { return m_server; }
    QString database() const { return m_database; }

private:
    PostgresServer m_server;
    QString m_database;
    QString m_error;
};

/// Runs the event loop until `done`, which may be none, or for `limit`; false: it was not done.
bool waitUntil(const std::function<bool()> &done, std::chrono::milliseconds limit);

// What is measured; `quick` with fewer samples.
void measureHandOver(ElectionRoom *room, Report *report, bool quick);
void measureTakeOver(ElectionRoom *room, Report *report, bool quick);
void measureStart(ElectionRoom *room, Report *report, bool quick);
void measureRenewal(ElectionRoom *room, Report *report, bool quick);
void measureIsLeader(ElectionRoom *room, Report *report, bool quick);
void measureManyLocks(ElectionRoom *room, Report *report, bool quick);

} // namespace Elector
