// SPDX-License-Identifier: MIT
#pragma once

#include "connectionchoice.h"
#include "leasewatch.h"
#include "monitoroptions.h"
#include "orderdialog.h"
#include "timedisplay.h"

#include <QtCore/QTimer>
#include <QtWidgets/QMainWindow>

#include <vector>

class QAction;
class QActionGroup;
class QDockWidget;
class QSettings;
class QTabWidget;

namespace Elector {

class DetailsDock;
class FilterField;
class HistoryPanel;
class LeasePage;
class LeaseView;
class OverviewDock;
class ServerStatus;
class TrayIcon;

/// The operator's window: a page for each watched schema (tabs, if there are more than one), and around them what
/// belongs to the page in front: actions, filter, history, details and the status bar. All reading and writing goes
/// through LeaseObservers; this thread never waits for a database.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const MonitorOptions &options, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Watches another schema in a page of its own and shows it. A page in front that could not be connected gives
    /// its place.
    void watch(const WatchTarget &target);
    /// Watches what was chosen in pages behind the others; the one in front stays there.
    void watchBeside(const ConnectionChoice &choice);
    /// The page in front; there is always one.
    LeasePage *page() const;
    LeaseObserver *observer() const;
    LeaseModel *model() const;

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildActions();
    void connectActions();
    void buildMenus();
    void buildToolBar();
    void buildHistory();
    void buildDetails();
    void buildOverview();
    void buildIntervals();
    void buildTimes();
    void buildLanguages();
    void buildTray();
    void explainTray();
    static QString noTrayText();
    void restoreLayout();
    void restorePageLayout(LeaseView *view, const QSettings &settings) const;
    static void restoreFilter(LeaseModel *model, const QSettings &settings);
    static void saveFilter(const LeaseModel *model, QSettings *settings);
    void saveLayout() const;

    LeasePage *addPage(const WatchTarget &target, int at);
    void closePage(int index);
    void showPage();
    void showFilter();
    void pagesChanged();
    void showWatch(const LeaseWatch *watch);
    std::vector<LeasePage *> pages() const;

    void tick();
    void updateState();
    void updateStatus();
    void updateRelease();
    void updateOrders();
    void updatePageActions();
    void updateCopy(bool isPossible);
    void selectionChanged();
    ReleaseSituation situation() const;

    void askForConnection();
    void askForRelease();
    void askForOrder(OrderDialog::Order order);
    void setInterval(std::chrono::milliseconds interval);
    void pauseReading(bool paused);
    void showTableMenu(const QPoint &position);
    void showAbout();
    void askForExport();
    void setTimes(TimeDisplay::Mode mode);
    void comeForward(const LeaseWatch *watch);

    const MonitorOptions m_options;
    std::chrono::milliseconds m_interval{1000};
    LeasePage *m_shown = nullptr; // whose history and details are shown

    QTabWidget *m_tabs;
    ServerStatus *m_status;
    FilterField *m_filter = nullptr;
    HistoryPanel *m_history = nullptr;
    QDockWidget *m_historyDock = nullptr;
    DetailsDock *m_details = nullptr;
    OverviewDock *m_overview = nullptr;
    TrayIcon *m_tray = nullptr;

    QAction *m_connect = nullptr;
    QAction *m_closePage = nullptr;
    QAction *m_nextPage = nullptr;
    QAction *m_pause = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_release = nullptr;
    QAction *m_pauseLock = nullptr;
    QAction *m_resumeLock = nullptr;
    QAction *m_handOver = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_export = nullptr;
    QAction *m_grouped = nullptr;
    QAction *m_trayWanted = nullptr;
    QAction *m_find = nullptr;
    QAction *m_shortcuts = nullptr;
    QAction *m_about = nullptr;
    QAction *m_quit = nullptr;
    QActionGroup *m_intervals = nullptr;
    QActionGroup *m_times = nullptr;
    QTimer m_ticker;
};

} // namespace Elector
