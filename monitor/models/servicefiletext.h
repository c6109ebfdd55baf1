// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/servicefile.h>

#include <QtCore/QString>

namespace Elector {

/// For people: what libpq stumbles over, and where; empty if it is nothing.
QString serviceFileSentence(const ServiceFileProblem &problem);

} // namespace Elector
