// SPDX-License-Identifier: MIT
#include "leasepage.h"

#include "displaytext.h"
#include "leasetext.h"
#include "leaseview.h"
#include "profilestrip.h"

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
    connect(m_watch.get(), &LeaseWatch::snapshotAboutToBeMerged, m_view, &LeaseView::rememberPlace);
    connect(m_watch.get(), &LeaseWatch::snapshotMerged, this, &LeasePage::merged);
    updateState();
}

LeasePage::~LeasePage()
{
    delete m_view; // it goes before the model that it shows
}

void LeasePage::setFilterText(const QString &text)
{
    m_filterText = text;
    m_view->filterModel()->setFilterText(text);
    updateEmptyText();
}

QString LeasePage::summary() const
{
    if (!m_watch->hasSnapshot())
        return {};
    const LeaseModel *model = m_watch->model();
    const int all = model->rowCount();
    const int shown = m_view->model()->rowCount();
    QStringList parts{shown == all ? tr("Locks: %1").arg(all) : tr("Locks: %1 of %2").arg(shown).arg(all)};
    const auto add = [&](LeaseState state, const QString &text) {
        const int count = model->count(state);
        if (count > 0)
            parts << text.arg(count);
    };
    add(LeaseState::Expired, tr("%1 expired"));
    add(LeaseState::Revoked, tr("%1 revoked"));
    add(LeaseState::Free, tr("%1 free"));
    return parts.join(QStringLiteral(", "));
}

QList<LeaseExport::Row> LeasePage::shownRows() const
{
    QList<LeaseExport::Row> rows;
    const QAbstractItemModel *shown = m_view->model();
    for (int row = 0; row < shown->rowCount(); ++row) {
        if (const auto lease = m_watch->model()->lease(shown->index(row, 0).data(LeaseModel::LockIdRole).toInt()))
            rows.append({*lease, m_watch->observer()->remainingNow(*lease)});
    }
    return rows;
}

void LeasePage::repaintTime()
{
    if (m_watch->isCurrent())
        m_view->repaintCountdowns();
    else
        m_banner->setMessage(bannerMessage()); // its age grows
}

void LeasePage::merged()
{
    m_view->restorePlace();
    if (!m_hasSelectedFirst) {
        m_hasSelectedFirst = true;
        if (!m_view->selectedLock() && m_view->model()->rowCount() > 0)
            m_view->selectRow(0);
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
    if (m_watch->model()->rowCount() > 0 && m_view->model()->rowCount() == 0)
        m_view->setEmptyText(tr("No lock matches “%1”.").arg(m_filterText));
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
        break;
    }
    return {};
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
