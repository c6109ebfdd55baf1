// SPDX-License-Identifier: MIT
#pragma once

#include "leasewatch.h"

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QTimer>
#include <QtWidgets/QSystemTrayIcon>

class QAction;
class QMenu;

namespace Elector {

/// An icon in the system's tray that says how things stand, and speaks up when a lock has lost its leader, when a
/// renewal came only just in time, or when a connection is lost: once for each change, never again and again. A wish,
/// off by default; the window is never only here. Where there is no tray it waits for one, and does nothing else.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(QObject *parent = nullptr);
    ~TrayIcon() override;

    static bool isAvailable() { return QSystemTrayIcon::isSystemTrayAvailable(); }
    void setWanted(bool wanted);
    /// Speaks of these; not owned, and to be told before one of them goes.
    void setWatches(const QList<LeaseWatch *> &watches);

Q_SIGNALS:
    /// The icon, or what it said, was clicked: whoever clicked wants to see the window, and this in it (or null).
    void windowWanted(Elector::LeaseWatch *watch);
    /// What it says: also where there is no tray to say it.
    void said(const QString &title, const QString &text);

private:
    struct Known
    {
        bool current = false;
        LeaseTotals totals;
    };
    void showIfPossible();
    void look(LeaseWatch *watch);
    QStringList news(const LeaseWatch &watch, const Known &before) const;
    void updateToolTip();

    QList<LeaseWatch *> m_watches;
    QMap<const LeaseWatch *, Known> m_known;
    LeaseWatch *m_spokenOf = nullptr;
    bool m_wanted = false;
    QTimer m_patience; // a tray may come after us, as when a desktop starts
    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon m_icon;
};

} // namespace Elector
