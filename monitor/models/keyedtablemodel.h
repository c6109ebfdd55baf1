// SPDX-License-Identifier: MIT
#pragma once

#include "celltablemodel.h"

#include <QtCore/QList>

#include <algorithm>

namespace Elector {

/// A table of values that is told what it holds now, and works out what came, went, moved and changed: it is never
/// reset, so that a view keeps its selection and its place. For some hundreds of rows.
template <typename Row> class KeyedTableModel : public CellTableModel
{
public:
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }

protected:
    KeyedTableModel(int columns, QObject *parent)
        : CellTableModel(columns, parent)
    {
    }

    /// Whether `a` and `b` are about the same thing, however it changed.
    virtual bool isSame(const Row &a, const Row &b) const = 0;
    const Row &row(int at) const { return m_rows.at(at); }
    const QList<Row> &rows() const { return m_rows; }

    void setRows(const QList<Row> &rows)
    {
        for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
            if (find(rows, 0, m_rows.at(i)) == rows.size())
                remove(i, i);
        }
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const qsizetype at = find(m_rows, i, rows.at(i));
            if (at == m_rows.size())
                insert(i, rows.at(i));
            else if (at != i)
                moveUp(at, i);
            change(i, rows.at(i));
        }
        if (m_rows.size() > rows.size()) // the same thing was there more than once
            remove(rows.size(), m_rows.size() - 1);
    }

private:
    qsizetype find(const QList<Row> &rows, qsizetype from, const Row &wanted) const
    {
        return std::find_if(rows.cbegin() + from, rows.cend(), [&](const Row &each) { return isSame(each, wanted); })
            - rows.cbegin();
    }

    void remove(qsizetype first, qsizetype last)
    {
        beginRemoveRows({}, int(first), int(last));
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
    }

    void insert(qsizetype at, const Row &row)
    {
        beginInsertRows({}, int(at), int(at));
        m_rows.insert(at, row);
        endInsertRows();
    }

    void moveUp(qsizetype from, qsizetype to)
    {
        beginMoveRows({}, int(from), int(from), {}, int(to));
        m_rows.move(from, to);
        endMoveRows();
    }

    void change(qsizetype at, const Row &row)
    {
        if (m_rows.at(at) == row)
            return;
        m_rows[at] = row;
        Q_EMIT dataChanged(index(int(at), 0), index(int(at), columnCount() - 1));
    }

    QList<Row> m_rows;
};

} // namespace Elector
