// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

#include <optional>
#include <set>
#include <vector>

namespace Elector {

/// What a session of electors is called in pg_stat_activity, for people: `elector <locks> <instance>`, where <locks> is
/// `7`, or `1,3,5-9`, or `*` when the list would not fit, and ends in `@<schema>` unless that is "public".
///
/// Every role sees application_name, and everybody may give himself any: no decision rests on it.
struct SessionName
{
    /// PostgreSQL keeps that many bytes (NAMEDATALEN - 1).
    static constexpr int longest = 63;

    struct Range
    {
        int first = 0;
        int last = 0; ///< not below `first`
        friend bool operator==(const Range &, const Range &) = default;
    };

    std::vector<Range> locks; ///< rising, not adjacent; empty if `manyLocks`
    bool manyLocks = false; ///< `*`: there are more than a name can list
    QString schema = QStringLiteral("public");
    QString instance; ///< as in shown(), and possibly cut
    bool maybeCut = false; ///< the name is as long as one can be

    /// Whether its locks are those of that schema.
    bool isIn(const QString &schemaName) const;
    /// Whether the lock is listed; with `manyLocks` none is.
    bool serves(int lockId) const;
    /// Whether this can be the session of the instance of that name; true as well for another one that begins alike
    /// if the name may be cut.
    bool mayBe(const QString &instanceId) const;

    /// At most `longest` bytes of printable ASCII. The instance is cut when need be, the locks never are.
    static QString format(const std::set<int> &locks, const QString &schema, const QString &instanceId);
    /// Empty if it is not such a name, like those of observers (`elector-monitor`) and of other programs.
    static std::optional<SessionName> parse(const QString &applicationName);
    /// As PostgreSQL keeps a name: all but printable ASCII is `?`, one for each character.
    static QString shown(const QString &instanceId);

    friend bool operator==(const SessionName &, const SessionName &) = default;
};

} // namespace Elector
