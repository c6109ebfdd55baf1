// SPDX-License-Identifier: MIT
#pragma once

#include "connectionprofile.h"

#include <QtCore/QMetaType>

namespace Elector {

/// What the user decided to connect to.
struct ConnectionChoice
{
    ConnectionProfile profile; ///< as it is used; its id is empty if it is not saved
    ConnectionParameters parameters; ///< ready to connect with: the profile's, TLS decided, and **with the password**
};

} // namespace Elector

Q_DECLARE_METATYPE(Elector::ConnectionChoice)
