// SPDX-License-Identifier: MIT
#pragma once

#include "simulation/timeline.h"

#include <Elector/enums.h>

#include <functional>
#include <optional>

namespace Elector::Simulation {

/// The database's side of one lock, by the meaning of the requests: one row, the term, the longest lease, the clock.
class DatabaseModel
{
public:
    explicit DatabaseModel(SchemaLevel level)
        : m_level(level)
    {
    }

    SchemaLevel level() const { return m_level; }
    ServerTime clock(Moment now) const;
    void stepClock(std::chrono::microseconds by) { m_offset += by; }

    /// Does what is asked, at once. The caller fills in what only the client knows (sentAt, receivedAt).
    Reply perform(Moment now, const Request &request);

    /// The operator's ways. Both return the leader_id that was in the row, if they did anything.
    std::optional<QString> revoke();
    std::optional<QString> evict();

    /// On the full level: only `instanceId` captures until then, or, if it is empty, nobody. The holder is revoked.
    /// Returns the leader_id that was in the row, if it was revoked.
    std::optional<QString> reserve(const QString &instanceId, ServerTime until);
    void resume();

    /// On the full level: what the triggers tell whoever listens.
    std::function<void(const Candidate::Hint &)> notify;
    bool gateHeld = false; ///< an application holds the key of the gate
    bool rowLocked = false; ///< somebody has locked the row: batches skip it
    bool paused = false; ///< the triggers let nobody capture

private:
    struct Row
    {
        QString leaderId;
        std::int64_t term;
        ServerTime expiresAt;
    };
    Reply answer(Moment now, Verdict verdict) const;
    Reply capture(Moment now, const CaptureRequest &request);
    Reply renew(Moment now, const RenewRequest &request);
    Reply release(Moment now, const ReleaseRequest &request);
    Reply cleanUp(Moment now, const CleanUpRequest &request);
    bool matches(const TenureKey &key, bool orTombstone) const;
    void raiseMaxLease(std::chrono::milliseconds lease);
    LockOrder order(ServerTime now) const;
    void tell(Candidate::Hint::Kind kind) const;

    SchemaLevel m_level;
    std::optional<Row> m_row;
    bool m_ordered = false;
    QString m_reservedFor;
    ServerTime m_reservedUntil;
    std::int64_t m_term = 0;
    std::chrono::milliseconds m_maxLease{};
    std::chrono::microseconds m_offset = std::chrono::hours(500'000);
};

} // namespace Elector::Simulation
