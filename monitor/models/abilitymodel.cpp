// SPDX-License-Identifier: MIT
#include "abilitymodel.h"

namespace Elector {

AbilityModel::AbilityModel(QObject *parent)
    : KeyedTableModel(columns, parent)
{
}

QString AbilityModel::feature(SchemaAbility::Feature feature)
{
    switch (feature) {
    case SchemaAbility::Terms:
        return tr("Terms: fencing tokens that grow with each change of holder");
    case SchemaAbility::History:
        return tr("History: who led when");
    case SchemaAbility::Names:
        return tr("Names of locks");
    case SchemaAbility::Metadata:
        return tr("What a leader publishes, such as its address");
    case SchemaAbility::Notifications:
        return tr("Changes of holder are seen at once");
    case SchemaAbility::Guard:
        return tr("Guard: strictly exclusive work in the same database");
    case SchemaAbility::ForcedRelease:
        return tr("Forced release");
    case SchemaAbility::Candidates:
        return tr("Waiting candidates");
    case SchemaAbility::SessionDetails:
        return tr("Where sessions of others come from, and what they do");
    }
    return tr("Something that this version does not know");
}

QString AbilityModel::why(const SchemaAbility &ability)
{
    switch (ability.obstacle) {
    case SchemaAbility::None:
        return {};
    case SchemaAbility::PlainTable:
        return tr("The table is a plain one. “elector migrate” makes it full.");
    case SchemaAbility::Standby:
        return tr("This is a standby. Connect to the primary.");
    case SchemaAbility::NotDelivered:
        return tr("Notifications do not arrive on this connection; it polls. A transaction pooler in between? Connect "
                  "directly.");
    case SchemaAbility::MissingPrivilege:
        break;
    }
    switch (ability.feature) {
    case SchemaAbility::ForcedRelease:
        return tr("The role lacks UPDATE and DELETE on leader_lease. GRANT them, or connect as another role.");
    case SchemaAbility::Guard:
        return tr("The role lacks EXECUTE on the guard's functions. GRANT it to those that work under it.");
    case SchemaAbility::SessionDetails:
        return tr("The role is no member of pg_monitor. GRANT pg_monitor or pg_read_all_stats to it.");
    default:
        return tr("The role lacks a privilege.");
    }
}

QString AbilityModel::cellText(int row, int column) const
{
    const SchemaAbility &ability = this->row(row);
    if (column == FeatureColumn)
        return feature(ability.feature);
    return column == WhyColumn ? why(ability) : ability.isAvailable() ? tr("Yes") : tr("No");
}

QString AbilityModel::cellMeaning(int, int) const
{
    return {};
}

QVariant AbilityModel::cellData(int row, int, int role) const
{
    return role == AvailableRole ? QVariant(this->row(row).isAvailable()) : QVariant();
}

CellTableModel::Header AbilityModel::header(int column) const
{
    const QString titles[columns] = {tr("What"), tr("Available"), tr("Why not, and what would help")};
    return {titles[column], {}};
}

} // namespace Elector
