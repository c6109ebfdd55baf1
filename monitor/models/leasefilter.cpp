// SPDX-License-Identifier: MIT
#include "leasefilter.h"

#include "displaytext.h"
#include "leasetext.h"

#include <algorithm>
#include <optional>

namespace Elector {

namespace {

LeaseFilter::Traits traitsOf(const ShownLease &lease)
{
    LeaseFilter::Traits traits;
    switch (lease.shownState()) {
    case ShownState::Held:
        traits |= LeaseFilter::Held;
        break;
    case ShownState::Expired:
        traits |= LeaseFilter::Expired;
        break;
    case ShownState::Revoked:
        traits |= LeaseFilter::Revoked;
        break;
    case ShownState::Free:
        traits |= LeaseFilter::Free;
        break;
    case ShownState::Paused:
    case ShownState::Reserved:
        break;
    }
    traits.setFlag(LeaseFilter::Ordered, bool(lease.row->lease.order));
    traits.setFlag(LeaseFilter::NearMiss, lease.nearMiss);
    traits.setFlag(LeaseFilter::Flapping, lease.flapping);
    return traits;
}

// What an operator has ordered, whoever still holds the lock.
std::optional<ShownState> orderedState(const ShownLease &lease)
{
    const LockOrder &order = lease.row->lease.order;
    if (!order)
        return std::nullopt;
    return order.paused ? ShownState::Paused : ShownState::Reserved;
}

// What the table adds to a state that needs an eye.
QString troubleOf(const ShownLease &lease)
{
    if (lease.shownState() != ShownState::Held || !(lease.nearMiss || lease.flapping))
        return {};
    return lease.nearMiss ? QCoreApplication::translate("Elector::LeaseCells", "Held, near miss")
                          : QCoreApplication::translate("Elector::LeaseCells", "Held, flapping");
}

} // namespace

QString shownStateText(ShownState state)
{
    switch (state) {
    case ShownState::Held:
        return LeaseText::state(LeaseState::Held);
    case ShownState::Expired:
        return LeaseText::state(LeaseState::Expired);
    case ShownState::Revoked:
        return LeaseText::state(LeaseState::Revoked);
    case ShownState::Free:
        return LeaseText::state(LeaseState::Free);
    case ShownState::Paused:
        return QCoreApplication::translate("Elector::LeaseText", "Paused");
    case ShownState::Reserved:
        return QCoreApplication::translate("Elector::LeaseText", "Reserved");
    }
    return {};
}

LeaseMatcher::LeaseMatcher(const LeaseFilter &filter)
    : m_filter(filter)
{
    for (std::size_t i = 0; i < m_states.size(); ++i)
        m_states[i] = shownStateText(ShownState(i));
    if (filter.regularExpression) {
        m_expression = QRegularExpression(
            filter.text, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        m_isAnchored = filter.text.contains(QLatin1Char('^')) || filter.text.contains(QLatin1Char('$'));
        return;
    }
    m_words = filter.text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString LeaseMatcher::error() const
{
    if (m_expression.isValid())
        return {};
    return tr("The regular expression is wrong at character %1: %2.")
        .arg(m_expression.patternErrorOffset())
        .arg(m_expression.errorString());
}

QString LeaseMatcher::textOf(const ShownLease &lease)
{
    return partsOf(lease).join(QLatin1Char(' '));
}

QStringList LeaseMatcher::partsOf(const ShownLease &lease)
{
    QStringList parts{QString::number(lease.row->lease.lockId)};
    for (const QString &text : {displayText(lease.row->lease.name), displayText(lease.row->lease.leaderId)}) {
        if (!text.isEmpty())
            parts << text;
    }
    const QString trouble = troubleOf(lease);
    parts << (trouble.isEmpty() ? shownStateText(lease.shownState()) : trouble);
    if (const auto ordered = orderedState(lease); ordered && *ordered != lease.shownState())
        parts << shownStateText(*ordered);
    return parts;
}

// The whole row first, so that one expression can ask for several parts. What is anchored means the beginning or the
// end of any of them: who writes ^mail thinks of the name, and not of the number before it.
bool LeaseMatcher::matchesExpression(const ShownLease &lease) const
{
    if (!m_expression.isValid())
        return false;
    const QStringList parts = partsOf(lease);
    if (m_expression.match(parts.join(QLatin1Char(' '))).hasMatch())
        return true;
    const auto matched = [this](const QString &part) { return m_expression.match(part).hasMatch(); };
    return m_isAnchored
        && (std::any_of(parts.cbegin(), parts.cend(), matched) || matched(displayText(lease.row->lease.instanceId())));
}

bool LeaseMatcher::matches(const ShownLease &lease) const
{
    return (!m_filter.traits || (traitsOf(lease) & m_filter.traits)) && matchesText(lease);
}

bool LeaseMatcher::matchesText(const ShownLease &lease) const
{
    if (m_filter.regularExpression) {
        if (m_filter.text.isEmpty())
            return true;
        return matchesExpression(lease);
    }
    if (m_words.isEmpty())
        return true;
    const QString id = QString::number(lease.row->lease.lockId);
    const QString name = displayText(lease.row->lease.name);
    const QString holder = displayText(lease.row->lease.leaderId);
    const QString &state = m_states[std::size_t(lease.shownState())];
    const QString &order = m_states[std::size_t(orderedState(lease).value_or(lease.shownState()))];
    const QString trouble = troubleOf(lease);
    return std::all_of(m_words.cbegin(), m_words.cend(), [&](const QString &word) {
        return holder.contains(word, Qt::CaseInsensitive) || name.contains(word, Qt::CaseInsensitive)
            || id.contains(word) || state.contains(word, Qt::CaseInsensitive)
            || order.contains(word, Qt::CaseInsensitive) || trouble.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace Elector
