// SPDX-License-Identifier: MIT
#include "mainwindow.h"

#include "calmtable.h"
#include "connectionmark.h"
#include "connectionsdialog.h"
#include "detailsdock.h"
#include "detailspanel.h"
#include "exportdialog.h"
#include "filterfield.h"
#include "historypanel.h"
#include "leasepage.h"
#include "leasetext.h"
#include "leaseview.h"
#include "overviewdock.h"
#include "releasedialog.h"
#include "serverstatus.h"
#include "spoken.h"
#include "timelineview.h"
#include "trayicon.h"

#include <QtCore/QEvent>
#include <QtCore/QSettings>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>

namespace Elector {

using namespace std::chrono;

namespace {

// Tenths of a second move in the countdowns.
constexpr milliseconds tickInterval = 100ms;

} // namespace

MainWindow::MainWindow(const MonitorOptions &options, QWidget *parent)
    : QMainWindow(parent)
    , m_options(options)
    , m_tabs(new QTabWidget(this))
    , m_status(new ServerStatus(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/elector/icons/elector-monitor.svg")));
    m_tabs->setObjectName(QStringLiteral("pages"));
    setSpoken(m_tabs, tr("Watched schemas"), tr("One page for each schema that is watched"));
    setAccessibleDescription(tr("Who leads, for how long, and who waits"));
    m_tabs->setDocumentMode(true);
    m_tabs->setTabBarAutoHide(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    setCentralWidget(m_tabs);
    statusBar()->addWidget(m_status, 1); // not a permanent one: messages need the room
    statusBar()->setSizeGripEnabled(false);

    buildActions();
    connectActions();
    buildMenus();
    buildToolBar();
    buildHistory();
    buildDetails();
    buildOverview();
    buildTray();
    restoreLayout();

    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::showPage);
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, &MainWindow::closePage);
    connect(m_tabs->tabBar(), &QTabBar::tabMoved, this, &MainWindow::pagesChanged);
    connect(m_overview, &OverviewDock::chosen, this, &MainWindow::showWatch);
    connect(m_filter, &FilterField::filterChanged, this, [this](const LeaseFilter &filter) {
        model()->setFilter(filter);
        m_filter->setError(model()->filterError());
    });
    connect(&m_ticker, &QTimer::timeout, this, &MainWindow::tick);
    m_ticker.start(tickInterval);
    const ConnectionProfile profile = options.profile.value_or(ConnectionProfile());
    for (const QString &schema : options.schemas)
        restoreFilter(
            addPage({options.connection, schema, profile, options.readOnly}, m_tabs->count())->watch()->model(),
            QSettings());
    m_tabs->setCurrentIndex(0);
    showFilter();
    page()->setFocus();
}

MainWindow::~MainWindow()
{
    m_tabs->disconnect(this);
    m_overview->setWatches({});
    m_tray->setWatches({});
    m_history->setObserver(nullptr);
    m_details->panel()->setObserver(nullptr);
}

// --- pages -------------------------------------------------------------------------------------------------------

LeasePage *MainWindow::page() const
{
    return qobject_cast<LeasePage *>(m_tabs->currentWidget());
}

std::vector<LeasePage *> MainWindow::pages() const
{
    std::vector<LeasePage *> all;
    for (int i = 0; i < m_tabs->count(); ++i)
        all.push_back(qobject_cast<LeasePage *>(m_tabs->widget(i)));
    return all;
}

LeaseObserver *MainWindow::observer() const
{
    return page()->watch()->observer();
}

LeaseModel *MainWindow::model() const
{
    return page()->watch()->model();
}

void MainWindow::watch(const WatchTarget &target)
{
    LeasePage *before = page();
    const int at = m_tabs->currentIndex();
    LeasePage *added = addPage(target, at + 1);
    m_tabs->setCurrentWidget(added);
    if (!before->watch()->hasSnapshot() && before->watch()->observer()->lastError())
        closePage(m_tabs->indexOf(before));
    added->setFocus();
}

void MainWindow::watchBeside(const ConnectionChoice &choice)
{
    for (const QString &schema : choice.profile.schemas) {
        const WatchTarget target{choice.parameters, schema, choice.profile, m_options.readOnly};
        restoreFilter(addPage(target, m_tabs->count())->watch()->model(), QSettings());
    }
}

LeasePage *MainWindow::addPage(const WatchTarget &target, int at)
{
    auto *added = new LeasePage(std::make_unique<LeaseWatch>(target), m_tabs);
    LeaseWatch *watched = added->watch();
    watched->setInterval(m_interval);
    restorePageLayout(added->view(), QSettings());
    connect(watched, &LeaseWatch::stateChanged, this, [this, added] {
        if (added == m_shown)
            updateState();
    });
    connect(watched, &LeaseWatch::rowsChanged, this, [this, added] {
        if (added != m_shown)
            return;
        selectionChanged();
        updateStatus();
    });
    connect(added, &LeasePage::selectionChanged, this, [this] {
        selectionChanged();
        updateStatus();
    });
    connect(added, &LeasePage::connectionWanted, this, &MainWindow::askForConnection);
    connect(added, &LeasePage::resumeWanted, this, [this] { m_pause->setChecked(false); });
    connect(added->view(), &QWidget::customContextMenuRequested, this, &MainWindow::showTableMenu);
    m_tabs->insertTab(at, added, watched->title());
    if (target.profile.color != ProfileColor::None)
        m_tabs->setTabIcon(m_tabs->indexOf(added), profileIcon(target.profile.color));
    pagesChanged();
    if (m_tabs->count() == 2)
        m_overview->show();
    watched->start();
    showPage();
    return added;
}

void MainWindow::closePage(int index)
{
    QWidget *closed = m_tabs->widget(index);
    if (m_tabs->count() < 2 || !closed)
        return; // the last one goes with the window
    m_tabs->removeTab(index);
    showPage(); // lets go of what belongs to the closed one
    pagesChanged();
    delete closed;
}

void MainWindow::pagesChanged()
{
    QList<LeaseWatch *> watches;
    for (LeasePage *each : pages())
        watches.append(each->watch());
    m_overview->setWatches(watches);
    m_overview->setCurrent(page()->watch());
    if (!m_overview->isFloating())
        resizeDocks({m_overview}, {m_overview->heightForRows()}, Qt::Vertical);
    m_tray->setWatches(watches);
    updatePageActions();
}

void MainWindow::showWatch(const LeaseWatch *watch)
{
    for (LeasePage *each : pages()) {
        if (each->watch() == watch)
            m_tabs->setCurrentWidget(each);
    }
}

void MainWindow::showPage()
{
    if (page() == m_shown)
        return;
    m_shown = page();
    LeaseWatch *watched = m_shown->watch();
    m_history->setObserver(watched->observer());
    m_details->panel()->setObserver(watched->observer());
    m_overview->setCurrent(watched);
    m_pause->setChecked(watched->isPaused());
    showFilter();
    selectionChanged();
    updateState();
}

void MainWindow::showFilter()
{
    m_filter->setFilter(model()->filter());
    m_filter->setError(model()->filterError());
    m_grouped->setChecked(model()->grouping() == LeaseGrouping::ByHolder);
}

// --- what is shown -----------------------------------------------------------------------------------------------

void MainWindow::tick()
{
    for (LeasePage *each : pages())
        each->watch()->tick();
    if (!isMinimized() && isVisible())
        page()->repaintTime();
}

void MainWindow::updateState()
{
    updateStatus();
    updateRelease();
}

void MainWindow::updateStatus()
{
    const LeaseWatch *watched = page()->watch();
    m_status->setSummary(page()->summary());
    const ReleaseRestriction restriction = generalRestriction(situation());
    m_status->setRestriction(restriction.label, restriction.why);
    const bool connected = watched->isCurrent() || watched->observer()->state() == LeaseObserver::Paused;
    const QString where = watched->label();
    TimeDisplay::setServerOffset(watched->observer()->server().clockOffset);
    m_status->setServer(watched->observer()->server(), where, watched->target().schema, connected);
    setWindowTitle(tr("%1 – Elector Monitor").arg(where));
    m_tabs->setTabText(m_tabs->currentIndex(), watched->title().replace(QLatin1Char('&'), QStringLiteral("&&")));
}

void MainWindow::selectionChanged()
{
    const ReleaseSituation now = situation();
    m_history->showLock(now.lease);
    m_details->showLock(now.lease, now.effectiveState,
                        now.lease ? model()->remarksOn(now.lease->lockId) : LeaseRemarks());
    m_historyDock->setWindowTitle(now.lease ? tr("History of lock %1").arg(LeaseText::lock(*now.lease))
                                            : tr("History"));
    updateCopy(page()->view()->selectedRows() > 0);
    updateRelease();
}

// --- what can be done --------------------------------------------------------------------------------------------

ReleaseSituation MainWindow::situation() const
{
    const LeaseView *view = page()->view();
    ReleaseSituation now = page()->watch()->situation(view->selectedLock());
    now.several = view->selectedRows() > 1;
    return now;
}

void MainWindow::askForConnection()
{
    const WatchTarget &present = page()->watch()->target();
    ConnectionChoice current{present.profile, present.connection};
    current.profile.schemas = QStringList{present.schema};
    auto *dialog = new ConnectionsDialog(current, nullptr, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConnectionsDialog::chosen, this, [this](const ConnectionChoice &choice) {
        for (const QString &schema : choice.profile.schemas)
            watch({choice.parameters, schema, choice.profile, m_options.readOnly});
    });
    dialog->open();
}

void MainWindow::askForRelease()
{
    const ReleaseSituation now = situation();
    if (whyNotReleasable(now).isEmpty())
        (new ReleaseDialog(observer(), *now.lease, page()))->open();
}

void MainWindow::askForOrder(OrderDialog::Order order)
{
    const ReleaseSituation now = situation();
    if (whyNoOrder(now).isEmpty())
        (new OrderDialog(observer(), *now.lease, order, page()))->open();
}

void MainWindow::setInterval(milliseconds interval)
{
    m_interval = interval;
    for (LeasePage *each : pages())
        each->watch()->setInterval(interval);
}

void MainWindow::pauseReading(bool paused)
{
    page()->watch()->setPaused(paused);
}

void MainWindow::askForExport()
{
    ExportDialog::ask(this, page()->shownRows());
}

void MainWindow::setTimes(TimeDisplay::Mode mode)
{
    TimeDisplay::setMode(mode);
    m_history->timeline()->setTimeSpec(mode == TimeDisplay::Utc ? Qt::UTC : Qt::LocalTime);
    for (CalmTable *table : findChildren<CalmTable *>()) {
        table->viewport()->update();
        table->horizontalHeader()->viewport()->update();
    }
}

void MainWindow::comeForward(const LeaseWatch *watch)
{
    if (watch)
        showWatch(watch);
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_shown)
        updateState();
}

} // namespace Elector
