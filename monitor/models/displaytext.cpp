// SPDX-License-Identifier: MIT
#include "displaytext.h"

#include <QtCore/QChar>

namespace Elector {

namespace {

QString named(char32_t codePoint)
{
    return QStringLiteral("<U+%1>").arg(uint(codePoint), 4, 16, QLatin1Char('0')).toUpper();
}

// Joiners build emoji and Indic letters out of several characters: they are part of the text.
bool isJoiner(char32_t codePoint)
{
    return codePoint == 0x200c || codePoint == 0x200d;
}

// Marks piled upon one letter would be painted over the rows above and below.
constexpr int mostMarks = 4;

bool isMark(char32_t codePoint)
{
    const QChar::Category category = QChar::category(codePoint);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

QString shownAs(char32_t codePoint)
{
    switch (QChar::category(codePoint)) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return named(codePoint);
    case QChar::Other_Format:
        // The tag characters spell the flags of emoji.
        return isJoiner(codePoint) || (codePoint >= 0xe0020 && codePoint <= 0xe007f) ? QString::fromUcs4(&codePoint, 1)
                                                                                     : named(codePoint);
    case QChar::Other_Surrogate:
        return QString(QChar(QChar::ReplacementCharacter));
    default:
        return QString::fromUcs4(&codePoint, 1);
    }
}

} // namespace

QString displayText(const QString &raw, qsizetype limit)
{
    QString shown;
    shown.reserve(qMin(raw.size(), limit));
    int marks = 0;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        char32_t codePoint = raw.at(i).unicode();
        if (raw.at(i).isHighSurrogate() && i + 1 < raw.size() && raw.at(i + 1).isLowSurrogate())
            codePoint = QChar::surrogateToUcs4(raw.at(i), raw.at(i + 1));
        if (codePoint > 0xffff)
            ++i;
        marks = isMark(codePoint) ? marks + 1 : 0;
        if (marks > mostMarks)
            continue;
        const QString piece = shownAs(codePoint);
        if (shown.size() + piece.size() > limit)
            return shown + QChar(u'\u2026');
        shown += piece;
    }
    return shown;
}

QString isolated(const QString &shown)
{
    return QChar(u'\u2068') + shown + QChar(u'\u2069');
}

QString plainAsRichText(const QString &text)
{
    return QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

} // namespace Elector
