// SPDX-License-Identifier: MIT
#pragma once

#include "theme.h"

#include <QtCore/QString>

class QLabel;
class QWidget;

namespace Elector {

/// A label that wraps, and shows its text as it is: nothing in it is taken for markup.
QLabel *plainLabel(const QString &text, QWidget *parent);

/// Its words in the colour of a tone, of the palette of what it stands on.
void setTone(QLabel *label, Tone tone);

} // namespace Elector
