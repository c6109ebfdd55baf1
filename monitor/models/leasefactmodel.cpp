// SPDX-License-Identifier: MIT
#include "leasefactmodel.h"

#include "displaytext.h"
#include "leasetext.h"

namespace Elector {

LeaseFactModel::LeaseFactModel(QObject *parent)
    : KeyedTableModel(columns, parent)
{
}

void LeaseFactModel::setLease(const std::optional<Lease> &lease, LeaseState state, const LeaseRemarks &remarks)
{
    setRows(lease ? factsOf(*lease, state, remarks) : QList<LeaseFact>());
}

QList<LeaseFact> LeaseFactModel::factsOf(const Lease &lease, LeaseState state, const LeaseRemarks &remarks)
{
    QList<LeaseFact> facts;
    facts.append({tr("Lock"), LeaseText::lock(lease), {}});
    facts.append({tr("State"), remarks.state.isEmpty() ? LeaseText::state(state) : remarks.state,
                  remarks.state.isEmpty() ? LeaseText::stateMeaning(state) : remarks.stateMeaning});
    if (!remarks.order.isEmpty())
        facts.append({tr("Order"), remarks.order, remarks.stateMeaning});
    if (lease.state != LeaseState::Free) {
        facts.append({tr("Holder"), displayText(lease.instanceId(), 500), displayText(lease.leaderId, 1000)});
        const bool npm = lease.incarnation().isEmpty();
        facts.append({tr("Incarnation"), npm ? tr("none") : displayText(lease.incarnation(), 100),
                      npm ? tr("A node of the npm package nest-leader-election.")
                          : tr("Which start of the holder, and which of its captures.")});
    }
    facts.append({tr("Term"), lease.term ? QString::number(*lease.term) : tr("none"),
                  tr("The fencing token: it grows with each change of holder. A plain table has none.")});
    if (lease.state != LeaseState::Free) {
        facts.append({tr("Since"), lease.createdAt ? LeaseText::exactMoment(*lease.createdAt) : tr("not known"), {}});
        facts.append({tr("Expires"),
                      lease.remaining == LeaseText::endless ? tr("never")
                          : lease.expiresAt                 ? LeaseText::exactMoment(*lease.expiresAt)
                                                            : tr("not known"),
                      tr("By the server's clock, unless the holder renews it")});
        if (lease.expiresAt && lease.leaseDuration.count() > 0)
            facts.append({tr("Renewed"),
                          LeaseText::exactMoment(lease.expiresAt->addMSecs(-lease.leaseDuration.count())),
                          tr("When the lease was last renewed, or captured, by the server's clock")});
        facts.append({tr("Lease"),
                      lease.leaseDuration.count() > 0 ? LeaseText::duration(lease.leaseDuration) : tr("not known"),
                      tr("What the holder asks for with each renewal")});
        facts.append({tr("Renewals"), lease.renewals >= 0 ? QString::number(lease.renewals) : tr("not known"),
                      tr("Since the lock was captured. Counted on a full table, by nodes that write them.")});
        if (!remarks.slack.isEmpty())
            facts.append({tr("Least slack"), remarks.slack, remarks.slackMeaning});
    }
    facts.append(
        {tr("Waiting"), lease.candidates >= 0 ? QString::number(lease.candidates) : tr("not known"),
         tr("Sessions whose name says that they wait for this lock. Nodes of nest-leader-election, and sessions "
            "with an application_name of their own, cannot be seen.")});
    if (lease.state != LeaseState::Free)
        facts.append({tr("Published"), lease.metadata.isEmpty() ? tr("nothing") : displayText(lease.metadata, 2000),
                      displayText(lease.metadata, 4000)});
    return facts;
}

QString LeaseFactModel::cellText(int row, int column) const
{
    const LeaseFact &fact = this->row(row);
    return column == NameColumn ? fact.name : fact.value;
}

QString LeaseFactModel::cellMeaning(int row, int) const
{
    const LeaseFact &fact = this->row(row);
    return fact.meaning.isEmpty() ? fact.value : fact.meaning;
}

QVariant LeaseFactModel::cellData(int, int, int) const
{
    return {};
}

CellTableModel::Header LeaseFactModel::header(int column) const
{
    return column == NameColumn ? Header{tr("What"), {}} : Header{tr("Value"), {}};
}

} // namespace Elector
