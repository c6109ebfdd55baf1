// SPDX-License-Identifier: MIT
#pragma once

#include "celltablemodel.h"

#include <Elector/lease.h>

#include <QtCore/QList>

#include <deque>

namespace Elector {

/// Entries of the history, newest first, no more than a fixed number of them. Lives in the window's thread.
class HistoryModel : public CellTableModel
{
    Q_OBJECT

public:
    enum Column { WhenColumn, EventColumn, TermColumn, HolderColumn, ByColumn, ReasonColumn };
    static constexpr int columns = ReasonColumn + 1;
    enum Role {
        SequenceRole = Qt::UserRole + 1, ///< qint64
        KindRole, ///< QString, as in the database
    };

    /// `limit`: how many entries are kept; the oldest go first.
    explicit HistoryModel(qsizetype limit = 5000, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;

    /// Adds entries in any order; those that are there already (by sequence) are skipped.
    void add(QList<LeaseEvent> events);
    void clear();

protected:
    Header header(int column) const override;
    QString cellText(int row, int column) const override;
    QString cellMeaning(int row, int column) const override;
    QVariant cellData(int row, int column, int role) const override;
    bool isNumber(int column) const override { return column == TermColumn; }

private:
    void insert(const QList<LeaseEvent> &newest);

    std::deque<LeaseEvent> m_events; // newest, that is largest sequence, first
    qsizetype m_limit;
};

} // namespace Elector
