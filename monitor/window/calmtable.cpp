// SPDX-License-Identifier: MIT
#include "calmtable.h"

#include "calmdelegate.h"
#include "scrollbarstyle.h"
#include "theme.h"

#include <QtGui/QActionGroup>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QProxyStyle>
#include <QtWidgets/QStyleOption>

#include <algorithm>
#include <map>

namespace Elector {

namespace {

/// Puts a column's title above its contents, which stand CalmDelegate::margin inside the cell.
class HeaderStyle : public QProxyStyle
{
public:
    HeaderStyle()
        : QProxyStyle(QApplication::style()->name())
    {
    }

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        return metric == PM_HeaderMargin ? CalmDelegate::margin : QProxyStyle::pixelMetric(metric, option, widget);
    }

    // With that margin the base style would put the arrow above the middle.
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (element != PE_IndicatorHeaderArrow || !header || !widget) {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            return;
        }
        QStyleOptionHeader centred = *header;
        centred.rect.moveCenter({header->rect.center().x(), widget->height() / 2});
        QProxyStyle::drawPrimitive(element, &centred, painter, widget);
    }
};

} // namespace

CalmTable::CalmTable(QWidget *parent)
    : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table
    setCornerButtonEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    ScrollBarStyle::applyTo(this);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    QHeaderView *header = horizontalHeader();
    auto *style = new HeaderStyle;
    style->setParent(header);
    header->setStyle(style);
    header->setFixedHeight(fontMetrics().height() + 2 * CalmDelegate::margin);
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(40);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &CalmTable::showColumnMenu);
    connect(header, &QHeaderView::sectionMoved, this, [this] { m_byHand = true; });
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (!m_fitting)
            m_byHand = true;
    });
}

void CalmTable::setEmptyText(const QString &text)
{
    if (text == m_emptyText)
        return;
    m_emptyText = text;
    viewport()->update();
}

void CalmTable::setWidths(const std::vector<Width> &widths)
{
    m_widths = widths;
    fitColumns();
}

void CalmTable::hideAtRest(int column)
{
    m_fitting = true; // this is not by hand
    setColumnHidden(column, true);
    m_fitting = false;
    fitColumns();
}

QByteArray CalmTable::columnState() const
{
    return m_byHand ? horizontalHeader()->saveState() : QByteArray();
}

bool CalmTable::restoreColumnState(const QByteArray &state)
{
    if (state.isEmpty())
        return false;
    m_fitting = true;
    const bool restored = horizontalHeader()->restoreState(state);
    m_fitting = false;
    m_byHand = restored;
    if (!restored)
        fitColumns();
    return restored;
}

// A column needs room for its title, whatever the language, and beside it for the arrow of its order.
void CalmTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    if (!model || !accessibleDescription().isEmpty())
        return;
    QStringList titles;
    for (int column = 0; column < model->columnCount(); ++column)
        titles << model->headerData(column, Qt::Horizontal).toString();
    setAccessibleDescription(tr("Columns: %1").arg(titles.join(QLatin1String(", "))));
}

int CalmTable::titleWidth(int column) const
{
    const QString title = model()->headerData(column, Qt::Horizontal).toString();
    const int arrow = isSortingEnabled() ? fontMetrics().height() : 0;
    return horizontalHeader()->fontMetrics().horizontalAdvance(title) + 2 * CalmDelegate::margin + arrow;
}

// Between what columns need and what they like; what is left over goes to those that can use it.
void CalmTable::fitColumns()
{
    if (m_byHand || !model() || m_widths.empty() || horizontalHeader()->count() != int(m_widths.size()))
        return;
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    struct Column
    {
        int number;
        int least;
        int liked;
        int share;
    };
    std::vector<Column> shown;
    int least = 0;
    int liked = 0;
    int shares = 0;
    for (int i = 0; i < int(m_widths.size()); ++i) {
        if (isColumnHidden(i))
            continue;
        const Width &width = m_widths[size_t(i)];
        const int title = titleWidth(i);
        shown.push_back({i, std::max(width.least * digit, title), std::max(width.liked * digit, title), width.share});
        least += shown.back().least;
        liked += shown.back().liked;
        shares += width.share;
    }
    const int room = viewport()->width();
    const double ease = liked > least ? std::clamp(double(room - least) / double(liked - least), 0.0, 1.0) : 0.0;
    const int over = std::max(0, room - liked);
    m_fitting = true;
    int used = 0;
    for (const Column &column : shown) {
        int size = column.least + int(ease * (column.liked - column.least));
        if (shares > 0)
            size += over * column.share / shares;
        if (&column == &shown.back() && room >= least)
            size = std::max(size, room - used);
        setColumnWidth(column.number, size);
        used += size;
    }
    m_fitting = false;
}

QString CalmTable::selectedText() const
{
    if (!model() || !selectionModel())
        return {};
    std::map<int, int> columnAt; // visual position → column
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (!isColumnHidden(column))
            columnAt[horizontalHeader()->visualIndex(column)] = column;
    }
    const auto line = [&](auto &&cell) {
        QStringList cells;
        for (const auto &[position, column] : columnAt)
            cells.append(cell(column));
        return QString(cells.join(QLatin1Char('\t')) + QLatin1Char('\n'));
    };
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.row() < b.row(); });
    if (rows.isEmpty())
        return {};
    QString text = line([this](int column) { return model()->headerData(column, Qt::Horizontal).toString(); });
    for (const QModelIndex &row : std::as_const(rows))
        text += line([&](int column) { return row.siblingAtColumn(column).data(Qt::AccessibleTextRole).toString(); });
    return text;
}

void CalmTable::copySelection() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void CalmTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || (model() && model()->rowCount() > 0))
        return;
    QPainter painter(viewport());
    painter.setPen(toneColor(Tone::Quiet, palette()));
    const QRect rect = viewport()->rect().adjusted(24, 12, -24, -12);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

void CalmTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void CalmTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void CalmTable::showColumnMenu(const QPoint &position)
{
    QMenu menu(this);
    fillColumnMenu(&menu);
    menu.exec(horizontalHeader()->mapToGlobal(position));
}

void CalmTable::fillSortMenu(QMenu *menu)
{
    const QHeaderView *header = horizontalHeader();
    auto *by = new QActionGroup(menu);
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (isColumnHidden(column))
            continue;
        QAction *action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(column == header->sortIndicatorSection());
        action->setActionGroup(by);
        connect(action, &QAction::triggered, this,
                [this, column] { sortByColumn(column, horizontalHeader()->sortIndicatorOrder()); });
    }
    menu->addSeparator();
    QAction *downwards = menu->addAction(tr("&Descending"));
    downwards->setObjectName(QStringLiteral("descendingAction"));
    downwards->setCheckable(true);
    downwards->setChecked(header->sortIndicatorOrder() == Qt::DescendingOrder);
    connect(downwards, &QAction::triggered, this, [this](bool down) {
        sortByColumn(horizontalHeader()->sortIndicatorSection(), down ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
}

void CalmTable::fillColumnMenu(QMenu *menu)
{
    const int shown = horizontalHeader()->count() - horizontalHeader()->hiddenSectionCount();
    for (int column = 0; column < model()->columnCount(); ++column) {
        QAction *action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(isColumnHidden(column) || shown > 1);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            m_byHand = true;
            setColumnHidden(column, !on);
        });
    }
}

} // namespace Elector
