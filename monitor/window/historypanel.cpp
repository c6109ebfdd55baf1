// SPDX-License-Identifier: MIT
#include "historypanel.h"

#include "calmdelegate.h"
#include "calmtable.h"
#include "leasetext.h"

#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace Elector {

namespace {

constexpr int mostEntries = 1000;

/// An icon beside what happened, coloured where somebody intervened or nobody led.
class EventDelegate : public CalmDelegate
{
public:
    using CalmDelegate::CalmDelegate;

protected:
    void paintContents(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                       const QModelIndex &index) const override
    {
        if (index.column() != HistoryModel::EventColumn) {
            CalmDelegate::paintContents(painter, option, rect, index);
            return;
        }
        struct Look
        {
            QLatin1StringView kind;
            const char *icon;
            Tone tone;
        };
        static constexpr Look looks[] = {
            {QLatin1StringView("captured"), "state-held", Tone::Good},
            {QLatin1StringView("expired"), "state-expired", Tone::Bad},
            {QLatin1StringView("revoked"), "state-revoked", Tone::Warning},
            {QLatin1StringView("evicted"), "state-revoked", Tone::Warning},
        };
        const QString kind = index.data(HistoryModel::KindRole).toString();
        const auto look
            = std::find_if(std::begin(looks), std::end(looks), [&](const Look &l) { return l.kind == kind; });
        const bool known = look != std::end(looks);
        drawWithIcon(painter, option, rect, QString::fromLatin1(known ? look->icon : "state-free"),
                     known ? look->tone : Tone::Quiet, option.text);
    }
};

} // namespace

HistoryPanel::HistoryPanel(QWidget *parent)
    : QWidget(parent)
    , m_table(new CalmTable(this))
{
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new EventDelegate(m_table));
    m_table->setMinimumHeight(3 * fontMetrics().height());
    m_table->setAccessibleName(tr("History of the selected lock"));
    m_table->setWidths({{13, 15, 0}, {20, 23, 0}, {17, 20, 0}, {20, 34, 1}, {14, 28, 1}, {12, 24, 3}});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    explainEmptiness();
}

void HistoryPanel::setObserver(LeaseObserver *observer)
{
    if (m_observer)
        m_observer->disconnect(this);
    m_observer = observer;
    m_lease.reset();
    m_model.clear();
    m_error = {};
    m_level = SchemaLevel::None;
    if (observer) {
        connect(observer, &LeaseObserver::historyReceived, this, &HistoryPanel::receive);
        connect(observer, &LeaseObserver::eventsRecorded, this, &HistoryPanel::append);
        connect(observer, &LeaseObserver::stateChanged, this, [this] {
            // The level is known once connected; after a break there may be entries that were missed.
            if (m_observer && m_observer->state() == LeaseObserver::Watching && !m_observer->isStale())
                reload();
        });
    }
    explainEmptiness();
}

void HistoryPanel::showLock(std::optional<Lease> lease)
{
    const bool same = lease && m_lease && lease->lockId == m_lease->lockId;
    m_lease = std::move(lease);
    if (same)
        return;
    m_model.clear();
    m_error = {};
    m_request = 0;
    reload();
}

void HistoryPanel::reload()
{
    m_level = m_observer ? m_observer->server().level : SchemaLevel::None;
    if (m_observer && m_lease && m_level == SchemaLevel::Full)
        m_request = m_observer->requestHistory(m_lease->lockId, mostEntries);
    explainEmptiness();
}

void HistoryPanel::receive(quint64 id, const QList<LeaseEvent> &events, const ElectorError &error)
{
    if (id != m_request)
        return;
    m_request = 0;
    m_error = error;
    if (!error)
        append(events);
    explainEmptiness();
}

void HistoryPanel::append(const QList<LeaseEvent> &events)
{
    if (!m_lease)
        return;
    QList<LeaseEvent> ours;
    for (const LeaseEvent &event : events) {
        if (event.lockId == m_lease->lockId)
            ours.append(event);
    }
    m_model.add(ours);
}

void HistoryPanel::explainEmptiness()
{
    if (!m_lease)
        m_table->setEmptyText(tr("Select a lock to see who led when."));
    else if (m_error)
        m_table->setEmptyText(tr("The history cannot be read. %1").arg(m_error.message()));
    else if (m_level == SchemaLevel::Plain)
        m_table->setEmptyText(tr("A plain table keeps no history. “elector migrate” adds it."));
    else if (m_request != 0)
        m_table->setEmptyText(tr("Reading the history of lock %1…").arg(LeaseText::lock(*m_lease)));
    else
        m_table->setEmptyText(tr("Nothing is recorded of lock %1.").arg(LeaseText::lock(*m_lease)));
}

} // namespace Elector
