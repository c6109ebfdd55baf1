// SPDX-License-Identifier: MIT
#pragma once

#include "timelinescene.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QString>

class QPagedPaintDevice;
class QPainter;

namespace Elector {

/// What stands above a timeline on paper; plain text.
struct TimelineHeading
{
    QString lock;
    QString server;
    QDateTime madeAt;
};

/// A timeline as a file or on paper: the part of time that a view shows, with all of its lanes, dark on white whatever
/// the theme is. Lives in the window's thread.
class TimelineExport
{
    Q_DECLARE_TR_FUNCTIONS(Elector::TimelineExport)

public:
    enum Format { Png, Svg, Pdf };

    /// `scene` is copied; what it refers to must stay.
    TimelineExport(const TimelineScene &scene, const TimelineHeading &heading);

    /// Writes the whole file or leaves what is there as it was. Returns what went wrong in one sentence; empty if
    /// nothing did.
    QString save(const QString &path, Format format);
    /// Onto one page, as large as fits. The same for errors.
    QString print(QPagedPaintDevice *device);

    /// In logical pixels.
    QSizeF size() const { return m_size; }
    void paint(QPainter *painter);

private:
    QByteArray bytes(Format format);
    QByteArray png();
    QByteArray svg();
    QByteArray pdf();
    QString range() const;

    TimelineScene m_scene;
    TimelineHeading m_heading;
    QFont m_font;
    QSizeF m_size;
};

} // namespace Elector
