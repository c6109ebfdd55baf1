// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QTableView>

#include <vector>

class QMenu;

namespace Elector {

/// A table of whole rows, read-only: says in words why it is empty, copies rows with their headers, lets columns be
/// moved and hidden, and lays its columns out to its width until somebody lays them out by hand.
class CalmTable : public QTableView
{
    Q_OBJECT

public:
    explicit CalmTable(QWidget *parent = nullptr);

    /// A table that nobody has described is described by its columns.
    void setModel(QAbstractItemModel *model) override;

    /// Shown in the middle while there are no rows; plain text.
    void setEmptyText(const QString &text);
    QString emptyText() const { return m_emptyText; }

    /// Widths of each column in digits of the font: what it needs and what it likes, and how it shares what is left
    /// over.
    struct Width
    {
        int least = 0;
        int liked = 0;
        int share = 0;
    };
    void setWidths(const std::vector<Width> &widths);
    /// Leaves a column out until the user wants it.
    void hideAtRest(int column);

    /// Empty unless the user changed the columns.
    QByteArray columnState() const;
    bool restoreColumnState(const QByteArray &state);

    /// An entry for each column, to show or hide it.
    void fillColumnMenu(QMenu *menu);
    /// Adds to a menu what sorts the rows: a column that is shown, and whether downwards. For tables that sort.
    void fillSortMenu(QMenu *menu);

    /// The selected rows, top to bottom, tab-separated, with a line of headers; hidden columns are left out.
    QString selectedText() const;
    void copySelection() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int titleWidth(int column) const;
    void fitColumns();
    void showColumnMenu(const QPoint &position);

    QString m_emptyText;
    std::vector<Width> m_widths;
    bool m_byHand = false;
    bool m_fitting = false;
};

} // namespace Elector
