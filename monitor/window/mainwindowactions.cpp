// SPDX-License-Identifier: MIT

// The window's actions, menus and what it remembers.
#include "mainwindow.h"

#include "actiontext.h"
#include "detailsdock.h"
#include "detailspanel.h"
#include "displaytext.h"
#include "docktoggle.h"
#include "filterfield.h"
#include "historypanel.h"
#include "language.h"
#include "leasepage.h"
#include "leaseview.h"
#include "overviewdock.h"
#include "shortcutsdialog.h"
#include "trayicon.h"

#include <QtCore/QSettings>
#include <QtGui/QActionGroup>
#include <QtGui/QShortcut>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolBar>

namespace Elector {

using namespace std::chrono;

namespace {

// Raised when docks or toolbars change so much that an old state no longer fits.
constexpr int layoutVersion = 1;

/// What an action does, or why it cannot be done: in its tool tip, and in the status bar for who walks through a menu
/// by keyboard.
void explain(QAction *action, const QString &text)
{
    action->setToolTip(plainAsRichText(text));
    action->setStatusTip(text.simplified());
}

} // namespace

void MainWindow::buildActions()
{
    const auto make
        = [this](const QString &text, const char *name, const QKeySequence &shortcut, const QIcon &icon = {}) {
              auto *action = new QAction(icon, text, this);
              action->setObjectName(QString::fromLatin1(name));
              action->setIconText(spokenText(text));
              action->setShortcut(shortcut);
              addAction(action);
              return action;
          };
    m_connect = make(tr("&Connect…"), "connectAction", QKeySequence(Qt::CTRL | Qt::Key_O),
                     themedIcon(QStringLiteral("connect")));
    m_closePage = make(tr("C&lose page"), "closePageAction", QKeySequence::Close);
    m_nextPage = make(tr("&Next page"), "nextPageAction", QKeySequence::NextChild);
    m_pause
        = make(tr("&Pause"), "pauseAction", QKeySequence(Qt::CTRL | Qt::Key_P), themedIcon(QStringLiteral("pause")));
    m_pause->setCheckable(true);
    explain(m_pause, tr("Stop reading, so that the rows stand still"));
    m_refresh = make(tr("&Refresh"), "refreshAction", QKeySequence::Refresh, themedIcon(QStringLiteral("refresh")));
    explain(m_refresh, tr("Read the rows now"));
    // Never on one key: the shortcut only opens the dialog, which wants a reason.
    m_release = make(tr("Re&lease…"), "releaseAction", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
                     themedIcon(QStringLiteral("release")));
    // Without shortcuts: they are rare, and never on one key.
    m_pauseLock = make(tr("&Pause lock…"), "pauseLockAction", {});
    m_resumeLock = make(tr("Res&ume lock…"), "resumeLockAction", {});
    m_handOver = make(tr("&Hand over…"), "handOverAction", {});
    m_rename = make(tr("&Name lock…"), "renameAction", QKeySequence(Qt::Key_F2));
    m_copy = make(tr("C&opy rows"), "copyAction", {});
    m_export = make(tr("&Export leases…"), "exportAction", QKeySequence::SaveAs);
    m_trayWanted = make(tr("Tra&y icon"), "trayAction", {});
    m_trayWanted->setCheckable(true);
    m_grouped = make(tr("&Group by holder"), "groupAction", QKeySequence(Qt::CTRL | Qt::Key_G));
    m_grouped->setCheckable(true);
    m_find = make(tr("&Filter"), "filterAction", QKeySequence::Find);
    m_shortcuts = make(tr("&Keyboard"), "shortcutsAction", QKeySequence(Qt::Key_Question));
    m_about = make(tr("&About"), "aboutAction", {});
    m_quit = make(tr("&Quit"), "quitAction", QKeySequence::Quit);
}

void MainWindow::connectActions()
{
    connect(m_connect, &QAction::triggered, this, &MainWindow::askForConnection);
    connect(m_closePage, &QAction::triggered, this, [this] { closePage(m_tabs->currentIndex()); });
    connect(m_nextPage, &QAction::triggered, this,
            [this] { m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % m_tabs->count()); });
    connect(m_pause, &QAction::toggled, this, [this](bool paused) {
        m_pause->setIcon(themedIcon(paused ? QStringLiteral("resume") : QStringLiteral("pause")));
        m_pause->setIconText(paused ? tr("Resume") : tr("Pause"));
        pauseReading(paused);
    });
    connect(m_refresh, &QAction::triggered, this, [this] { page()->watch()->refresh(); });
    connect(m_release, &QAction::triggered, this, &MainWindow::askForRelease);
    const auto ask = [this](QAction *action, OrderDialog::Order order) {
        connect(action, &QAction::triggered, this, [this, order] { askForOrder(order); });
    };
    ask(m_pauseLock, OrderDialog::Order::Pause);
    ask(m_resumeLock, OrderDialog::Order::Resume);
    ask(m_handOver, OrderDialog::Order::HandOver);
    ask(m_rename, OrderDialog::Order::Rename);
    connect(m_copy, &QAction::triggered, this, [this] { page()->view()->copySelection(); });
    connect(m_export, &QAction::triggered, this, &MainWindow::askForExport);
    connect(m_grouped, &QAction::toggled, this,
            [this](bool on) { model()->setGrouping(on ? LeaseGrouping::ByHolder : LeaseGrouping::None); });
    connect(m_find, &QAction::triggered, this, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    connect(m_shortcuts, &QAction::triggered, this, [this] {
        auto *dialog = new ShortcutsDialog(actions(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About"), QStringLiteral("Elector Monitor " ELECTOR_VERSION),
                                QMessageBox::Close, this);
    box->setInformativeText(tr("Watches leader leases on PostgreSQL and takes them back safely.\nMIT licence."));
    box->setIconPixmap(windowIcon().pixmap({64, 64}, devicePixelRatioF()));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->setToolTipsVisible(true);
    file->addActions({m_connect, m_closePage});
    file->addSeparator();
    file->addAction(m_export);
    file->addSeparator();
    file->addAction(m_quit);
    QMenu *lock = menuBar()->addMenu(tr("&Lock"));
    lock->setToolTipsVisible(true); // says why releasing is greyed
    lock->addAction(m_release);
    lock->addActions({m_pauseLock, m_resumeLock, m_handOver, m_rename});
    lock->addSeparator();
    lock->addAction(m_copy);
    lock->addAction(m_find);
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->setObjectName(QStringLiteral("viewMenu"));
    view->setToolTipsVisible(true);
    view->addAction(m_refresh);
    view->addActions({m_pause, m_nextPage});
    view->addSeparator();
    view->addAction(m_grouped);
    QMenu *sorting = view->addMenu(tr("&Sort by"));
    sorting->setObjectName(QStringLiteral("sortMenu"));
    connect(sorting, &QMenu::aboutToShow, this, [this, sorting] {
        sorting->clear();
        page()->view()->fillSortMenu(sorting);
    });
    QMenu *columns = view->addMenu(tr("Col&umns"));
    columns->setObjectName(QStringLiteral("columnMenu"));
    connect(columns, &QMenu::aboutToShow, this, [this, columns] {
        columns->clear();
        page()->view()->fillColumnMenu(columns);
    });
    view->addSeparator();
    buildIntervals();
    buildTimes();
    buildLanguages();
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(m_shortcuts);
    help->addAction(m_about);
}

void MainWindow::buildIntervals()
{
    auto *view = findChild<QMenu *>(QStringLiteral("viewMenu"));
    QMenu *menu = view->addMenu(tr("&Interval"));
    m_intervals = new QActionGroup(this);
    for (const milliseconds interval : {500ms, 1000ms, 2000ms, 5000ms, 10'000ms, 30'000ms, 60'000ms}) {
        const double inSeconds = double(interval.count()) / 1000.0;
        QAction *action = menu->addAction(tr("%1 s").arg(QLocale().toString(inSeconds, 'g', 3)));
        action->setCheckable(true);
        action->setData(int(interval.count()));
        m_intervals->addAction(action);
    }
    connect(m_intervals, &QActionGroup::triggered, this,
            [this](const QAction *action) { setInterval(milliseconds(action->data().toInt())); });
}

void MainWindow::buildTimes()
{
    auto *view = findChild<QMenu *>(QStringLiteral("viewMenu"));
    QMenu *menu = view->addMenu(tr("&Times"));
    m_times = new QActionGroup(this);
    const auto add = [&](const QString &text, const char *name, TimeDisplay::Mode mode) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        action->setCheckable(true);
        action->setData(int(mode));
        m_times->addAction(action);
    };
    add(tr("&Local time"), "localTimesAction", TimeDisplay::Local);
    add(tr("&UTC"), "utcTimesAction", TimeDisplay::Utc);
    add(tr("&How long ago"), "relativeTimesAction", TimeDisplay::Relative);
    connect(m_times, &QActionGroup::triggered, this,
            [this](const QAction *action) { setTimes(TimeDisplay::Mode(action->data().toInt())); });
}

void MainWindow::buildLanguages()
{
    auto *view = findChild<QMenu *>(QStringLiteral("viewMenu"));
    QMenu *menu = view->addMenu(tr("L&anguage"));
    auto *group = new QActionGroup(this);
    for (const Language::Choice &choice : Language::choices()) {
        QAction *action = menu->addAction(choice.name);
        action->setCheckable(true);
        action->setChecked(choice.code == m_options.language.value_or(Language::remembered()));
        action->setData(choice.code);
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this, [this](const QAction *action) {
        Language::remember(action->data().toString());
        statusBar()->showMessage(tr("The language changes when the monitor is started again."), 8000);
    });
}

void MainWindow::buildTray()
{
    m_tray = new TrayIcon(this);
    connect(m_tray, &TrayIcon::windowWanted, this, &MainWindow::comeForward);
    connect(m_trayWanted, &QAction::toggled, m_tray, &TrayIcon::setWanted);
    auto *view = findChild<QMenu *>(QStringLiteral("viewMenu"));
    view->addAction(m_trayWanted);
    connect(view, &QMenu::aboutToShow, this, &MainWindow::explainTray);
    connect(m_trayWanted, &QAction::triggered, this, [this](bool wanted) {
        explainTray();
        if (wanted && !TrayIcon::isAvailable()) // nobody waits for an icon that does not come
            statusBar()->showMessage(noTrayText(), 8000);
    });
    explainTray();
}

QString MainWindow::noTrayText()
{
    return tr("There is no system tray on this desktop now; the icon appears once there is one.");
}

void MainWindow::explainTray()
{
    const QString what = tr("Say in the system's tray when a lock has lost its leader");
    explain(m_trayWanted, TrayIcon::isAvailable() ? what : what + QLatin1Char('\n') + noTrayText());
}

void MainWindow::buildOverview()
{
    m_overview = new OverviewDock(this);
    addDockWidget(Qt::TopDockWidgetArea, m_overview);
    m_overview->hide();
    addAction(m_overview->toggleViewAction());
    findChild<QMenu *>(QStringLiteral("viewMenu"))->addAction(m_overview->toggleViewAction());
}

void MainWindow::buildToolBar()
{
    auto *bar = addToolBar(tr("Actions"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({18, 18});
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addAction(m_pause);
    bar->addAction(m_refresh);
    bar->addAction(m_release);
    auto *space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    m_filter = new FilterField(bar);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), m_filter, nullptr, nullptr, Qt::WidgetShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        m_filter->reset();
        page()->setFocus();
    });
    bar->addWidget(m_filter);
    auto *view = findChild<QMenu *>(QStringLiteral("viewMenu"));
    view->insertMenu(m_grouped, m_filter->menu());
}

void MainWindow::buildHistory()
{
    m_history = new HistoryPanel(this);
    m_historyDock = new QDockWidget(tr("History"), this);
    m_historyDock->setObjectName(QStringLiteral("historyDock"));
    m_historyDock->setAccessibleName(tr("History"));
    m_historyDock->setWidget(m_history);
    addDockWidget(Qt::BottomDockWidgetArea, m_historyDock);
    QAction *toggle = m_historyDock->toggleViewAction();
    toggle->setText(tr("&History"));
    toggle->setIcon(themedIcon(QStringLiteral("history")));
    toggle->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_H));
    toggle->setObjectName(QStringLiteral("historyAction"));
    // The dock's title names the lock; the action keeps its own words.
    connect(m_historyDock, &QWidget::windowTitleChanged, toggle, [toggle] { toggle->setText(tr("&History")); });
    bringForwardByToggle(m_historyDock);
    addAction(toggle);
    auto *bar = findChild<QToolBar *>(QStringLiteral("toolBar"));
    bar->insertAction(bar->actions().at(3), toggle);
    auto *view = findChild<QMenu *>(QStringLiteral("viewMenu"));
    view->addSeparator();
    view->addAction(toggle);
}

void MainWindow::buildDetails()
{
    m_details = new DetailsDock(this);
    addDockWidget(Qt::BottomDockWidgetArea, m_details);
    tabifyDockWidget(m_historyDock, m_details);
    m_details->hide();
    addAction(m_details->toggleViewAction());
    findChild<QMenu *>(QStringLiteral("viewMenu"))->addAction(m_details->toggleViewAction());
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    resize(1180, 720);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    if (!restoreState(settings.value(QStringLiteral("window/state")).toByteArray(), layoutVersion))
        resizeDocks({m_historyDock}, {210}, Qt::Vertical);
    m_history->table()->restoreColumnState(settings.value(QStringLiteral("history/columns")).toByteArray());
    m_history->restoreLayout(settings);
    m_details->panel()->restoreLayout(settings);
    m_trayWanted->setChecked(settings.value(QStringLiteral("tray"), false).toBool());
    const int times = settings.value(QStringLiteral("times"), int(TimeDisplay::Local)).toInt();
    for (QAction *action : m_times->actions())
        action->setChecked(action->data().toInt() == times);
    if (const QAction *chosen = m_times->checkedAction())
        setTimes(TimeDisplay::Mode(chosen->data().toInt()));
    const int remembered = settings.value(QStringLiteral("interval"), 1000).toInt();
    setInterval(m_options.interval.value_or(milliseconds(qBound(100, remembered, 3'600'000))));
    for (QAction *action : m_intervals->actions())
        action->setChecked(action->data().toInt() == m_interval.count());
}

void MainWindow::restorePageLayout(LeaseView *view, const QSettings &settings) const
{
    view->restoreColumnState(settings.value(QStringLiteral("leases/columns")).toByteArray());
    const int column = settings.value(QStringLiteral("leases/sortColumn"), int(LeaseModel::LockColumn)).toInt();
    const bool down = settings.value(QStringLiteral("leases/sortDescending"), false).toBool();
    if (column >= 0 && column < LeaseModel::columns)
        view->sortByColumn(column, down ? Qt::DescendingOrder : Qt::AscendingOrder);
}

// Seen in the filter's field and in the menu: nobody misses locks without a reason in sight.
void MainWindow::restoreFilter(LeaseModel *model, const QSettings &settings)
{
    LeaseFilter filter;
    filter.text = settings.value(QStringLiteral("leases/filter")).toString();
    filter.regularExpression = settings.value(QStringLiteral("leases/filterIsExpression"), false).toBool();
    filter.traits
        = LeaseFilter::Traits(settings.value(QStringLiteral("leases/filterTraits"), 0).toInt()) & LeaseFilter::anyTrait;
    model->setFilter(filter);
    if (settings.value(QStringLiteral("leases/grouped"), false).toBool())
        model->setGrouping(LeaseGrouping::ByHolder);
}

void MainWindow::saveFilter(const LeaseModel *model, QSettings *settings)
{
    const LeaseFilter filter = model->filter();
    settings->setValue(QStringLiteral("leases/filter"), filter.text);
    settings->setValue(QStringLiteral("leases/filterIsExpression"), filter.regularExpression);
    settings->setValue(QStringLiteral("leases/filterTraits"), filter.traits.toInt());
    settings->setValue(QStringLiteral("leases/grouped"), model->grouping() == LeaseGrouping::ByHolder);
}

void MainWindow::saveLayout() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/state"), saveState(layoutVersion));
    const LeaseView *view = page()->view(); // the one in front is the example for new ones
    settings.setValue(QStringLiteral("leases/columns"), view->columnState());
    saveFilter(model(), &settings);
    settings.setValue(QStringLiteral("history/columns"), m_history->table()->columnState());
    m_history->saveLayout(settings);
    m_details->panel()->saveLayout(settings);
    settings.setValue(QStringLiteral("tray"), m_trayWanted->isChecked());
    settings.setValue(QStringLiteral("times"), int(TimeDisplay::mode()));
    settings.setValue(QStringLiteral("leases/sortColumn"), view->horizontalHeader()->sortIndicatorSection());
    settings.setValue(QStringLiteral("leases/sortDescending"),
                      view->horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder);
    if (!m_options.interval || *m_options.interval != m_interval) // what was asked for once is not a habit
        settings.setValue(QStringLiteral("interval"), int(m_interval.count()));
}

void MainWindow::updateRelease()
{
    const ReleaseSituation now = situation();
    const QString why = whyNotReleasable(now);
    m_release->setEnabled(why.isEmpty());
    const QString what = now.effectiveState == LeaseState::Revoked
        ? tr("Evict the holder, if it is dead and will not let go")
        : tr("Take the selected lock back from its holder");
    const QString tip = why.isEmpty() ? what : tr("Not now: %1").arg(why);
    explain(m_release, tip);
    m_release->setData(why);
    updateOrders();
}

void MainWindow::updatePageActions()
{
    const bool several = m_tabs->count() > 1;
    m_closePage->setEnabled(several);
    m_nextPage->setEnabled(several);
    const QString why = tr("Not now: %1").arg(tr("There is only one page."));
    explain(m_closePage, several ? tr("Watch this schema no more") : why);
    explain(m_nextPage, several ? tr("Show the next schema") : why);
}

void MainWindow::updateCopy(bool isPossible)
{
    m_copy->setEnabled(isPossible);
    explain(m_copy,
            isPossible ? tr("Copy the selected rows with their headers (Ctrl+C in the table)")
                       : tr("Not now: %1").arg(tr("Select a lock first.")));
}

void MainWindow::updateOrders()
{
    const ReleaseSituation now = situation();
    const QString why = whyNoOrder(now);
    const bool ordered = now.lease && now.lease->order;
    const bool held = now.lease && now.effectiveState == LeaseState::Held;
    const auto set = [&why](QAction *action, bool makesSense, const QString &whyNot, const QString &tip) {
        action->setEnabled(why.isEmpty() && makesSense);
        explain(action, action->isEnabled() ? tip : tr("Not now: %1").arg(why.isEmpty() ? whyNot : why));
    };
    set(m_pauseLock, !(now.lease && now.lease->order.paused), tr("It is paused already."),
        tr("Revoke the holder, and let nobody take the lock until it is resumed"));
    set(m_resumeLock, ordered, tr("It is neither paused nor reserved."), tr("Let every candidate take the lock again"));
    set(m_handOver, held, tr("Nobody holds the lock."), tr("Let one instance take the lock from its holder"));
    set(m_rename, true, {}, tr("Give the lock a name, for everybody"));
}

void MainWindow::showTableMenu(const QPoint &position)
{
    QMenu menu(this);
    menu.setToolTipsVisible(true);
    menu.addAction(m_release);
    menu.addActions({m_pauseLock, m_resumeLock, m_handOver, m_rename});
    menu.addSeparator();
    menu.addAction(m_copy);
    menu.exec(page()->view()->viewport()->mapToGlobal(position));
}

} // namespace Elector
