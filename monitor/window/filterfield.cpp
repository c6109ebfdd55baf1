// SPDX-License-Identifier: MIT
#include "filterfield.h"

#include "actiontext.h"
#include "displaytext.h"
#include "theme.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QMenu>

namespace Elector {

FilterField::FilterField(QWidget *parent)
    : QLineEdit(parent)
    , m_menu(new QMenu(tr("Fi&lter by"), this))
    , m_icon(addAction(themedIcon(QStringLiteral("search"), Tone::Quiet), LeadingPosition))
{
    setObjectName(QStringLiteral("filterEdit"));
    setAccessibleName(tr("Filter"));
    setClearButtonEnabled(true);
    setMaximumWidth(260);
    m_menu->setObjectName(QStringLiteral("filterMenu"));
    m_icon->setToolTip(tr("Choose states, or type a regular expression"));
    buildMenu();
    connect(m_icon, &QAction::triggered, this, &FilterField::openMenu);
    connect(this, &QLineEdit::textChanged, this, &FilterField::changed);
    updateLook();
}

void FilterField::buildMenu()
{
    const auto add = [this](const QString &text, const char *name) {
        QAction *action = m_menu->addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, &FilterField::changed);
        return action;
    };
    m_expression = add(tr("&Regular expression"), "expressionAction");
    m_menu->addSeparator();
    const auto addTrait = [&](const QString &text, const char *name, LeaseFilter::Trait trait) {
        QAction *action = add(text, name);
        action->setData(int(trait));
        m_traits.append(action);
    };
    addTrait(tr("&Held"), "heldAction", LeaseFilter::Held);
    addTrait(tr("&Expired"), "expiredAction", LeaseFilter::Expired);
    addTrait(tr("Re&voked"), "revokedAction", LeaseFilter::Revoked);
    addTrait(tr("&Free"), "freeAction", LeaseFilter::Free);
    addTrait(tr("&Paused or reserved"), "orderedAction", LeaseFilter::Ordered);
    addTrait(tr("&Near misses"), "nearMissAction", LeaseFilter::NearMiss);
    addTrait(tr("F&lapping"), "flappingAction", LeaseFilter::Flapping);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("&Show all")), &QAction::triggered, this, &FilterField::reset);
}

LeaseFilter FilterField::filter() const
{
    LeaseFilter filter;
    filter.text = text();
    filter.regularExpression = m_expression->isChecked();
    for (const QAction *action : m_traits)
        filter.traits.setFlag(LeaseFilter::Trait(action->data().toInt()), action->isChecked());
    return filter;
}

void FilterField::setFilter(const LeaseFilter &filter)
{
    m_quiet = true;
    setText(filter.text);
    m_expression->setChecked(filter.regularExpression);
    for (QAction *action : std::as_const(m_traits))
        action->setChecked(filter.traits.testFlag(LeaseFilter::Trait(action->data().toInt())));
    m_quiet = false;
    updateLook();
}

void FilterField::setError(const QString &error)
{
    m_error = error;
    updateLook();
}

void FilterField::reset()
{
    setFilter({});
    changed();
}

void FilterField::changed()
{
    if (m_quiet)
        return;
    m_error.clear(); // until it is looked at again
    updateLook();
    Q_EMIT filterChanged(filter());
}

void FilterField::openMenu()
{
    m_menu->popup(mapToGlobal(QPoint(0, height())));
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier)) {
        openMenu();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

// A filter that is not in the text must be seen, too; and what is wrong is said in words.
void FilterField::updateLook()
{
    QStringList chosen;
    for (const QAction *action : std::as_const(m_traits)) {
        if (action->isChecked())
            chosen << spokenText(action->text());
    }
    const QString what = m_expression->isChecked()
        ? tr("Shows the locks whose id, name, holder or state match this regular expression")
        : tr("Shows the locks whose id, name, holder or state contain these words");
    QString description = m_error.isEmpty() ? what : m_error;
    if (!chosen.isEmpty())
        description += QLatin1Char('\n') + tr("Only: %1").arg(chosen.join(QStringLiteral(", ")));
    setToolTip(plainAsRichText(description));
    setAccessibleDescription(description);
    setPlaceholderText(chosen.isEmpty() ? tr("Filter") : chosen.join(QStringLiteral(", ")));
    const bool isWrong = !m_error.isEmpty();
    m_icon->setIcon(themedIcon(isWrong ? QStringLiteral("warning") : QStringLiteral("search"),
                               isWrong                ? Tone::Bad
                                   : chosen.isEmpty() ? Tone::Quiet
                                                      : Tone::Warning));
    QPalette colours;
    if (isWrong)
        colours.setColor(QPalette::Text, toneColor(Tone::Bad, palette()));
    setPalette(colours);
}

} // namespace Elector
