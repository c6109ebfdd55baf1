// SPDX-License-Identifier: MIT
#pragma once

#include "connectionprofile.h"
#include "leasemodel.h"
#include "releasepermission.h"

#include <Elector/leaseobserver.h>

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace Elector {

/// What is to be watched: one schema of one database, and what the operator may do there.
struct WatchTarget
{
    ConnectionParameters connection; ///< with the password, if one is needed; it is kept in memory only
    QString schema = QStringLiteral("public");
    ConnectionProfile
        profile; ///< its name, its colour, whether it is read-only; without a name if it was not made from one
    bool readOnly = false; ///< by --read-only: nothing can be released or ordered, whatever profile and role allow
};

/// One schema of one database while it is watched: reads it, keeps its rows in a model, and knows what may be done.
/// No widgets. Lives in the window's thread, which never waits for the database.
class LeaseWatch : public QObject
{
    Q_OBJECT

public:
    explicit LeaseWatch(const WatchTarget &target, QObject *parent = nullptr);
    ~LeaseWatch() override;

    void start();
    const WatchTarget &target() const { return m_target; }
    LeaseObserver *observer() const { return m_observer.get(); }
    LeaseModel *model() { return &m_model; }
    const LeaseModel *model() const { return &m_model; }

    /// Where it looks: the operator's name for it, or `role@host:port/database`. Fit for display.
    QString label() const;
    /// The same with the schema, if that is not `public`.
    QString title() const;
    /// The rows are what the database says now: connected, reading, and the last read succeeded.
    bool isCurrent() const;
    bool isPaused() const { return m_paused; }
    /// All rows have been read at least once.
    bool hasSnapshot() const { return m_hasSnapshot; }
    std::chrono::seconds snapshotAge() const;
    /// What decides whether something can be done to `lock` here and now.
    ReleaseSituation situation(std::optional<int> lock) const;

    void setInterval(std::chrono::milliseconds interval);
    void setPaused(bool paused);
    void refresh();
    /// Moves the countdowns; a lease that runs out is looked at ahead of time.
    void tick();

Q_SIGNALS:
    /// Connected, disconnected, paused, an error came or went, or a lease ran out.
    void stateChanged();
    /// The rows, or how many there are of a kind, are others than before.
    void rowsChanged();

private:
    void viewChanged();
    void updateState();
    void lookAhead();

    const WatchTarget m_target;
    LeaseModel m_model;
    std::unique_ptr<LeaseObserver> m_observer;
    bool m_paused = false;
    bool m_hasSnapshot = false;
    BootClock::time_point m_lastLook; // when a lease that ran out last made us read ahead of time
    QTimer m_look;
};

} // namespace Elector
