// SPDX-License-Identifier: MIT
#pragma once

#include "shownlease.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFlags>
#include <QtCore/QRegularExpression>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <array>

namespace Elector {

/// Which locks are wanted: a value.
struct LeaseFilter
{
    enum Trait {
        Held = 1,
        Expired = 2,
        Revoked = 4,
        Free = 8,
        Ordered = 16, ///< paused or reserved, whoever holds it
        NearMiss = 32,
        Flapping = 64,
    };
    Q_DECLARE_FLAGS(Traits, Trait)
    static constexpr int anyTrait = 127;

    QString text; ///< words that all must occur in lock, name, holder or state; or a regular expression
    bool regularExpression = false;
    Traits traits; ///< one of these at least; none: any lock

    friend bool operator==(const LeaseFilter &, const LeaseFilter &) = default;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(LeaseFilter::Traits)

/// A LeaseFilter made ready to look at very many locks. For one thread at a time.
class LeaseMatcher
{
    Q_DECLARE_TR_FUNCTIONS(Elector::LeaseMatcher)

public:
    explicit LeaseMatcher(const LeaseFilter &filter = {});

    /// A sentence if the regular expression is wrong; such a filter matches nothing.
    QString error() const;
    bool matches(const ShownLease &lease) const;
    /// Everything of a row that a filter's text looks at.
    static QString textOf(const ShownLease &lease);

private:
    static QStringList partsOf(const ShownLease &lease);
    bool matchesText(const ShownLease &lease) const;
    bool matchesExpression(const ShownLease &lease) const;

    LeaseFilter m_filter;
    QStringList m_words;
    QRegularExpression m_expression;
    bool m_isAnchored = false; ///< it asks for the beginning or the end of something
    std::array<QString, 6> m_states; // by ShownState
};

/// The word for a state as it is shown.
QString shownStateText(ShownState state);

} // namespace Elector
