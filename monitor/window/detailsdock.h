// SPDX-License-Identifier: MIT
#pragma once

#include "leasecells.h"

#include <Elector/lease.h>

#include <QtWidgets/QDockWidget>

#include <optional>

namespace Elector {

class DetailsPanel;

/// The panel of details as a part of the window, closed until somebody wants it.
class DetailsDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit DetailsDock(QWidget *parent = nullptr);

    DetailsPanel *panel() const { return m_panel; }
    void showLock(const std::optional<Lease> &lease, LeaseState state, const LeaseRemarks &remarks);

private:
    DetailsPanel *m_panel;
};

} // namespace Elector
