// SPDX-License-Identifier: MIT
#pragma once

#include "keyedtablemodel.h"

#include <Elector/lockdetails.h>

namespace Elector {

/// The sessions of one lock: the holder's first, then candidates, then others. Lives in the window's thread.
class LockSessionModel : public KeyedTableModel<LockSession>
{
    Q_OBJECT

public:
    enum Column {
        RoleColumn,
        ProcessColumn,
        InstanceColumn,
        ApplicationColumn,
        AddressColumn,
        SinceColumn,
        StateColumn
    };
    static constexpr int columns = StateColumn + 1;
    enum Role {
        PidRole = Qt::UserRole + 1, ///< qint64
        SessionRole, ///< LockSession::Role as int
        QuietRole, ///< bool, the value is hidden or there is none
    };

    explicit LockSessionModel(QObject *parent = nullptr);

    void setSessions(const QList<LockSession> &sessions) { setRows(sessions); }

    /// "idle in transaction for 12 s", "active, waits for Lock: transactionid"; fit for display.
    static QString stateText(const LockSession &session);
    /// How many have that role.
    int count(LockSession::Role role) const;

protected:
    bool isSame(const LockSession &a, const LockSession &b) const override { return a.pid == b.pid; }
    Header header(int column) const override;
    QString cellText(int row, int column) const override;
    QString cellMeaning(int row, int column) const override;
    QVariant cellData(int row, int column, int role) const override;
    bool isNumber(int column) const override { return column == ProcessColumn; }

private:
    static QString displayFor(const LockSession &session, int column);
    static QString meaningOf(const LockSession &session, int column);
    static bool isQuiet(const LockSession &session, int column);
};

} // namespace Elector
