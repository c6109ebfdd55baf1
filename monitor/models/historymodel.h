// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/lease.h>

#include <QtCore/QAbstractTableModel>
#include <QtCore/QList>

#include <deque>

namespace Elector {

/// Entries of the history, newest first, no more than a fixed number of them. Lives in the window's thread.
class HistoryModel : public QAbstractTableModel
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
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Adds entries in any order; those that are there already (by sequence) are skipped.
    void add(QList<LeaseEvent> events);
    void clear();

private:
    void insert(const QList<LeaseEvent> &newest);
    QString displayFor(const LeaseEvent &event, int column) const;
    QString toolTip(const LeaseEvent &event, int column) const;

    std::deque<LeaseEvent> m_events; // newest, that is largest sequence, first
    qsizetype m_limit;
};

} // namespace Elector
