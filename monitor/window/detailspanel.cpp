// SPDX-License-Identifier: MIT
#include "detailspanel.h"

#include "calmdelegate.h"
#include "calmtable.h"
#include "displaytext.h"
#include "leasetext.h"
#include "spoken.h"
#include "theme.h"

#include <QtCore/QEvent>
#include <QtCore/QSettings>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace Elector {

using namespace std::chrono;

namespace {

constexpr milliseconds shortestPause = 1000ms;
// Where reading the locks takes too long, it is not done all the time.
constexpr milliseconds pauseAfterTrouble = 5000ms;

/// Names stand back behind values.
class FactDelegate : public CalmDelegate
{
public:
    using CalmDelegate::CalmDelegate;

protected:
    void paintContents(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                       const QModelIndex &index) const override
    {
        if (index.column() == LeaseFactModel::NameColumn)
            painter->setPen(quietColor(option));
        CalmDelegate::paintContents(painter, option, rect, index);
    }
};

/// An icon beside the part that a session plays; what is hidden stands back.
class SessionDelegate : public CalmDelegate
{
public:
    using CalmDelegate::CalmDelegate;

protected:
    void paintContents(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                       const QModelIndex &index) const override
    {
        if (index.data(LockSessionModel::QuietRole).toBool())
            painter->setPen(quietColor(option));
        if (index.column() != LockSessionModel::RoleColumn) {
            CalmDelegate::paintContents(painter, option, rect, index);
            return;
        }
        const auto role = LockSession::Role(index.data(LockSessionModel::SessionRole).toInt());
        const bool leads = role == LockSession::Holder;
        const bool other = role == LockSession::Bystander;
        drawWithIcon(painter, option, rect,
                     leads       ? QStringLiteral("state-held")
                         : other ? QStringLiteral("info")
                                 : QStringLiteral("state-free"),
                     leads ? Tone::Good : Tone::Quiet, option.text);
    }
};

/// Who waits needs an eye.
class EntryDelegate : public CalmDelegate
{
public:
    using CalmDelegate::CalmDelegate;

protected:
    void paintContents(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                       const QModelIndex &index) const override
    {
        const bool waits = index.data(LockEntryModel::WaitingRole).toBool();
        if (index.column() == LockEntryModel::StateColumn && waits)
            drawWithIcon(painter, option, rect, QStringLiteral("warning"), Tone::Warning, option.text);
        else
            CalmDelegate::paintContents(painter, option, rect, index);
    }
};

class AbilityDelegate : public CalmDelegate
{
public:
    using CalmDelegate::CalmDelegate;

protected:
    void paintContents(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                       const QModelIndex &index) const override
    {
        const bool available = index.data(AbilityModel::AvailableRole).toBool();
        if (index.column() == AbilityModel::AvailableColumn)
            drawWithIcon(painter, option, rect, available ? QStringLiteral("state-held") : QStringLiteral("state-free"),
                         Tone::Quiet, option.text);
        else
            CalmDelegate::paintContents(painter, option, rect, index);
    }
};

} // namespace

DetailsPanel::DetailsPanel(QWidget *parent)
    : QWidget(parent)
    , m_note(new QLabel(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_tabs(new QTabWidget(m_splitter))
    , m_factTable(makeTable(&m_facts, "factTable", tr("What the row of the selected lock says")))
    , m_sessionTable(makeTable(&m_sessions, "sessionTable", tr("Sessions of the selected lock")))
    , m_lockTable(makeTable(&m_locks, "lockTable", tr("Who waits for whom")))
    , m_abilityTable(makeTable(&m_abilities, "abilityTable", tr("What this schema level allows")))
{
    m_factTable->setItemDelegate(new FactDelegate(m_factTable));
    m_factTable->setWidths({{12, 14, 0}, {16, 40, 1}});
    m_factTable->horizontalHeader()->hide();
    m_sessionTable->setItemDelegate(new SessionDelegate(m_sessionTable));
    m_sessionTable->setWidths(
        {{11, 14, 0}, {9, 11, 0}, {12, 20, 1}, {16, 28, 1}, {12, 20, 0}, {10, 14, 0}, {14, 24, 2}});
    m_lockTable->setItemDelegate(new EntryDelegate(m_lockTable));
    m_lockTable->setWidths({{9, 11, 0}, {14, 24, 1}, {18, 26, 0}, {14, 22, 0}, {12, 18, 0}, {18, 40, 2}});
    m_abilityTable->setItemDelegate(new AbilityDelegate(m_abilityTable));
    m_abilityTable->setWidths({{28, 52, 1}, {9, 11, 0}, {24, 60, 2}});

    m_tabs->setObjectName(QStringLiteral("detailsTabs"));
    setSpoken(m_tabs, tr("Details of the selected lock"),
              tr("Its sessions, who waits for whom, and what can be had here"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_sessionTable, tr("Sessions"));
    m_tabs->addTab(m_lockTable, tr("Locks"));
    m_tabs->addTab(m_abilityTable, tr("What is possible here"));
    m_splitter->setObjectName(QStringLiteral("detailsSplitter"));
    m_splitter->insertWidget(0, m_factTable);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 5);
    m_note->setObjectName(QStringLiteral("detailsNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(CalmDelegate::margin, 4, CalmDelegate::margin, 4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_note);

    explain();
}

DetailsPanel::~DetailsPanel()
{
    delete m_splitter; // the tables go before the models that they show
}

CalmTable *DetailsPanel::makeTable(QAbstractItemModel *model, const char *name, const QString &accessibleName)
{
    auto *table = new CalmTable(this);
    table->setObjectName(QString::fromLatin1(name));
    table->setModel(model);
    table->setAccessibleName(accessibleName);
    table->setMinimumHeight(3 * fontMetrics().height());
    return table;
}

void DetailsPanel::setObserver(LeaseObserver *observer)
{
    if (m_observer)
        m_observer->disconnect(this);
    m_observer = observer;
    m_request = 0;
    m_lease.reset();
    m_facts.setLease({}, LeaseState::Free);
    forget();
    m_abilities.setAbilities({});
    if (observer) {
        connect(observer, &LeaseObserver::detailsReceived, this, &DetailsPanel::receive);
        connect(observer, &LeaseObserver::lookTaken, this, &DetailsPanel::ask);
        connect(observer, &LeaseObserver::stateChanged, this, &DetailsPanel::updateFreshness);
        connect(observer, &LeaseObserver::errorOccurred, this, &DetailsPanel::updateFreshness);
        connect(observer, &LeaseObserver::recovered, this, &DetailsPanel::updateFreshness);
    }
    updateFreshness();
}

void DetailsPanel::showLock(const std::optional<Lease> &lease, LeaseState state, const LeaseRemarks &remarks)
{
    const bool same = lease && m_lease && lease->lockId == m_lease->lockId;
    m_lease = lease;
    m_facts.setLease(lease, state, remarks);
    if (same)
        return;
    forget();
    ask();
}

/// What was known is about another lock.
void DetailsPanel::forget()
{
    m_sessions.setSessions({});
    m_locks.setDetails({});
    m_known = false;
    m_hidden = false;
    m_error = {};
    m_locksError = {};
    m_askedAt.reset();
    explain();
}

// One question at a time, however fast one walks along the rows.
void DetailsPanel::ask()
{
    if (!isVisible() || !m_lease || m_request != 0 || !isCurrent())
        return;
    const milliseconds pause = m_locksError || m_error ? pauseAfterTrouble : shortestPause;
    const auto now = BootClock::now();
    if (m_askedAt && now < *m_askedAt + pause) // the next snapshot may be far away
        return;
    m_askedAt = now;
    m_requestedLock = m_lease->lockId;
    m_request = m_observer->requestDetails(m_lease->lockId);
    explain();
}

void DetailsPanel::receive(quint64 id, const LockDetails &details, const ElectorError &error)
{
    if (id != m_request)
        return;
    m_request = 0;
    if (!m_lease || m_lease->lockId != m_requestedLock) { // another one was selected meanwhile
        ask();
        return;
    }
    m_error = error;
    if (!error) {
        m_known = true;
        m_locksError = details.locksError;
        m_hidden = std::any_of(details.sessions.cbegin(), details.sessions.cend(),
                               [](const LockSession &session) { return session.hidden; });
        m_sessions.setSessions(details.sessions);
        if (!details.locksError)
            m_locks.setDetails(details);
        m_abilities.setAbilities(details.abilities);
    }
    explain();
}

bool DetailsPanel::isCurrent() const
{
    return m_observer && !m_observer->isStale()
        && (m_observer->state() == LeaseObserver::Watching || m_observer->state() == LeaseObserver::Paused);
}

/// Stale values stand back, and can still be read and copied.
void DetailsPanel::updateFreshness()
{
    const bool fresh = isCurrent() && m_observer->state() == LeaseObserver::Watching && !m_error;
    for (CalmTable *table : {m_factTable, m_sessionTable, m_lockTable, m_abilityTable}) {
        QPalette colours = palette();
        if (!fresh) {
            const QColor quiet = toneColor(Tone::Quiet, palette());
            for (const auto group : {QPalette::Active, QPalette::Inactive})
                colours.setColor(group, QPalette::Text, quiet);
        }
        if (table->palette() != colours)
            table->setPalette(colours);
    }
}

void DetailsPanel::explain()
{
    const QString reading = tr("Reading…");
    const QString failed = tr("Cannot be read. %1").arg(displayText(m_error.message(), 400));
    const auto empty = [&](const QString &text) {
        return !m_lease ? QString() : m_known ? text : m_error ? failed : isCurrent() ? reading : tr("Not connected.");
    };
    m_factTable->setEmptyText(tr("Select a lock to see its details."));
    m_sessionTable->setEmptyText(empty(
        tr("No session says that it holds this lock or waits for it. Nodes of nest-leader-election, and sessions with "
           "an application_name of their own, cannot be told by their names.")));
    m_lockTable->setEmptyText(m_locksError
                                  ? tr("The locks cannot be read. %1").arg(displayText(m_locksError.message(), 400))
                                  : empty(tr("Nobody waits, and nobody holds anything up.")));
    m_abilityTable->setEmptyText(empty({}));
    m_tabs->setTabText(0, m_sessions.rowCount() > 0 ? tr("Sessions (%1)").arg(m_sessions.rowCount()) : tr("Sessions"));
    m_tabs->setTabText(1, m_locks.waits() > 0 ? tr("Locks (waits: %1)").arg(m_locks.waits()) : tr("Locks"));

    QStringList notes;
    if (m_known && m_error)
        notes << tr("These are old: %1").arg(displayText(m_error.message(), 400));
    if (m_known && m_locksError && m_locks.rowCount() > 0)
        notes << tr("The locks are old: %1").arg(displayText(m_locksError.message(), 400));
    if (m_hidden)
        notes << tr("What is hidden can be seen by a member of pg_monitor: GRANT pg_monitor TO %1.")
                     .arg(isolated(displayText(m_observer ? m_observer->server().user : QString(), 80)));
    m_note->setText(notes.join(QLatin1Char('\n')));
    m_note->setVisible(!notes.isEmpty());
    updateFreshness();
}

void DetailsPanel::restoreLayout(const QSettings &settings)
{
    m_splitter->restoreState(settings.value(QStringLiteral("details/splitter")).toByteArray());
    m_tabs->setCurrentIndex(settings.value(QStringLiteral("details/tab"), 0).toInt());
    for (CalmTable *table : {m_sessionTable, m_lockTable, m_abilityTable})
        table->restoreColumnState(settings.value(QStringLiteral("details/%1").arg(table->objectName())).toByteArray());
}

void DetailsPanel::saveLayout(QSettings &settings) const
{
    settings.setValue(QStringLiteral("details/splitter"), m_splitter->saveState());
    settings.setValue(QStringLiteral("details/tab"), m_tabs->currentIndex());
    for (const CalmTable *table : {m_sessionTable, m_lockTable, m_abilityTable})
        settings.setValue(QStringLiteral("details/%1").arg(table->objectName()), table->columnState());
}

void DetailsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void DetailsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_factTable)
        updateFreshness();
}

} // namespace Elector
