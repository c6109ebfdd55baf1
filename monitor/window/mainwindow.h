// SPDX-License-Identifier: MIT
#pragma once

#include "banner.h"
#include "leasemodel.h"
#include "monitoroptions.h"
#include "orderdialog.h"
#include "releasepermission.h"

#include <Elector/leaseobserver.h>

#include <QtCore/QTimer>
#include <QtWidgets/QMainWindow>

#include <memory>

class QAction;
class QActionGroup;
class QDockWidget;
class QLineEdit;

namespace Elector {

class DetailsDock;
class HistoryPanel;
class LeaseView;
class ServerStatus;

/// The operator's window: one table of leases, the history of the selected lock, and a forced release. All reading
/// and writing goes through one LeaseObserver; this thread never waits for the database.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const MonitorOptions &options, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Leaves the present server and watches another.
    void watch(const ConnectionParameters &connection, const QString &schema);
    LeaseObserver *observer() const { return m_observer.get(); }
    LeaseModel *model() { return &m_model; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildActions();
    void buildMenus();
    void buildToolBar();
    void buildHistory();
    void buildDetails();
    void buildIntervals();
    void restoreLayout();
    void saveLayout() const;

    void viewChanged();
    void tick();
    void updateState();
    void updateBanner();
    void updateStatus();
    void updateRelease();
    void updateEmptyText();
    void selectionChanged();
    Banner::Message bannerMessage() const;
    QString ageText() const;
    ReleaseSituation situation() const;

    void askForConnection();
    void askForRelease();
    void askForOrder(OrderDialog::Order order);
    void updateOrders();
    void setInterval(std::chrono::milliseconds interval);
    void bannerAction();
    void showTableMenu(const QPoint &position);

    MonitorOptions m_options;
    LeaseModel m_model;
    std::unique_ptr<LeaseObserver> m_observer;
    std::chrono::milliseconds m_interval{1000};
    bool m_hasSnapshot = false;
    BootClock::time_point m_lastLook; // when a lease that ran out last made us read ahead of time

    LeaseView *m_view;
    Banner *m_banner;
    ServerStatus *m_status;
    QLineEdit *m_filter = nullptr;
    HistoryPanel *m_history = nullptr;
    QDockWidget *m_historyDock = nullptr;
    DetailsDock *m_details = nullptr;

    QAction *m_connect = nullptr;
    QAction *m_pause = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_release = nullptr;
    QAction *m_pauseLock = nullptr;
    QAction *m_resumeLock = nullptr;
    QAction *m_handOver = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_find = nullptr;
    QAction *m_shortcuts = nullptr;
    QAction *m_about = nullptr;
    QAction *m_quit = nullptr;
    QActionGroup *m_intervals = nullptr;
    QTimer m_ticker;
    QTimer m_look;
};

} // namespace Elector
