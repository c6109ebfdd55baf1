// SPDX-License-Identifier: MIT
#include "detailsdock.h"

#include "detailspanel.h"
#include "docktoggle.h"
#include "leasetext.h"
#include "theme.h"

#include <QtGui/QAction>

namespace Elector {

DetailsDock::DetailsDock(QWidget *parent)
    : QDockWidget(tr("Details"), parent)
    , m_panel(new DetailsPanel(this))
{
    setObjectName(QStringLiteral("detailsDock"));
    setAccessibleName(tr("Details"));
    setWidget(m_panel);
    QAction *toggle = toggleViewAction();
    toggle->setText(tr("&Details"));
    toggle->setIcon(themedIcon(QStringLiteral("info")));
    toggle->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    toggle->setObjectName(QStringLiteral("detailsAction"));
    // The dock's title names the lock; the action keeps its own words.
    connect(this, &QWidget::windowTitleChanged, toggle, [toggle] { toggle->setText(tr("&Details")); });
    bringForwardByToggle(this); // it stands beside the history
}

void DetailsDock::showLock(const std::optional<Lease> &lease, LeaseState state, const LeaseRemarks &remarks)
{
    m_panel->showLock(lease, state, remarks);
    setWindowTitle(lease ? tr("Details of lock %1").arg(LeaseText::lock(*lease)) : tr("Details"));
}

} // namespace Elector
