// SPDX-License-Identifier: MIT
#include "leasepage.h"

#include "displaytext.h"
#include "leasecells.h"
#include "leasetext.h"
#include "leaseview.h"
#include "profilestrip.h"

#include <QtCore/QLocale>
#include <QtWidgets/QVBoxLayout>

namespace Elector {

namespace {

QString joined(const QString &a, const QString &b)
{
    return a.isEmpty() || b.isEmpty() ? a + b : a + QLatin1Char(' ') + b;
}

} // namespace

LeasePage::LeasePage(std::unique_ptr<LeaseWatch> watch, QWidget *parent)
    : QWidget(parent)
    , m_watch(std::move(watch))
    , m_banner(new Banner(this))
    , m_view(new LeaseView(m_watch->model(), this))
{
    m_view->setObjectName(QStringLiteral("leaseTable"));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new ProfileStrip(m_watch->target().profile, this));
    layout->addWidget(m_banner);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(m_view, &LeaseView::selectedLockChanged, this, &LeasePage::selectionChanged);
    connect(m_banner, &Banner::actionTriggered, this, &LeasePage::bannerAction);
    connect(m_watch.get(), &LeaseWatch::stateChanged, this, &LeasePage::updateState);
    connect(m_watch.get(), &LeaseWatch::rowsChanged, this, &LeasePage::rowsChanged);
    updateState();
}

LeasePage::~LeasePage()
{
    delete m_view; // it goes before the model that it shows
}

QString LeasePage::summary() const
{
    if (!m_watch->hasSnapshot())
        return {};
    const LeaseTotals totals = m_watch->model()->totals();
    const int shown = m_watch->model()->shownLocks();
    QStringList parts{shown == totals.locks ? tr("Locks: %1").arg(totals.locks)
                                            : tr("Locks: %1 of %2").arg(shown).arg(totals.locks)};
    const auto add = [&parts](int count, const QString &text) {
        if (count > 0)
            parts << text.arg(count);
    };
    const int selected = m_view->selectedRows();
    add(selected > 1 ? selected : 0, tr("%1 selected"));
    add(totals.expired, tr("%1 expired"));
    add(totals.revoked, tr("%1 revoked"));
    add(totals.free, tr("%1 free"));
    add(totals.paused, tr("%1 paused"));
    add(totals.reserved, tr("%1 reserved"));
    add(totals.nearMisses, tr("near misses: %1"));
    add(totals.flapping, tr("flapping: %1"));
    return parts.join(QStringLiteral(", "));
}

LeaseExport::Source LeasePage::shownRows() const
{
    const LeaseModel *model = m_watch->model();
    return [order = model->shownOrder(), cells = LeaseCells(model->shownTime())] {
        QList<LeaseExport::Row> rows;
        for (int i = 0; i < order.size(); ++i) {
            const ShownLease &shown = *order.at(i).lease;
            if (shown.row) // a group has none
                rows.append({shown.row->lease, cells.remaining(shown)});
        }
        return rows;
    };
}

void LeasePage::repaintTime()
{
    if (m_watch->isCurrent())
        m_view->repaintCountdowns();
    else
        m_banner->setMessage(bannerMessage()); // its age grows
}

void LeasePage::rowsChanged()
{
    if (!m_hasSelectedFirst && m_view->model()->rowCount() > 0) {
        m_hasSelectedFirst = true;
        if (!m_view->selectedLock())
            m_view->setCurrentIndex(m_view->model()->index(0, 0));
    }
    updateEmptyText();
}

void LeasePage::updateState()
{
    m_banner->setMessage(bannerMessage());
    updateEmptyText();
}

void LeasePage::updateEmptyText()
{
    const LeaseModel *model = m_watch->model();
    if (!model->filterError().isEmpty())
        m_view->setEmptyText(model->filterError());
    else if (model->totals().locks > 0 && model->shownLocks() == 0)
        m_view->setEmptyText(model->filter().text.isEmpty() ? tr("No lock is in the states that were chosen.")
                                                            : tr("No lock matches “%1”.").arg(model->filter().text));
    else if (m_watch->hasSnapshot())
        m_view->setEmptyText(tr("No leases in schema %1: nobody has taken a lock yet.").arg(m_watch->target().schema));
    else
        m_view->setEmptyText({});
}

QString LeasePage::ageText() const
{
    return tr("The rows are as they were %1 ago.").arg(LeaseText::age(m_watch->snapshotAge()));
}

Banner::Message LeasePage::bannerMessage() const
{
    const LeaseObserver *observer = m_watch->observer();
    const ElectorError error = observer->lastError();
    const QString text = displayText(error.text, 400);
    const QString remedy = displayText(error.remedy, 400);
    const bool hasRows = m_watch->hasSnapshot();
    switch (observer->state()) {
    case LeaseObserver::Stopped:
        return error ? Banner::Message{Tone::Bad, text, remedy, tr("Connect…")} : Banner::Message{};
    case LeaseObserver::Paused:
        return {Tone::Quiet, tr("Paused."), hasRows ? ageText() : QString(), tr("Resume")};
    case LeaseObserver::Connecting:
        if (!error)
            return {Tone::Quiet, tr("Connecting to %1…").arg(m_watch->label()), {}, {}};
        if (hasRows)
            return {Tone::Bad, tr("Connection lost, reconnecting. %1").arg(ageText()), joined(text, remedy),
                    tr("Try now")};
        return {Tone::Bad, text, joined(remedy, tr("Trying again by itself.")), tr("Connect…")};
    case LeaseObserver::Watching:
        if (observer->isStale() && error)
            return {Tone::Bad, hasRows ? joined(text, ageText()) : text, joined(remedy, tr("Trying again by itself.")),
                    tr("Try now")};
        return limitationMessage();
    }
    return {};
}

// The rows are current, but there are more of them than are read.
Banner::Message LeasePage::limitationMessage() const
{
    const LeaseSnapshot snapshot = m_watch->observer()->snapshot();
    if (!snapshot.isComplete() || !snapshot.limitation())
        return {};
    return {
        Tone::Warning,
        tr("Not all locks are shown: only the first %1 by id.").arg(QLocale().toString(snapshot.size())),
        tr("Delete locks that nobody uses any more from leader_lease_lock, or give each application a schema of its "
           "own."),
        {}};
}

void LeasePage::bannerAction()
{
    switch (m_watch->observer()->state()) {
    case LeaseObserver::Paused:
        Q_EMIT resumeWanted();
        break;
    case LeaseObserver::Connecting:
        if (m_watch->hasSnapshot())
            m_watch->refresh();
        else
            Q_EMIT connectionWanted();
        break;
    case LeaseObserver::Watching:
        m_watch->refresh();
        break;
    case LeaseObserver::Stopped:
        Q_EMIT connectionWanted();
        break;
    }
}

} // namespace Elector
