// SPDX-License-Identifier: MIT
#include "trayicon.h"

#include <QtGui/QIcon>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>

#include <utility>

namespace Elector {

namespace {

constexpr std::chrono::seconds waitForTray{5};

} // namespace

TrayIcon::TrayIcon(QObject *parent)
    : QObject(parent)
    , m_menu(std::make_unique<QMenu>())
    , m_icon(QIcon(QStringLiteral(":/elector/icons/elector-monitor.svg")))
{
    connect(m_menu->addAction(tr("Show window")), &QAction::triggered, this, [this] { Q_EMIT windowWanted(nullptr); });
    connect(m_menu->addAction(tr("Quit")), &QAction::triggered, qApp, &QApplication::closeAllWindows);
    m_icon.setContextMenu(m_menu.get());
    connect(&m_patience, &QTimer::timeout, this, &TrayIcon::showIfPossible);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT windowWanted(nullptr);
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT windowWanted(m_spokenOf); });
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setWanted(bool wanted)
{
    m_wanted = wanted;
    showIfPossible();
}

void TrayIcon::showIfPossible()
{
    const bool possible = isAvailable();
    m_icon.setVisible(m_wanted && possible);
    if (m_wanted && !possible)
        m_patience.start(waitForTray);
    else
        m_patience.stop();
}

void TrayIcon::setWatches(const QList<LeaseWatch *> &watches)
{
    for (LeaseWatch *watch : std::as_const(m_watches)) {
        watch->disconnect(this);
        if (!watches.contains(watch))
            m_known.remove(watch);
    }
    m_watches = watches;
    if (!m_watches.contains(m_spokenOf))
        m_spokenOf = nullptr;
    for (LeaseWatch *watch : std::as_const(m_watches)) {
        connect(watch, &LeaseWatch::stateChanged, this, [this, watch] { look(watch); });
        connect(watch, &LeaseWatch::rowsChanged, this, [this, watch] { look(watch); });
    }
    updateToolTip();
}

// What was there at the first look is not news.
void TrayIcon::look(LeaseWatch *watch)
{
    if (!watch->hasSnapshot())
        return;
    const Known now{watch->isCurrent() || watch->isPaused(), watch->model()->totals()};
    const bool isFirst = !m_known.contains(watch);
    const Known before = std::exchange(m_known[watch], now);
    updateToolTip();
    if (isFirst || !m_wanted)
        return;
    const QString text = news(*watch, before).join(QLatin1Char('\n'));
    if (text.isEmpty())
        return;
    m_spokenOf = watch;
    Q_EMIT said(watch->title(), text);
    if (m_icon.isVisible())
        m_icon.showMessage(watch->title(), text, QSystemTrayIcon::Warning);
}

QStringList TrayIcon::news(const LeaseWatch &watch, const Known &before) const
{
    const Known now = m_known.value(&watch);
    QStringList all;
    if (before.current && !now.current)
        all << tr("The connection is lost.");
    else if (!before.current && now.current)
        all << tr("Connected again.");
    if (now.current && now.totals.leaderless() > before.totals.leaderless())
        all << tr("%n lock(s) without a leader.", nullptr, now.totals.leaderless());
    if (now.current && now.totals.nearMisses > before.totals.nearMisses)
        all << tr("%n lock(s) renewed only just in time.", nullptr, now.totals.nearMisses);
    if (now.current && now.totals.flapping > before.totals.flapping)
        all << tr("%n lock(s) changing hands again and again.", nullptr, now.totals.flapping);
    return all;
}

void TrayIcon::updateToolTip()
{
    int leaderless = 0;
    for (const LeaseWatch *watch : std::as_const(m_watches))
        leaderless += watch->model()->totals().leaderless();
    m_icon.setToolTip(leaderless > 0 ? tr("Elector Monitor: %n lock(s) without a leader", nullptr, leaderless)
                                     : tr("Elector Monitor: every lock has a leader"));
}

} // namespace Elector
