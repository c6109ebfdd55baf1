// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QAbstractTableModel>

namespace Elector {

/// A table whose cells are words: a model says what stands in a cell and what there is to add, and every role that
/// text has (shown, as a tool tip, to a screen reader, when copied) follows from that. All text is plain and fit for
/// display; see displayText(). Lives in the window's thread.
class CellTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_columns; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

protected:
    struct Header
    {
        QString title;
        QString meaning; ///< more words, for a tool tip; may be empty
    };

    CellTableModel(int columns, QObject *parent);

    virtual Header header(int column) const = 0;
    virtual QString cellText(int row, int column) const = 0;
    /// More words than the cell has room for, over several lines if need be; empty if there is nothing to add.
    virtual QString cellMeaning(int row, int column) const = 0;
    /// Whatever else the model's views and tests ask for.
    virtual QVariant cellData(int row, int column, int role) const = 0;
    /// Columns of numbers stand to the right.
    virtual bool isNumber(int column) const = 0;

private:
    QVariant alignment(int column) const;

    int m_columns;
};

} // namespace Elector
