// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace Elector {

/// Columns of text for people, each as wide as what stands in it. Where that is too wide, long texts are cut first, and
/// then columns are left out, those first that are missed least.
class TextTable
{
public:
    struct Column
    {
        QString title;
        int least = 0; ///< it is never narrower while columns can be left out instead
        int wont = 0; ///< how soon it is left out, 1 first; 0: never
        bool ifAny = false; ///< left out if nothing stands in it
    };

    explicit TextTable(QList<Column> columns);
    void add(const QStringList &cells);
    /// The titles, unless all are empty, and the rows, without control characters; none longer than `width`.
    QStringList lines(int width) const;

private:
    struct Layout
    {
        QList<qsizetype> columns;
        QList<int> widths;
    };
    Layout layout(int width) const;
    QString line(const QStringList &cells, const Layout &layout, int width) const;

    QList<Column> m_columns;
    QList<QStringList> m_rows;
    QList<int> m_natural; ///< widths in which everything stands in full
};

} // namespace Elector
