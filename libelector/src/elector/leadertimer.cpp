// SPDX-License-Identifier: MIT
#include "Elector/leadertimer.h"

#include "Elector/leaderelector.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <algorithm>

namespace Elector {

struct LeaderTimer::Private
{
    Private(LeaderTimer *owner, LeaderElector *followed)
        : q(owner)
        , elector(followed)
    {
    }

    LeaderTimer *q;
    QPointer<LeaderElector> elector;
    QTimer timer;
    bool active = false;
    bool fireOnGain = false;

    void fire()
    {
        // The hold outlives the slots, even if one of them deletes the timer.
        const LeaderHold hold = elector ? elector->hold() : LeaderHold();
        if (hold)
            Q_EMIT q->timeout();
    }
    void follow(bool leader, bool justGained)
    {
        if (!active || !leader) {
            timer.stop();
            return;
        }
        if (!timer.isActive())
            timer.start();
        if (justGained && fireOnGain)
            fire();
    }
};

LeaderTimer::LeaderTimer(LeaderElector *elector, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, elector))
{
    connect(&d->timer, &QTimer::timeout, this, [this] { d->fire(); });
    if (elector)
        connect(elector, &LeaderElector::leadershipChanged, this, [this](bool leader) { d->follow(leader, leader); });
}

LeaderTimer::~LeaderTimer() = default;

void LeaderTimer::setInterval(std::chrono::milliseconds interval)
{
    d->timer.setInterval(std::max(interval, std::chrono::milliseconds(1)));
}

std::chrono::milliseconds LeaderTimer::interval() const
{
    return d->timer.intervalAsDuration();
}

void LeaderTimer::setFireOnGain(bool fire)
{
    d->fireOnGain = fire;
}

bool LeaderTimer::isActive() const
{
    return d->active;
}

void LeaderTimer::start()
{
    d->active = true;
    d->follow(d->elector && d->elector->isLeader(), false);
}

void LeaderTimer::stop()
{
    d->active = false;
    d->timer.stop();
}

} // namespace Elector
