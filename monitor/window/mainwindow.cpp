// SPDX-License-Identifier: MIT
#include "mainwindow.h"

#include "connectdialog.h"
#include "connectionlabel.h"
#include "detailsdock.h"
#include "detailspanel.h"
#include "displaytext.h"
#include "historypanel.h"
#include "leasetext.h"
#include "leaseview.h"
#include "releasedialog.h"
#include "serverstatus.h"

#include <QtCore/QEvent>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace Elector {

using namespace std::chrono;

namespace {

// Tenths of a second move in the countdowns.
constexpr milliseconds tickInterval = 100ms;
// A lease that ran out is looked at ahead of time, but not more often than this.
constexpr milliseconds shortestLook = 500ms;

} // namespace

MainWindow::MainWindow(const MonitorOptions &options, QWidget *parent)
    : QMainWindow(parent)
    , m_options(options)
    , m_view(new LeaseView(&m_model, this))
    , m_banner(new Banner(this))
    , m_status(new ServerStatus(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/elector/icons/elector-monitor.svg")));
    m_view->setObjectName(QStringLiteral("leaseTable"));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_view, 1);
    setCentralWidget(central);
    statusBar()->addPermanentWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);

    buildActions();
    buildMenus();
    buildToolBar();
    buildHistory();
    buildDetails();
    restoreLayout();

    connect(m_view, &LeaseView::selectedLockChanged, this, &MainWindow::selectionChanged);
    connect(m_view, &QWidget::customContextMenuRequested, this, &MainWindow::showTableMenu);
    connect(m_banner, &Banner::actionTriggered, this, &MainWindow::bannerAction);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        LeaseFilter filter = m_model.filter();
        filter.text = text;
        m_model.setFilter(filter);
    });
    connect(&m_ticker, &QTimer::timeout, this, &MainWindow::tick);
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, [this] {
        m_lastLook = BootClock::now();
        m_observer->refresh();
    });
    connect(&m_model, &LeaseModel::leasesRanOut, this, [this] {
        const auto due = duration_cast<milliseconds>(m_lastLook + shortestLook - BootClock::now());
        if (!m_look.isActive())
            m_look.start(std::clamp<milliseconds>(due, 0ms, shortestLook));
    });
    connect(&m_model, &LeaseModel::viewChanged, this, &MainWindow::viewChanged);
    m_ticker.start(tickInterval);
    watch(options.connection, options.schema);
    m_view->setFocus();
}

MainWindow::~MainWindow()
{
    m_history->setObserver(nullptr);
    m_details->panel()->setObserver(nullptr);
    delete takeCentralWidget(); // the table goes before the models that it shows
}

void MainWindow::watch(const ConnectionParameters &connection, const QString &schema)
{
    m_history->setObserver(nullptr);
    m_details->panel()->setObserver(nullptr);
    m_observer.reset();
    m_hasSnapshot = false;
    m_model.clear();
    m_options.connection = connection;
    m_options.schema = schema;

    ConnectionParameters named = connection;
    if (named.value(QStringLiteral("application_name")).isEmpty())
        named.set(QStringLiteral("application_name"), QStringLiteral("elector-monitor"));
    m_observer = std::make_unique<LeaseObserver>(named, schema);
    m_observer->setInterval(m_interval);
    connect(m_observer.get(), &LeaseObserver::stateChanged, this, &MainWindow::updateState);
    connect(m_observer.get(), &LeaseObserver::errorOccurred, this, &MainWindow::updateState);
    connect(m_observer.get(), &LeaseObserver::recovered, this, &MainWindow::updateState);
    connect(m_observer.get(), &LeaseObserver::lookTaken, this, &MainWindow::updateState);
    m_model.setObserver(m_observer.get());
    m_history->setObserver(m_observer.get());
    m_details->panel()->setObserver(m_observer.get());
    if (m_pause->isChecked())
        m_pause->setChecked(false);
    m_observer->start();
    updateState();
}

// --- what is shown -----------------------------------------------------------------------------------------------

void MainWindow::viewChanged()
{
    if (!m_observer)
        return;
    if (!m_hasSnapshot && !m_view->selectedLock() && m_model.rowCount() > 0)
        m_view->selectRow(0);
    const LeaseSnapshot snapshot = m_observer->snapshot();
    m_hasSnapshot = m_hasSnapshot || (snapshot.isComplete() && m_model.totals().locks == snapshot.size());
    selectionChanged();
    updateStatus();
    updateEmptyText();
}

void MainWindow::tick()
{
    m_model.tick(BootClock::now());
    if (isMinimized() || !isVisible())
        return;
    if (!m_model.isFrozen())
        m_view->repaintCountdowns();
    else
        updateBanner(); // its age grows
}

void MainWindow::updateState()
{
    const bool watching = m_observer->state() == LeaseObserver::Watching && !m_observer->isStale();
    m_model.setFrozen(!watching);
    updateBanner();
    updateStatus();
    updateRelease();
    updateEmptyText();
}

QString MainWindow::ageText() const
{
    const auto age = duration_cast<seconds>(BootClock::now() - m_observer->snapshotTime());
    return tr("The rows are as they were %1 ago.").arg(LeaseText::age(age));
}

Banner::Message MainWindow::bannerMessage() const
{
    const ElectorError error = m_observer->lastError();
    const QString where = connectionLabel(m_options.connection, m_observer->server());
    const QString text = displayText(error.text, 400);
    const QString remedy = displayText(error.remedy, 400);
    const auto joined = [](const QString &a, const QString &b) {
        return a.isEmpty() || b.isEmpty() ? a + b : a + QLatin1Char(' ') + b;
    };
    switch (m_observer->state()) {
    case LeaseObserver::Stopped:
        return error ? Banner::Message{Tone::Bad, text, remedy, tr("Connect…")} : Banner::Message{};
    case LeaseObserver::Paused:
        return {Tone::Quiet, tr("Paused."), m_hasSnapshot ? ageText() : QString(), tr("Resume")};
    case LeaseObserver::Connecting:
        if (!error)
            return {Tone::Quiet, tr("Connecting to %1…").arg(where), {}, {}};
        if (m_hasSnapshot)
            return {Tone::Bad, tr("Connection lost, reconnecting. %1").arg(ageText()), joined(text, remedy),
                    tr("Try now")};
        return {Tone::Bad, text, joined(remedy, tr("Trying again by itself.")), tr("Connect…")};
    case LeaseObserver::Watching:
        if (m_observer->isStale() && error)
            return {Tone::Bad, m_hasSnapshot ? joined(text, ageText()) : text,
                    joined(remedy, tr("Trying again by itself.")), tr("Try now")};
        if (const ElectorError limit = m_observer->snapshot().limitation())
            return {Tone::Warning, displayText(limit.text, 400), displayText(limit.remedy, 400), {}};
        break;
    }
    return {};
}

void MainWindow::updateBanner()
{
    m_banner->setMessage(bannerMessage());
}

void MainWindow::updateStatus()
{
    QStringList summary;
    const LeaseTotals totals = m_model.totals();
    const int all = totals.locks;
    const int shown = m_model.shownLocks();
    summary << (shown == all ? tr("Locks: %1").arg(all) : tr("Locks: %1 of %2").arg(shown).arg(all));
    const auto add = [&](int count, const QString &text) {
        if (count > 0)
            summary << text.arg(count);
    };
    add(totals.expired, tr("%1 expired"));
    add(totals.revoked, tr("%1 revoked"));
    add(totals.free, tr("%1 free"));
    add(totals.paused, tr("%1 paused"));
    add(totals.reserved, tr("%1 reserved"));
    add(totals.nearMisses, tr("%1 near misses"));
    add(totals.flapping, tr("%1 flapping"));
    m_status->setSummary(m_hasSnapshot ? summary.join(QStringLiteral(", ")) : QString());
    const ReleaseRestriction restriction = generalRestriction(situation());
    m_status->setRestriction(restriction.label, restriction.why);
    const LeaseObserver::State state = m_observer->state();
    const bool connected
        = (state == LeaseObserver::Watching && !m_observer->isStale()) || state == LeaseObserver::Paused;
    const ServerInfo server = m_observer->server();
    const QString where = connectionLabel(m_options.connection, server);
    m_status->setServer(server, where, m_options.schema, connected);
    setWindowTitle(tr("%1 – Elector Monitor").arg(where));
}

void MainWindow::updateEmptyText()
{
    if (!m_model.filterError().isEmpty())
        m_view->setEmptyText(m_model.filterError());
    else if (m_model.totals().locks > 0 && m_model.shownLocks() == 0)
        m_view->setEmptyText(tr("No lock matches “%1”.").arg(m_filter->text()));
    else if (m_hasSnapshot)
        m_view->setEmptyText(tr("No leases in schema %1: nobody has taken a lock yet.").arg(m_options.schema));
    else
        m_view->setEmptyText({});
}

void MainWindow::selectionChanged()
{
    const std::optional<int> lock = m_view->selectedLock();
    const std::optional<Lease> lease = lock ? m_model.lease(*lock) : std::nullopt;
    m_history->showLock(lease);
    m_details->showLock(lease, situation().effectiveState);
    m_historyDock->setWindowTitle(lease ? tr("History of lock %1").arg(LeaseText::lock(*lease)) : tr("History"));
    m_copy->setEnabled(lease.has_value());
    updateRelease();
}

// --- what can be done --------------------------------------------------------------------------------------------

ReleaseSituation MainWindow::situation() const
{
    ReleaseSituation now;
    const std::optional<int> lock = m_view->selectedLock();
    if (lock) {
        now.lease = m_model.lease(*lock);
        now.effectiveState = m_model.stateOf(*lock);
    }
    now.readOnlyMode = m_options.readOnly;
    now.observerState = m_observer->state();
    now.stale = m_observer->isStale();
    now.server = m_observer->server();
    now.schema = m_options.schema;
    return now;
}

void MainWindow::askForConnection()
{
    auto *dialog = new ConnectDialog(m_options.connection, m_options.schema, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { watch(dialog->parameters(), dialog->schema()); });
    dialog->open();
}

void MainWindow::askForRelease()
{
    const ReleaseSituation now = situation();
    if (!whyNotReleasable(now).isEmpty())
        return;
    (new ReleaseDialog(m_observer.get(), *now.lease, this))->open();
}

void MainWindow::askForOrder(OrderDialog::Order order)
{
    const ReleaseSituation now = situation();
    if (whyNoOrder(now).isEmpty())
        (new OrderDialog(m_observer.get(), *now.lease, order, this))->open();
}

void MainWindow::setInterval(milliseconds interval)
{
    m_interval = interval;
    if (m_observer)
        m_observer->setInterval(interval);
}

void MainWindow::bannerAction()
{
    switch (m_observer->state()) {
    case LeaseObserver::Paused:
        m_pause->setChecked(false);
        break;
    case LeaseObserver::Connecting:
        if (m_hasSnapshot)
            m_observer->refresh();
        else
            askForConnection();
        break;
    case LeaseObserver::Watching:
        m_observer->refresh();
        break;
    case LeaseObserver::Stopped:
        askForConnection();
        break;
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_observer)
        updateState();
}

} // namespace Elector
