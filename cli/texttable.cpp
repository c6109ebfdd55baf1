// SPDX-License-Identifier: MIT
#include "texttable.h"

#include "terminal.h"

#include <algorithm>
#include <numeric>

namespace Elector {

namespace {

constexpr int gap = 2;
constexpr int narrowest = 6; // of a cell that is cut: a few letters and the ellipsis

int total(const QList<int> &widths)
{
    return std::accumulate(widths.cbegin(), widths.cend(), gap * (static_cast<int>(widths.size()) - 1));
}

/// Takes from the widest, but leaves each its least; false if that is not enough.
bool squeeze(QList<int> *widths, const QList<int> &least, int width)
{
    for (int surplus = total(*widths) - width; surplus > 0; --surplus) {
        qsizetype widest = -1;
        for (qsizetype i = 0; i < widths->size(); ++i) {
            if (widths->at(i) > least.at(i) && (widest < 0 || widths->at(i) > widths->at(widest)))
                widest = i;
        }
        if (widest < 0)
            return false;
        --(*widths)[widest];
    }
    return true;
}

} // namespace

TextTable::TextTable(QList<Column> columns)
    : m_columns(std::move(columns))
{
    for (const Column &column : m_columns)
        m_natural.append(Terminal::columns(column.title));
}

void TextTable::add(const QStringList &cells)
{
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        m_natural[i] = std::max(m_natural.at(i), Terminal::columns(cells.at(i)));
    m_rows.append(cells);
}

TextTable::Layout TextTable::layout(int width) const
{
    int last = 0;
    for (const Column &column : m_columns)
        last = std::max(last, column.wont);
    for (int left = 0;; ++left) {
        Layout layout;
        QList<int> least;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const Column &column = m_columns.at(i);
            const bool empty = column.ifAny
                && std::all_of(m_rows.cbegin(), m_rows.cend(), [i](const auto &row) { return row.at(i).isEmpty(); });
            if (empty || (column.wont > 0 && column.wont <= left))
                continue;
            layout.columns.append(i);
            layout.widths.append(std::max(m_natural.at(i), column.least));
            least.append(left > last ? std::min(column.least, narrowest) : column.least);
        }
        if (width == Terminal::unlimited || squeeze(&layout.widths, least, width) || left > last)
            return layout;
    }
}

QString TextTable::line(const QStringList &cells, const Layout &layout, int width) const
{
    QString text;
    for (qsizetype i = 0; i < layout.columns.size(); ++i)
        text += Terminal::cell(cells.at(layout.columns.at(i)), layout.widths.at(i)) + QString(gap, QLatin1Char(' '));
    while (text.endsWith(QLatin1Char(' ')))
        text.chop(1);
    return width == Terminal::unlimited || Terminal::columns(text) <= width ? text : Terminal::cell(text, width);
}

QStringList TextTable::lines(int width) const
{
    const Layout layout = this->layout(width);
    QStringList titles;
    for (const Column &column : m_columns)
        titles.append(column.title);
    QStringList lines;
    if (!titles.join(QString()).isEmpty())
        lines.append(line(titles, layout, width));
    for (const QStringList &row : m_rows)
        lines.append(line(row, layout, width));
    return lines;
}

} // namespace Elector
