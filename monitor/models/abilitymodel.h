// SPDX-License-Identifier: MIT
#pragma once

#include "keyedtablemodel.h"

#include <Elector/lockdetails.h>

namespace Elector {

/// What can be had where a lock lives, and if not, why and what would help. Lives in the window's thread.
class AbilityModel : public KeyedTableModel<SchemaAbility>
{
    Q_OBJECT

public:
    enum Column { FeatureColumn, AvailableColumn, WhyColumn };
    static constexpr int columns = WhyColumn + 1;
    enum Role { AvailableRole = Qt::UserRole + 1 /**< bool */ };

    explicit AbilityModel(QObject *parent = nullptr);

    void setAbilities(const QList<SchemaAbility> &abilities) { setRows(abilities); }

protected:
    bool isSame(const SchemaAbility &a, const SchemaAbility &b) const override { return a.feature == b.feature; }
    Header header(int column) const override;
    QString cellText(int row, int column) const override;
    QString cellMeaning(int row, int column) const override;
    QVariant cellData(int row, int column, int role) const override;
    bool isNumber(int) const override { return false; }

private:
    static QString feature(SchemaAbility::Feature feature);
    static QString why(const SchemaAbility &ability);
};

} // namespace Elector
