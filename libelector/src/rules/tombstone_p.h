// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

/// A revoked row keeps its expiry and its term; its holder is replaced by a tombstone that names it.
namespace Elector::Tombstone {

inline QString prefix()
{
    return QStringLiteral("#revoked ");
}

inline bool is(const QString &leaderId)
{
    return leaderId.startsWith(prefix());
}

inline QString of(const QString &leaderId)
{
    return prefix() + leaderId;
}

/// Whom the tombstone names; `leaderId` itself if it is none.
inline QString original(const QString &leaderId)
{
    return is(leaderId) ? leaderId.mid(prefix().size()) : leaderId;
}

} // namespace Elector::Tombstone
