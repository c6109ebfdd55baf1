// SPDX-License-Identifier: MIT
#include "Elector/onceper.h"

#include "elector/leaderelector_p.h"
#include "logging_p.h"
#include "sql/successtable_p.h"

#include <Elector/leaderelector.h>

#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <algorithm>
#include <utility>

namespace Elector {

using namespace std::chrono_literals;

/// Asks and notes in the elector's session, again after a failure that may pass, for as long as the lease can be
/// trusted.
class OncePer::Private
{
public:
    enum class Phase { Idle, Asking, Working, Noting };
    using Question = SuccessTable::Answer (SuccessTable::*)(int, const TenureKey &);

    Private(OncePer *owner, LeaderElector *followed, std::chrono::milliseconds every)
        : q(owner)
        , elector(followed)
        , span(std::max(every, 1ms))
    {
        retry.setSingleShot(true);
        QObject::connect(&retry, &QTimer::timeout, owner, [this] { ask(); });
        limit.setSingleShot(true);
        QObject::connect(&limit, &QTimer::timeout, owner, [this] { awaitDeadline(); });
    }

    void enter(Phase next)
    {
        phase = next;
        error = {};
        ask();
        awaitDeadline();
    }
    void ask();
    void onAnswer(const SuccessTable::Answer &answer);
    void awaitDeadline();
    void end()
    {
        ++question;
        phase = Phase::Idle;
        retry.stop();
        limit.stop();
        hold.release();
    }
    void fail(const ElectorError &why)
    {
        end();
        Q_EMIT q->failed(why);
    }
    void failAsLost()
    {
        fail(error ? error
                   : ElectorError{ErrorCode::Refused,
                                  QStringLiteral("The lease of lock %1 is over.").arg(lockId),
                                  QStringLiteral("Whether the work is to be done is up to the next leader."),
                                  {}});
    }

    OncePer *const q;
    const QPointer<LeaderElector> elector;
    const std::chrono::milliseconds span;
    Phase phase = Phase::Idle;
    LeaderHold hold;
    int lockId = 0;
    ElectorError error; ///< of the last try
    quint64 question = 0; ///< answers to earlier ones are dropped
    QTimer retry;
    QTimer limit;
};

void OncePer::Private::ask()
{
    if (!elector)
        return failAsLost();
    const TenureKey key{hold.leaderId(), hold.term()};
    const Question what = phase == Phase::Asking ? &SuccessTable::last : &SuccessTable::note;
    elector->d->ask([key, what, lock = lockId, self = QPointer<OncePer>(q),
                     n = ++question](const Session::Access *access, const ElectorError &noAccess) {
        SuccessTable::Answer answer;
        answer.outcome = Outcome::Failed;
        answer.error = noAccess;
        if (access) {
            SuccessTable table(access->connection, access->facts.server);
            answer = (table.*what)(lock, key);
        }
        return [self, n, answer] {
            if (self && self->d->question == n)
                self->d->onAnswer(answer);
        };
    });
}

void OncePer::Private::onAnswer(const SuccessTable::Answer &answer)
{
    if (answer.lasting)
        return fail(answer.error);
    if (answer.outcome != Outcome::Answered) {
        if (std::exchange(error, answer.error) != answer.error)
            qCWarning(lcElector).noquote() << "Lock" << lockId << answer.error.message();
        retry.start(elector ? elector->config().attemptTimeout() / 8 : 100ms);
        return;
    }
    error = {};
    if (!answer.held)
        return failAsLost();
    if (phase == Phase::Noting) {
        end();
        Q_EMIT q->noted();
        return;
    }
    if (answer.age && *answer.age < span) {
        end();
        Q_EMIT q->notDue(answer.by, span - std::max(*answer.age, 0ms));
        return;
    }
    if (!hold.isValid())
        return failAsLost();
    phase = Phase::Working;
    limit.stop();
    Q_EMIT q->due();
}

/// The database may not answer at all; beyond the deadline nothing that it could say is of use.
void OncePer::Private::awaitDeadline()
{
    if (phase != Phase::Asking && phase != Phase::Noting)
        return;
    if (!hold.isValid())
        return failAsLost();
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(hold.deadline() - BootClock::now());
    limit.start(std::clamp<std::chrono::milliseconds>(left, 1ms, 1h));
}

OncePer::OncePer(LeaderElector *elector, std::chrono::milliseconds span, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, elector, span))
{
}

OncePer::~OncePer() = default;

std::chrono::milliseconds OncePer::span() const
{
    return d->span;
}

bool OncePer::isActive() const
{
    return d->phase != Private::Phase::Idle;
}

bool OncePer::begin()
{
    if (isActive() || !d->elector)
        return false;
    d->hold = d->elector->hold();
    if (!d->hold)
        return false;
    d->lockId = d->elector->config().lockId();
    if (!d->hold.term()) {
        d->fail({ErrorCode::TableMissing,
                 QStringLiteral("A plain leader_lease does not keep when the work last succeeded."),
                 QStringLiteral("Make it full by \"elector migrate\"."),
                 {}});
        return true;
    }
    d->enter(Private::Phase::Asking);
    return true;
}

void OncePer::succeed()
{
    if (d->phase == Private::Phase::Working)
        d->enter(Private::Phase::Noting);
}

void OncePer::giveUp()
{
    if (d->phase == Private::Phase::Working || d->phase == Private::Phase::Asking)
        d->end();
}

} // namespace Elector
