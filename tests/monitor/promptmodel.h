// SPDX-License-Identifier: MIT
#pragma once

#include "leasemodel.h"

namespace Elector {

/// A LeaseModel that shows what it is told before it is told more.
class PromptModel : public LeaseModel
{
public:
    void merge(const QList<LeaseChange> &changes, BootClock::time_point at)
    {
        LeaseModel::merge(changes, at);
        settle();
    }
    void tick(BootClock::time_point now)
    {
        LeaseModel::tick(now);
        settle();
    }
    void setFrozen(bool frozen)
    {
        LeaseModel::setFrozen(frozen);
        settle();
    }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override
    {
        LeaseModel::sort(column, order);
        settle();
    }
    void setFilter(const LeaseFilter &filter)
    {
        LeaseModel::setFilter(filter);
        settle();
    }
    void setGrouping(LeaseGrouping grouping)
    {
        LeaseModel::setGrouping(grouping);
        settle();
    }
    void setCollapsed(int row, bool collapsed)
    {
        LeaseModel::setCollapsed(row, collapsed);
        settle();
    }
};

} // namespace Elector
