// SPDX-License-Identifier: MIT
#include "actiontext.h"

#include <QtCore/QRegularExpression>

namespace Elector {

QString spokenText(QString actionText)
{
    static const QRegularExpression appended(QStringLiteral("\\s*\\(&.\\)"));
    return actionText.remove(appended).remove(QLatin1Char('&')).remove(QChar(u'…'));
}

} // namespace Elector
