// SPDX-License-Identifier: MIT
#include "Elector/leadertimer.h"

#include "Elector/leaderelector.h"
#include "Elector/onceper.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <algorithm>
#include <utility>

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
    std::chrono::milliseconds interval{0};
    std::unique_ptr<OncePer> oncePer;
    bool active = false;
    bool fireOnGain = false;
    bool firing = false; ///< with `oncePer`: the slots are at work
    bool failed = false;
    bool missed = false; ///< a success of before was still being noted when a tick came

    void tick()
    {
        if (timer.intervalAsDuration() != interval || !timer.isActive())
            timer.start(interval); // the last pause was another one
        if (oncePer) {
            missed = !oncePer->begin() && elector && elector->isLeader();
            return;
        }
        // The hold outlives the slots, even if one of them deletes the timer.
        const LeaderHold hold = elector ? elector->hold() : LeaderHold();
        if (hold)
            Q_EMIT q->timeout();
    }
    void fireOncePer()
    {
        failed = false;
        firing = true;
        const QPointer<OncePer> alive(oncePer.get());
        Q_EMIT q->timeout();
        if (!alive)
            return;
        firing = false;
        if (failed)
            alive->giveUp();
        else
            alive->succeed();
    }
    void catchUp()
    {
        if (std::exchange(missed, false) && timer.isActive())
            tick();
    }
    void follow(bool leader, bool justGained)
    {
        if (!active || !leader) {
            timer.stop();
            if (oncePer && !firing)
                oncePer->giveUp(); // a question: the next leader asks for itself
            return;
        }
        if (oncePer || (justGained && fireOnGain))
            tick();
        else if (!timer.isActive())
            timer.start(interval);
    }
};

LeaderTimer::LeaderTimer(LeaderElector *elector, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, elector))
{
    connect(&d->timer, &QTimer::timeout, this, [this] { d->tick(); });
    if (elector)
        connect(elector, &LeaderElector::leadershipChanged, this, [this](bool leader) { d->follow(leader, leader); });
}

LeaderTimer::~LeaderTimer() = default;

void LeaderTimer::setInterval(std::chrono::milliseconds interval)
{
    d->interval = std::max(interval, std::chrono::milliseconds(1));
    if (d->timer.isActive())
        d->timer.start(d->interval);
}

std::chrono::milliseconds LeaderTimer::interval() const
{
    return d->interval;
}

void LeaderTimer::setFireOnGain(bool fire)
{
    d->fireOnGain = fire;
}

void LeaderTimer::setOncePer(std::chrono::milliseconds span)
{
    if (d->active)
        return;
    d->oncePer.reset();
    if (span <= std::chrono::milliseconds::zero())
        return;
    d->oncePer = std::make_unique<OncePer>(d->elector, span);
    connect(d->oncePer.get(), &OncePer::due, this, [this] { d->fireOncePer(); });
    connect(d->oncePer.get(), &OncePer::notDue, this, [this](const QString &, std::chrono::milliseconds remaining) {
        if (d->timer.isActive())
            d->timer.start(std::min(d->interval, remaining));
    });
    connect(d->oncePer.get(), &OncePer::noted, this, [this] { d->catchUp(); });
    connect(d->oncePer.get(), &OncePer::failed, this, [this](const ElectorError &error) {
        const QPointer<LeaderTimer> alive(this);
        Q_EMIT errorOccurred(error);
        if (alive)
            d->catchUp();
    });
}

std::chrono::milliseconds LeaderTimer::oncePer() const
{
    return d->oncePer ? d->oncePer->span() : std::chrono::milliseconds::zero();
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
    d->follow(false, false);
}

void LeaderTimer::tickFailed()
{
    d->failed = true;
}

} // namespace Elector
