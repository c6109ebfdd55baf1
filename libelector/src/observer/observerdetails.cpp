// SPDX-License-Identifier: MIT

// An observer's questions about a single lock.
#include "observer/leaseobserver_p.h"

namespace Elector {

using namespace std::chrono_literals;

namespace {

/// What a look at the leases may have to wait for pg_locks.
constexpr auto patience = 1000ms;

} // namespace

quint64 LeaseObserverPrivate::requestDetails(int lockId)
{
    const quint64 id = ++m_lastId;
    m_askedDetails.insert(id);
    auto work
        = [box = client, schemaName = schema, lockId, id](const Session::Access *access, const ElectorError &error) {
              ObserverMessage::Details details{id, {}};
              details.result.details.lockId = lockId;
              details.result.error = error;
              if (access)
                  details.result.error = nothingToSee(access->facts.server, schemaName);
              if (access && !details.result.error) {
                  const ServerFacts &facts = access->facts.server;
                  LockInspector inspector(access->connection, schemaName, facts.level);
                  details.result = inspector.details(lockId, facts, access->facts.notifies, patience);
                  if (details.result.spoilt)
                      access->recheck = true;
              }
              box->mailbox.post({std::move(details)});
          };
    if (session)
        session->run(std::move(work));
    else
        work(nullptr,
             {ErrorCode::Unreachable,
              QStringLiteral("The observer is stopped."),
              QStringLiteral("Start it first."),
              {}});
    return id;
}

} // namespace Elector
