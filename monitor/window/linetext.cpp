// SPDX-License-Identifier: MIT
#include "linetext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QVarLengthArray>
#include <QtGui/QFontMetrics>
#include <QtGui/QGlyphRun>
#include <QtGui/QPainter>
#include <QtGui/QRawFont>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>

namespace Elector {

namespace {

constexpr char16_t ellipsis = u'\u2026';

/// The glyphs of one font for the letters that need no shaping.
class GlyphTable
{
public:
    explicit GlyphTable(const QFont &font)
        : m_font(font)
        , m_raw(QRawFont::fromFont(font))
        , m_ascent(QFontMetrics(font).ascent())
        , m_height(QFontMetrics(font).height())
    {
        for (size_t i = 0; i < m_glyphs.size(); ++i)
            m_glyphs[i] = glyphOf(char16_t(i));
        makeDigitsEqual();
        m_ellipsis = glyphOf(ellipsis);
        m_dash = glyphOf(u'\u2013');
        m_atMost = glyphOf(u'\u2264');
    }

    struct Glyph
    {
        quint32 index = 0; // 0: the font has none, or it needs shaping
        qreal advance = 0;
        qreal shift = 0; // from where the one before it ends
    };
    using Line = QVarLengthArray<Glyph, 64>;

    const QFont &font() const { return m_font; }
    const QRawFont &raw() const { return m_raw; }
    int ascent() const { return m_ascent; }
    int height() const { return m_height; }
    const Glyph &ellipsisGlyph() const { return m_ellipsis; }

    /// False if the text needs shaping.
    bool glyphs(const QString &text, Line *line) const
    {
        line->resize(text.size());
        for (qsizetype i = 0; i < text.size(); ++i) {
            const Glyph &glyph = find(text.at(i).unicode());
            if (glyph.index == 0)
                return false;
            (*line)[i] = glyph;
        }
        return true;
    }

private:
    const Glyph &find(char16_t letter) const
    {
        static constexpr Glyph none;
        if (letter < m_glyphs.size())
            return m_glyphs[letter];
        switch (letter) {
        case ellipsis:
            return m_ellipsis;
        case u'\u2013':
            return m_dash;
        case u'\u2264':
            return m_atMost;
        default:
            return none;
        }
    }

    // Digits that differ in width make a number that counts down dance, and columns of numbers ragged: each stands in
    // the middle of as much room as the widest needs. Most fonts have it so by themselves.
    void makeDigitsEqual()
    {
        qreal widest = 0;
        for (char16_t digit = u'0'; digit <= u'9'; ++digit)
            widest = std::max(widest, m_glyphs[digit].advance);
        for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
            Glyph &glyph = m_glyphs[digit];
            if (glyph.index == 0)
                continue;
            glyph.shift = (widest - glyph.advance) / 2;
            glyph.advance = widest;
        }
    }

    static bool standsAlone(char16_t letter)
    {
        if (letter < 0x20 || letter == 0xad) // a soft hyphen is shown at the end of lines only
            return false;
        switch (QChar(letter).category()) {
        case QChar::Mark_NonSpacing:
        case QChar::Mark_Enclosing:
        case QChar::Mark_SpacingCombining:
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Other_NotAssigned:
            return false;
        default:
            return true;
        }
    }

    Glyph glyphOf(char16_t letter) const
    {
        if (!m_raw.isValid() || !standsAlone(letter))
            return {};
        const QChar character(letter);
        quint32 index = 0;
        int count = 1;
        if (!m_raw.glyphIndexesForChars(&character, 1, &index, &count) || count != 1 || index == 0)
            return {};
        QPointF advance;
        if (!m_raw.advancesForGlyphIndexes(&index, &advance, 1))
            return {};
        return {index, advance.x()};
    }

    QFont m_font;
    QRawFont m_raw;
    int m_ascent;
    int m_height;
    std::array<Glyph, 0x530> m_glyphs; // up to the end of Cyrillic
    Glyph m_ellipsis;
    Glyph m_dash;
    Glyph m_atMost;
};

const GlyphTable &tableOf(const QFont &font)
{
    // A window has a handful of fonts; the oldest goes when an appearance or a screen brings more.
    constexpr size_t most = 16;
    static std::deque<GlyphTable> tables;
    if (tables.empty())
        qAddPostRoutine([] { tables.clear(); }); // fonts must not outlive the application
    for (const GlyphTable &table : tables) {
        if (table.font() == font)
            return table;
    }
    if (tables.size() == most)
        tables.pop_front();
    return tables.emplace_back(font);
}

qreal widthOf(const GlyphTable::Line &line)
{
    qreal width = 0;
    for (const GlyphTable::Glyph &glyph : line)
        width += glyph.advance;
    return width;
}

// False if not even an ellipsis can be had without shaping.
bool shorten(GlyphTable::Line *line, qreal *width, const GlyphTable &table, int room)
{
    if (std::ceil(*width) <= room)
        return true;
    const GlyphTable::Glyph &end = table.ellipsisGlyph();
    if (end.index == 0)
        return false;
    while (!line->isEmpty() && *width + end.advance > room) {
        *width -= line->last().advance;
        line->removeLast();
    }
    if (*width + end.advance <= room) {
        line->append(end);
        *width += end.advance;
    }
    return true;
}

void drawLine(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const GlyphTable::Line &line, qreal width,
              const GlyphTable &table)
{
    qreal x = rect.left();
    if (alignment.testFlag(Qt::AlignRight))
        x += rect.width() - width;
    else if (alignment.testFlag(Qt::AlignHCenter))
        x += (rect.width() - width) / 2;
    const int y = rect.top() + (rect.height() - table.height()) / 2 + table.ascent();
    if (line.isEmpty())
        return;
    QVarLengthArray<quint32, 64> indexes;
    QVarLengthArray<QPointF, 64> positions;
    qreal at = 0;
    for (const GlyphTable::Glyph &glyph : line) {
        indexes.append(glyph.index);
        positions.append({at + glyph.shift, 0});
        at += glyph.advance;
    }
    QGlyphRun run;
    run.setRawFont(table.raw());
    run.setRawData(indexes.constData(), positions.constData(), int(indexes.size()));
    painter->drawGlyphRun({std::floor(x), qreal(y)}, run);
}

// Qt's own way, which knows all scripts. What towers above its line must not reach into others.
void drawShaped(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text, const QFont &font)
{
    painter->save();
    painter->setClipRect(rect, Qt::IntersectClip);
    painter->setFont(font);
    painter->drawText(rect, int(alignment | Qt::AlignAbsolute) | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
    painter->restore();
}

} // namespace

int LineText::width(const QString &text, const QFont &font)
{
    GlyphTable::Line line;
    return tableOf(font).glyphs(text, &line) ? int(std::ceil(widthOf(line)))
                                             : QFontMetrics(font).horizontalAdvance(text);
}

bool LineText::isSimple(const QString &text, const QFont &font)
{
    GlyphTable::Line line;
    return tableOf(font).glyphs(text, &line);
}

void LineText::draw(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text,
                    const QFont &font)
{
    if (text.isEmpty() || rect.isEmpty())
        return;
    const GlyphTable &table = tableOf(font);
    GlyphTable::Line line;
    // From right to left even digits and brackets are put in another order.
    if (painter->layoutDirection() != Qt::RightToLeft && table.glyphs(text, &line)) {
        qreal width = widthOf(line);
        if (shorten(&line, &width, table, rect.width())) {
            drawLine(painter, rect, alignment, line, width, table);
            return;
        }
    }
    drawShaped(painter, rect, alignment, text, font);
}

} // namespace Elector
