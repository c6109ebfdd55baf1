// SPDX-License-Identifier: MIT
#include "timelineexport.h"

#include "displaytext.h"
#include "leasetext.h"
#include "tenurestext.h"
#include "timelinepainter.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>
#include <QtCore/QSaveFile>
#include <QtGui/QFontMetricsF>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtSvg/QSvgGenerator>

#include <algorithm>

namespace Elector {

namespace {

constexpr double sheetWidth = 1200;
constexpr double leastHeight = 240;
constexpr double border = 24;
constexpr int fontPixels = 13; // in pixels, so that it is as large on every device
constexpr double pictureRatio = 2;
constexpr int headingLines = 4;

double headingHeight(const QFont &font)
{
    return QFontMetricsF(font).height() * (headingLines + 1.2);
}

} // namespace

TimelineExport::TimelineExport(const TimelineScene &scene, const TimelineHeading &heading)
    : m_scene(scene)
    , m_heading(heading)
    , m_font(scene.font())
{
    m_font.setPixelSize(fontPixels);
    const Instant from = scene.scale().from();
    const Instant to = scene.scale().to();
    const double inner = sheetWidth - 2 * border;
    const double height = std::max(leastHeight, m_scene.naturalHeight(inner, m_font));
    const double heading_ = headingHeight(m_font);
    m_size = QSizeF(sheetWidth, height + heading_ + 2 * border);
    m_scene.layOut(QRectF(border, border + heading_, inner, height), m_font, m_scene.direction());
    m_scene.scale().setRange(from, to);
}

QString TimelineExport::range() const
{
    const auto moment = [](Instant at) { return LeaseText::exactMoment(dateTimeOf(at)); };
    return tr("%1 to %2").arg(moment(m_scene.scale().from()), moment(m_scene.scale().to()));
}

void TimelineExport::paint(QPainter *painter)
{
    const TimelineColors colors = TimelineColors::paper();
    painter->fillRect(QRectF(QPointF(), m_size), colors.base);
    QFont title = m_font;
    title.setPixelSize(fontPixels * 3 / 2);
    title.setBold(true);
    const double width = m_size.width() - 2 * border;
    double y = border;
    const auto line = [&](const QFont &font, const QColor &color, const QString &text) {
        const double height = QFontMetricsF(font).height();
        painter->setFont(font);
        painter->setPen(color);
        painter->setLayoutDirection(m_scene.direction());
        painter->drawText(QRectF(border, y, width, height), int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                          QFontMetricsF(font).elidedText(text, Qt::ElideRight, width));
        y += height;
    };
    line(title, colors.text, tr("Who led lock %1").arg(isolated(m_heading.lock)));
    line(m_font, colors.text, range());
    line(m_font, colors.quiet,
         tr("%1. Made %2.").arg(isolated(displayText(m_heading.server)), LeaseText::exactMoment(m_heading.madeAt)));
    line(m_font, colors.quiet, tr("All that is known: %1").arg(TenuresText::summary(m_scene.tenures(), m_scene.now())));
    TimelinePainter(m_scene, colors).paint(painter);
}

// --- files -------------------------------------------------------------------------------------------------------

QByteArray TimelineExport::png()
{
    QImage image((m_size * pictureRatio).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return {};
    image.setDevicePixelRatio(pictureRatio);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    paint(&painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray TimelineExport::svg()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(m_size.toSize());
    generator.setViewBox(QRectF(QPointF(), m_size));
    generator.setTitle(tr("Who led lock %1").arg(m_heading.lock));
    generator.setDescription(range());
    QPainter painter;
    if (!painter.begin(&generator))
        return {};
    paint(&painter);
    painter.end();
    return bytes;
}

QByteArray TimelineExport::pdf()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return {};
    QPdfWriter writer(&buffer);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(10, 10, 10, 10),
                                     QPageLayout::Millimeter));
    writer.setTitle(tr("Who led lock %1").arg(m_heading.lock));
    return print(&writer).isEmpty() ? bytes : QByteArray();
}

QByteArray TimelineExport::bytes(Format format)
{
    switch (format) {
    case Png:
        return png();
    case Svg:
        return svg();
    case Pdf:
        return pdf();
    }
    return {};
}

QString TimelineExport::save(const QString &path, Format format)
{
    const QString shown = isolated(displayText(QDir::toNativeSeparators(path), 400));
    const QByteArray all = bytes(format);
    if (all.isEmpty())
        return tr("The picture for %1 could not be made.").arg(shown);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(all) != all.size() || !file.commit())
        return tr("The file %1 cannot be written: %2.").arg(shown, isolated(displayText(file.errorString(), 400)));
    return {};
}

QString TimelineExport::print(QPagedPaintDevice *device)
{
    QPainter painter;
    if (!painter.begin(device))
        return tr("The printer does not take the page.");
    const QSizeF page(device->width(), device->height());
    const double factor = std::min(page.width() / m_size.width(), page.height() / m_size.height());
    painter.scale(factor, factor);
    paint(&painter);
    return painter.end() ? QString() : tr("The page could not be finished.");
}

} // namespace Elector
