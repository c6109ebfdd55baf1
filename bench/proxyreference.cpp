// SPDX-License-Identifier: MIT
#include "proxyreference.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QElapsedTimer>
#include <QtCore/QSortFilterProxyModel>

#include <algorithm>

namespace Elector {

using namespace Qt::StringLiterals;

namespace {

class PlainModel : public QAbstractTableModel
{
public:
    explicit PlainModel(const QList<Lease> &leases)
        : m_leases(leases)
    {
    }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_leases.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 3; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const Lease &lease = m_leases.at(index.row());
        if (role != Qt::DisplayRole)
            return {};
        if (index.column() == 1)
            return lease.leaderId;
        return index.column() == 0 ? QVariant(lease.lockId) : QVariant(qint64(lease.remaining.count()));
    }
    void renew(int row)
    {
        m_leases[row].remaining += std::chrono::seconds(10);
        Q_EMIT dataChanged(index(row, 0), index(row, 2));
    }

private:
    QList<Lease> m_leases;
};

} // namespace

ProxyReference measureProxy(const QList<Lease> &leases, int renewed)
{
    PlainModel model(leases);
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.setFilterKeyColumn(1);
    proxy.rowCount();
    const auto timed = [](auto &&work) {
        QElapsedTimer timer;
        timer.start();
        work();
        return double(timer.nsecsElapsed()) / 1e6;
    };
    ProxyReference reference;
    reference.sort = timed([&] { proxy.sort(1); });
    reference.text = timed([&] { proxy.setFilterFixedString(u"worker-12"_s); });
    reference.regularExpression = timed([&] { proxy.setFilterRegularExpression(u"worker-[0-4].*(a|b)\\.1"_s); });
    proxy.setFilterFixedString({});
    proxy.sort(2);
    const int third = int(leases.size()) / 3;
    const int announced = std::min(third, renewed);
    const double took = timed([&] {
        for (int row = 0; row < announced; ++row)
            model.renew(row * 3);
    });
    reference.refresh = announced > 0 ? took * third / announced : 0;
    return reference;
}

} // namespace Elector
