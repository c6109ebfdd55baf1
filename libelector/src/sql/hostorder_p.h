// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArrayList>

namespace Elector {

/// The hosts of a connection, in the order in which libpq tries them. It always begins with the first, so that one
/// which must not be used, and comes first, would hide those behind it.
class HostOrder
{
public:
    HostOrder() = default;
    /// libpq's lists, separated by commas; those of hosts and addresses may be empty, and one port stands for all.
    HostOrder(const QByteArray &hosts, const QByteArray &addresses, const QByteArray &ports);

    /// Puts the one that a connection was made to behind all others. False if there are no others.
    bool putLast(const QByteArray &host, const QByteArray &address, const QByteArray &port);

    QByteArray hosts() const { return m_hosts.join(','); }
    QByteArray addresses() const { return m_addresses.join(','); }
    QByteArray ports() const { return m_ports.join(','); }

private:
    bool isAt(qsizetype index, const QByteArray &host, const QByteArray &address, const QByteArray &port) const;

    // Each is empty, or as long as the others.
    QByteArrayList m_hosts;
    QByteArrayList m_addresses;
    QByteArrayList m_ports;
};

} // namespace Elector
