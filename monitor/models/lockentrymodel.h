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
    int waits() const;

protected:
    bool isSame(const LockEntryRow &a, const LockEntryRow &b) const override;
    Header header(int column) const override;
    QString cellText(int row, int column) const override;
    QString cellMeaning(int row, int column) const override;
    QVariant cellData(int row, int column, int role) const override;
    bool isNumber(int column) const override { return column == ProcessColumn; }

private:
    static QString who(const LockSession &session);
};

} // namespace Elector
