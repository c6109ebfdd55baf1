// SPDX-License-Identifier: MIT
#pragma once

#include "postgresserver.h"
#include "report.h"

#include <Elector/electorconfig.h>
#include <Elector/schema.h>

#include <QtCore/QEventLoop>
#include <QtCore/QTimer>

#include <chrono>
#include <functional>

namespace Elector {

/// A private server with a full table, for what is measured without a window.
class ElectionRoom
{
public:
    /// With lines for postgresql.conf, and programs from elsewhere than the installed ones. False: errorString() says
    /// why.
    bool start(int maxConnections, const QStringList &conf = {}, const QString &bin = {});
    QString errorString() const { return m_error; }
    /// A new database with an empty table.
    bool newDatabase(SchemaLevel level = SchemaLevel::Full);
    int majorVersion() const { return m_server.majorVersion(); }

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

/// A part of what a program measures, in a database of its own.
struct Part
{
    const char *name;
    void (*measure)(ElectionRoom *, Report *, bool quick);
    bool onlyByName = false; ///< takes so long that it must be asked for
};

/// Reads the command line of the application, measures, reports; the exit code of the program.
int runParts(const std::vector<Part> &parts, int maxConnections = 100);

// What is measured; `quick` with fewer samples.
void measureHandOver(ElectionRoom *room, Report *report, bool quick);
void measureTakeOver(ElectionRoom *room, Report *report, bool quick);
void measureStart(ElectionRoom *room, Report *report, bool quick);
void measureRenewal(ElectionRoom *room, Report *report, bool quick);
void measureIsLeader(ElectionRoom *room, Report *report, bool quick);
void measureManyLocks(ElectionRoom *room, Report *report, bool quick);
void measureLasting(ElectionRoom *room, Report *report, bool quick);
void measureBatches(ElectionRoom *room, Report *report, bool quick);
void measureCrowd(ElectionRoom *room, Report *report, bool quick);
void measureStorage(ElectionRoom *room, Report *report, bool quick);
void measurePackage(ElectionRoom *room, Report *report, bool quick);

/// One process of a crowd: `count` electors of lock 1 on one connection; see crowd.cpp.
int crowdMember(const QString &dsn, const QString &instanceId, int count);

} // namespace Elector
