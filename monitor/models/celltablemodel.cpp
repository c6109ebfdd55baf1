// SPDX-License-Identifier: MIT
#include "celltablemodel.h"

#include "displaytext.h"

namespace Elector {

CellTableModel::CellTableModel(int columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(columns)
{
}

QVariant CellTableModel::alignment(int column) const
{
    return QVariant::fromValue(Qt::Alignment(isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QVariant CellTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return cellText(row, column);
    case Qt::ToolTipRole: {
        const QString meaning = cellMeaning(row, column);
        return plainAsRichText(meaning.isEmpty() ? cellText(row, column) : meaning);
    }
    case Qt::AccessibleDescriptionRole: {
        const QString meaning = cellMeaning(row, column);
        //: the title of a column, what there is to say of a cell in it
        return tr("%1: %2").arg(header(column).title, meaning.isEmpty() ? cellText(row, column) : meaning);
    }
    case Qt::TextAlignmentRole:
        return alignment(column);
    default:
        return cellData(row, column, role);
    }
}

QVariant CellTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns)
        return {};
    const Header words = header(section);
    switch (role) {
    case Qt::DisplayRole:
        return words.title;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return words.meaning.isEmpty() ? QVariant() : QVariant(words.meaning);
    case Qt::TextAlignmentRole:
        return alignment(section);
    default:
        return {};
    }
}

} // namespace Elector
