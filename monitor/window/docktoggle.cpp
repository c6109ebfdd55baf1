// SPDX-License-Identifier: MIT
#include "docktoggle.h"

#include <QtGui/QAction>
#include <QtWidgets/QDockWidget>

#include <memory>

namespace Elector {

void bringForwardByToggle(QDockWidget *dock)
{
    struct Place
    {
        bool isInFront = false;
        bool wasBehind = false; ///< when the action was taken
    };
    const auto place = std::make_shared<Place>();
    QAction *toggle = dock->toggleViewAction();
    QObject::connect(dock, &QDockWidget::visibilityChanged, dock,
                     [place](bool visible) { place->isInFront = visible; });
    // Said before the dock is closed, and triggered() after it.
    QObject::connect(toggle, &QAction::toggled, dock,
                     [place](bool wanted) { place->wasBehind = !wanted && !place->isInFront; });
    QObject::connect(toggle, &QAction::triggered, dock, [dock, place](bool wanted) {
        if (!wanted && !place->wasBehind)
            return;
        dock->show();
        dock->raise();
    });
}

} // namespace Elector
