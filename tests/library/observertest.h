// SPDX-License-Identifier: MIT
#pragma once

#include "librarytest.h"

#include <Elector/leaseobserver.h>

#include <QStringList>

#include <memory>
#include <optional>

namespace Elector {

/// A test with a LeaseObserver, and everything that it has said.
class ObserverTest : public LibraryTest
{
    Q_OBJECT

protected:
    /// A new observer, with nothing said yet, which looks every 100 ms once it is started. As the administrator, unless
    /// \a dsn says otherwise.
    LeaseObserver &makeObserver(const QString &dsn = {});
    void observe(const QString &dsn = {}) { makeObserver(dsn).start(); }
    bool seen(LeaseChange::Kind kind) const;
    /// The kinds of the events in their order.
    QStringList kinds() const;
    /// The first event of that kind.
    std::optional<LeaseEvent> find(const QString &kind) const;

    void setUp() override { forget(); }
    void tearDown() override { m_observer.reset(); }

    std::unique_ptr<LeaseObserver> m_observer;
    QList<LeaseChange> m_changes;
    QList<ElectorError> m_errors;
    QList<LeaseEvent> m_events;
    QList<ForcedRelease> m_outcomes;
    int m_recovered = 0;

private:
    void forget();
};

} // namespace Elector
