// SPDX-License-Identifier: MIT
#pragma once

#include "keyedtablemodel.h"

#include <Elector/lockdetails.h>

namespace Elector {

/// One lock of the database, and the sessions that it is about.
struct LockEntryRow
{
    LockEntry entry;
    LockSession session; ///< whose it is
    QList<LockSession> blockers; ///< of entry.blockedBy, in that order; one that is not known has its pid only
    friend bool operator==(const LockEntryRow &, const LockEntryRow &) = default;
};

/// Who waits for whom: waits first, then what is held. Lives in the window's thread.
class LockEntryModel : public KeyedTableModel<LockEntryRow>
{
    Q_OBJECT

public:
    enum Column { ProcessColumn, SessionColumn, WhatColumn, ModeColumn, StateColumn, WaitsForColumn };
    static constexpr int columns = WaitsForColumn + 1;
    enum Role {
        PidRole = Qt::UserRole + 1, ///< qint64
        WaitingRole, ///< bool
    };

    explicit LockEntryModel(QObject *parent = nullptr);

    void setDetails(const LockDetails &details);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    int waits() const;

protected:
    bool isSame(const LockEntryRow &a, const LockEntryRow &b) const override;

private:
    static QString who(const LockSession &session);
    static QString displayFor(const LockEntryRow &row, int column);
    static QString toolTip(const LockEntryRow &row, int column);
};

} // namespace Elector
