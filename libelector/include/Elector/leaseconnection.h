// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/elector_export.h>
#include <Elector/electorconfig.h>

#include <chrono>
#include <memory>

namespace Elector {

class Session;

/// One connection and one thread for any number of electors of a process. A handle: copies share the connection, which
/// is made when the first elector starts and closed when the last one has stopped, or, if that one gave its lease up,
/// `partingTime` later. Any thread.
class ELECTOR_EXPORT LeaseConnection
{
public:
    /// How long a connection over which a lease was given up stays open at least, unless the process ends: the end of
    /// a connection takes a processor of the server's for longer than a hand-over does, and whoever follows comes
    /// first. A process that wants a fast hand-over on a small machine ends that much after LeaderElector::stopped().
    static constexpr std::chrono::milliseconds partingTime{100};

    /// Takes connection, schema, attemptTimeout and createTableOnInit from `config`. Electors that share it must have
    /// the same connection and schema, and no shorter attemptTimeout; their start() refuses otherwise.
    explicit LeaseConnection(const ElectorConfig &config);

    /// Where it connects to.
    ConnectionParameters connection() const;
    /// The schema of its table.
    QString schema() const;

private:
    friend class LeaderElector;
    std::shared_ptr<Session> m_session;
};

} // namespace Elector
