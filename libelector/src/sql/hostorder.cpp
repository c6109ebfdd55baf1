// SPDX-License-Identifier: MIT
#include "sql/hostorder_p.h"

#include <algorithm>

namespace Elector {

namespace {

QByteArrayList split(const QByteArray &list)
{
    return list.isEmpty() ? QByteArrayList() : list.split(',');
}

} // namespace

HostOrder::HostOrder(const QByteArray &hosts, const QByteArray &addresses, const QByteArray &ports)
    : m_hosts(split(hosts))
    , m_addresses(split(addresses))
    , m_ports(split(ports))
{
    const qsizetype count = std::max(m_hosts.size(), m_addresses.size());
    if (m_ports.size() == 1)
        m_ports = QByteArrayList(count, m_ports.constFirst());
    for (const QByteArrayList *each : {&m_hosts, &m_addresses, &m_ports}) {
        if (!each->isEmpty() && each->size() != count)
            *this = {}; // libpq makes no connection with these
    }
}

/// By what libpq tells of a connection: the host as it was given, or else the address.
bool HostOrder::isAt(qsizetype index, const QByteArray &host, const QByteArray &address, const QByteArray &port) const
{
    const QByteArray hostHere = m_hosts.value(index);
    const QByteArray addressHere = m_addresses.value(index);
    const QByteArray portHere = m_ports.value(index);
    return (hostHere.isEmpty() ? addressHere : hostHere) == host && (addressHere.isEmpty() || addressHere == address)
        && (portHere.isEmpty() || portHere == port);
}

bool HostOrder::putLast(const QByteArray &host, const QByteArray &address, const QByteArray &port)
{
    const qsizetype count = std::max(m_hosts.size(), m_addresses.size());
    for (qsizetype i = 0; count > 1 && i < count; ++i) {
        if (!isAt(i, host, address, port))
            continue;
        for (QByteArrayList *each : {&m_hosts, &m_addresses, &m_ports}) {
            if (!each->isEmpty())
                each->move(i, count - 1);
        }
        return true;
    }
    return false;
}

} // namespace Elector
