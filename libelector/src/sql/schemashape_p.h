// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/electorerror.h>

#include <QtCore/QString>

namespace Elector {

/// Judges what stands under the name `leader_lease`: column names and types, primary key, triggers.
struct SchemaShape
{
    SchemaLevel level = SchemaLevel::None;
    ElectorError difference; ///< for Foreign: what differs; for None: that there is no table
    bool unlogged = false;

    /// A query without binds whose one row is for read().
    static QString sql(const QString &schema);
    /// `query` stands on that row.
    static SchemaShape read(const QString &json, const QString &schema);
};

} // namespace Elector
