// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace Elector {

/// Who gives orders from here, unless another name is given: user@host.
QString operatorName();

} // namespace Elector
