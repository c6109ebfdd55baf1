// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/elector_export.h>
#include <Elector/electorerror.h>

#include <QtCore/QObject>

#include <chrono>
#include <memory>

namespace Elector {

class LeaderElector;

/// Work that is to succeed once in a while, whichever node does it, such as a job that cron starts on every host.
///
/// The database keeps when the work under a lock last succeeded, by its own clock. A node asks *after* it has become
/// leader, and its success is noted in the tenure that did the work, before the lock is given up: whoever leads next
/// finds it. So no two nodes do the work one after the other; but work that has succeeded and could not be noted
/// (failed() tells) is done again. Where a failover loses commits, the note may be among them: guard what must never
/// happen twice by its term, or by LeaseGuard.
///
/// The time counts from the end of the last success. A success from the future (the server's clock was set back) counts
/// as one of now. One lock is one piece of work. Needs the full level. Belongs to the elector's thread.
class ELECTOR_EXPORT OncePer : public QObject
{
    Q_OBJECT
public:
    /// `span` is at least one millisecond. `elector` must outlive this, or nothing happens any more.
    OncePer(LeaderElector *elector, std::chrono::milliseconds span, QObject *parent = nullptr);
    /// Work that is going on counts as failed.
    ~OncePer() override;

    /// As given to the constructor.
    std::chrono::milliseconds span() const;
    /// Whether something between begin() and its end is going on.
    bool isActive() const;

    /// Asks whether the work is due. False, and nothing happens, if the elector does not lead, or if this is active
    /// already. Otherwise one of due(), notDue() and failed() follows; due() comes under a hold of the lock, which
    /// lasts until the success is noted, or the work has failed.
    bool begin();

public Q_SLOTS:
    /// The work that due() began has succeeded: notes it, and tries that again until it is known to be noted or the
    /// lease is over. Ends with noted() or failed().
    void succeed();
    /// The work that due() began has not succeeded, or is not to count: the next one who asks may do it. Also withdraws
    /// a question.
    void giveUp();

Q_SIGNALS:
    /// Do the work now, and call succeed() or giveUp() when it is done.
    void due();
    /// It has succeeded on `leaderId`, and is due again in `remaining`.
    void notDue(const QString &leaderId, std::chrono::milliseconds remaining);
    /// The success is in the database.
    void noted();
    /// Nobody knows whether the work is due, or a success could not be noted; the work may be done again.
    void failed(const Elector::ElectorError &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Elector
