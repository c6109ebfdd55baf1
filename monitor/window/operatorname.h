// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace Elector {

/// Who is at the keyboard, as user@host; the database role is recorded by the server itself.
QString operatorName();

} // namespace Elector
