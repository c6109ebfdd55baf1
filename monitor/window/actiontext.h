// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace Elector {

/// The text of an action as it is read, without mnemonic and ellipsis: "&Connect…" is "Connect", and so is a mnemonic
/// that is a letter of its own, as in "暂停(&P)".
QString spokenText(QString actionText);

} // namespace Elector
