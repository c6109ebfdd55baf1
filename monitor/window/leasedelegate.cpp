// SPDX-License-Identifier: MIT
#include "leasedelegate.h"

#include "leasemodel.h"
#include "linetext.h"

#include <Elector/enums.h>

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

namespace Elector {

namespace {

// A healthy holder renews long before this share of its lease is left.
constexpr double lowFraction = 0.25;

constexpr Qt::Alignment atStart = Qt::AlignLeft | Qt::AlignVCenter;

bool isGroup(const QModelIndex &index)
{
    return index.data(LeaseModel::GroupRole).toBool();
}

LeaseState stateOf(const QModelIndex &index)
{
    return LeaseState(index.data(LeaseModel::StateRole).toInt());
}

bool isFrozen(const QModelIndex &index)
{
    return index.data(LeaseModel::FrozenRole).toBool();
}

// How loud colours are in a row that is not current; its text is dimmed by its palette.
constexpr double frozenShare = 0.55;

QColor tonedPen(Tone tone, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QColor color = toneColor(tone, option.palette);
    return isFrozen(index) && tone != Tone::Quiet ? mixed(color, option.palette.color(QPalette::Base), frozenShare)
                                                  : color;
}

// What is left of `rect` after `used` pixels from where reading starts.
QRect after(const QRect &rect, int used, Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft ? rect.adjusted(0, 0, -used, 0) : rect.adjusted(used, 0, 0, 0);
}

} // namespace

void LeaseDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    CalmDelegate::initStyleOption(option, index);
    if (isFrozen(index)) {
        const QColor base = option->palette.color(QPalette::Base);
        const QColor text = option->palette.color(QPalette::Text);
        option->palette.setColor(QPalette::Text, mixed(text, base, 0.5));
        option->palette.setColor(QPalette::HighlightedText, mixed(text, base, 0.8));
        option->palette.setColor(QPalette::Highlight, mixed(option->palette.color(QPalette::Highlight), base, 0.45));
    }
    if (isGroup(index)) {
        option->font.setBold(true);
        option->fontMetrics = QFontMetrics(option->font);
        option->backgroundBrush = option->palette.color(QPalette::AlternateBase);
    }
    const qint64 age = index.data(LeaseModel::ChangeAgeRole).toLongLong();
    const qint64 fresh = LeaseModel::freshness.count();
    if (age >= 0 && age < fresh) {
        QColor mark = toneColor(Tone::Warning, option->palette);
        mark.setAlphaF(float(0.28 * double(fresh - age) / double(fresh)));
        option->backgroundBrush = mark;
    }
}

void LeaseDelegate::paintContents(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                                  const QModelIndex &index) const
{
    if (isGroup(index)) {
        paintGroup(painter, option, rect, index);
        return;
    }
    switch (index.column()) {
    case LeaseModel::LockColumn:
        paintLock(painter, option, rect, index.data(LeaseModel::SecondaryTextRole).toString());
        break;
    case LeaseModel::HolderColumn:
        paintHolder(painter, option, rect, index);
        break;
    case LeaseModel::StateColumn:
        paintState(painter, option, rect, index);
        break;
    case LeaseModel::ExpiresColumn:
        paintCountdown(painter, option, rect, index);
        break;
    default:
        CalmDelegate::paintContents(painter, option, rect, index);
    }
}

// The id, and the name beginning at the same place in every row.
void LeaseDelegate::paintLock(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                              const QString &name) const
{
    const Qt::Alignment alignment = QStyle::visualAlignment(option.direction, atStart);
    painter->setPen(name.isEmpty() ? textColor(option) : quietColor(option));
    drawElided(painter, rect, alignment, option.text, option);
    const int idWidth
        = qMax(LineText::width(option.text, option.font), LineText::width(QStringLiteral("000"), option.font));
    const QRect rest = after(rect, idWidth + margin, option.direction);
    if (name.isEmpty() || rest.width() < 2 * margin)
        return;
    painter->setPen(textColor(option));
    drawElided(painter, rest, alignment, name, option);
}

void LeaseDelegate::paintHolder(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                                const QModelIndex &index) const
{
    const Qt::Alignment alignment = QStyle::visualAlignment(option.direction, atStart);
    painter->setPen(stateOf(index) == LeaseState::Free ? quietColor(option) : textColor(option));
    drawElided(painter, rect, alignment, option.text, option);
    const QString incarnation = index.data(LeaseModel::SecondaryTextRole).toString();
    const QRect rest = after(rect, LineText::width(option.text, option.font) + margin, option.direction);
    if (incarnation.isEmpty() || rest.width() < 2 * margin)
        return;
    QStyleOptionViewItem small = option;
    small.font.setPointSizeF(option.font.pointSizeF() * 0.88);
    painter->setPen(quietColor(option));
    drawElided(painter, rest, alignment, incarnation, small);
}

void LeaseDelegate::paintState(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                               const QModelIndex &index) const
{
    struct Look
    {
        const char *icon;
        Tone iconTone;
        Tone textTone;
    };
    // By ShownState.
    static constexpr Look looks[] = {
        {"state-held", Tone::Good, Tone::Text},
        {"state-expired", Tone::Bad, Tone::Bad},
        {"state-revoked", Tone::Warning, Tone::Warning},
        {"state-free", Tone::Quiet, Tone::Quiet},
        {"pause", Tone::Warning, Tone::Text},
        {"reserved", Tone::Warning, Tone::Text},
    };
    static constexpr Look trouble = {"warning", Tone::Warning, Tone::Warning};
    const int state = index.data(LeaseModel::ShownStateRole).toInt();
    const Look &look = index.data(LeaseModel::TroubleRole).toBool() ? trouble : looks[size_t(qBound(0, state, 5))];
    // On a selected row its own text colour is the readable one; icon and words still tell the state.
    if (look.textTone != Tone::Text && !option.state.testFlag(QStyle::State_Selected))
        painter->setPen(tonedPen(look.textTone, option, index));
    drawWithIcon(painter, option, rect, QString::fromLatin1(look.icon), look.iconTone, option.text,
                 isFrozen(index) ? frozenShare : 1.0);
}

// What stands above the locks of one instance: an arrow that says whether they are folded away, and what they add up
// to.
void LeaseDelegate::paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                               const QModelIndex &index) const
{
    const Qt::Alignment alignment = QStyle::visualAlignment(option.direction, atStart);
    if (index.column() == LeaseModel::StateColumn && index.data(LeaseModel::TroubleRole).toBool()) {
        drawWithIcon(painter, option, rect, QStringLiteral("warning"), Tone::Warning, option.text,
                     isFrozen(index) ? frozenShare : 1.0);
        return;
    }
    if (index.column() != LeaseModel::LockColumn) {
        drawElided(painter, rect, alignment, option.text, option);
        return;
    }
    const int side = option.fontMetrics.height() - 4;
    QStyleOption arrow;
    arrow.initFrom(option.widget);
    arrow.palette = option.palette;
    arrow.palette.setColor(QPalette::ButtonText, textColor(option));
    arrow.rect = QStyle::alignedRect(option.direction, atStart, {side, side}, rect);
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    const QStyle::PrimitiveElement aside = rightToLeft ? QStyle::PE_IndicatorArrowLeft : QStyle::PE_IndicatorArrowRight;
    const bool collapsed = index.data(LeaseModel::CollapsedRole).toBool();
    option.widget->style()->drawPrimitive(collapsed ? aside : QStyle::PE_IndicatorArrowDown, &arrow, painter,
                                          option.widget);
    drawElided(painter, after(rect, side + margin - 2, option.direction), alignment, option.text, option);
}

void LeaseDelegate::paintCountdown(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                                   const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const double fraction = index.data(LeaseModel::FractionRole).toDouble();
    const LeaseState state = stateOf(index);
    Tone tone = Tone::Text;
    if (state == LeaseState::Expired)
        tone = Tone::Bad;
    else if (state == LeaseState::Held && fraction < lowFraction)
        tone = Tone::Warning;
    else if (state == LeaseState::Free)
        tone = Tone::Quiet;
    const bool toned = tone != Tone::Text && !selected;

    // The words end at one line in every row, so that digits do not dance; the bar takes what is left.
    const int words
        = qMax(LineText::width(QStringLiteral("00 min 00 s"), option.font), LineText::width(option.text, option.font));
    const QRect textRect
        = QStyle::alignedRect(option.direction, atStart, {qMin(rect.width(), words), rect.height()}, rect);
    painter->setPen(toned ? tonedPen(tone, option, index) : textColor(option));
    drawElided(painter, textRect, QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter),
               option.text, option);

    const int barWidth = rect.width() - words - margin - 2;
    if (barWidth < 24 || fraction < 0.0)
        return;
    const QRect track = QStyle::alignedRect(option.direction, Qt::AlignRight | Qt::AlignVCenter, {barWidth, 6}, rect);
    paintBar(painter, option, track, fraction,
             toned ? tonedPen(tone, option, index)
                   : mixed(textColor(option), groundColor(option), selected ? 0.9 : 0.5));
}

void LeaseDelegate::paintBar(QPainter *painter, const QStyleOptionViewItem &option, const QRect &track, double fraction,
                             const QColor &color) const
{
    const double radius = track.height() / 2.0;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(mixed(textColor(option), groundColor(option), selected ? 0.28 : 0.12));
    painter->drawRoundedRect(track, radius, radius);
    if (fraction <= 0.0)
        return;
    const int filled = qMax(qRound(track.width() * fraction), track.height());
    QRect bar = track;
    if (option.direction == Qt::RightToLeft)
        bar.setLeft(bar.right() - filled + 1);
    else
        bar.setWidth(filled);
    painter->setBrush(color);
    painter->drawRoundedRect(bar, radius, radius);
}

} // namespace Elector
