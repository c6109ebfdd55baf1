// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/leaseobserver.h>

#include <QtCore/QString>

#include <optional>

namespace Elector {

/// Who says that nothing may be done here.
enum class ReadOnlyMode { Off, CommandLine, Profile };

/// What decides whether a lock may be released from this window.
struct ReleaseSituation
{
    std::optional<Lease> lease; ///< the selected one
    bool several = false; ///< others are selected with it
    LeaseState effectiveState = LeaseState::Free; ///< as shown: a lease may have run out since it was read
    ReadOnlyMode readOnly = ReadOnlyMode::Off;
    QString profile; ///< its name; may be empty
    LeaseObserver::State observerState = LeaseObserver::Stopped;
    bool stale = true;
    ServerInfo server;
    QString schema;
};

/// Why nothing at all can be released, whatever is selected: two words for the status bar and a sentence. Empty if
/// nothing stands in the way.
struct ReleaseRestriction
{
    QString label;
    QString why;
};
ReleaseRestriction generalRestriction(const ReleaseSituation &situation);

/// Why the selected lock cannot be released now, and what would help; empty if it can. One that is revoked already can:
/// its holder may be evicted.
QString whyNotReleasable(const ReleaseSituation &situation);

/// Why the selected lock cannot be paused, resumed, handed over or named now; empty if it can.
QString whyNoOrder(const ReleaseSituation &situation);

} // namespace Elector
