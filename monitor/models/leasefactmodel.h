// SPDX-License-Identifier: MIT
#pragma once

#include "keyedtablemodel.h"
#include "leasecells.h"

#include <Elector/lease.h>

#include <optional>

namespace Elector {

/// One line about a lock: what it is, and how it is.
struct LeaseFact
{
    QString name;
    QString value;
    QString meaning; ///< more words, for a tool tip; may be empty
    friend bool operator==(const LeaseFact &, const LeaseFact &) = default;
};

/// Everything that a row of `leader_lease` says, one line each, as a form to read. Lives in the window's thread.
class LeaseFactModel : public KeyedTableModel<LeaseFact>
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn };
    static constexpr int columns = ValueColumn + 1;

    explicit LeaseFactModel(QObject *parent = nullptr);

    /// `state` as it is now, which may be later than when the lease was read. `remarks` may be empty.
    void setLease(const std::optional<Lease> &lease, LeaseState state, const LeaseRemarks &remarks = {});

protected:
    bool isSame(const LeaseFact &a, const LeaseFact &b) const override { return a.name == b.name; }
    Header header(int column) const override;
    QString cellText(int row, int column) const override;
    QString cellMeaning(int row, int column) const override;
    QVariant cellData(int row, int column, int role) const override;
    bool isNumber(int) const override { return false; }

private:
    static QList<LeaseFact> factsOf(const Lease &lease, LeaseState state, const LeaseRemarks &remarks);
};

} // namespace Elector
