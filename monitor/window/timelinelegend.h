// SPDX-License-Identifier: MIT
#pragma once

#include "tenures.h"
#include "timelinecolors.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QString>
#include <QtGui/QFont>

#include <vector>

class QPainter;
class QRectF;

namespace Elector {

class TimelineScene;

/// What the shapes mean: only those that a timeline has.
class TimelineLegend
{
    Q_DECLARE_TR_FUNCTIONS(Elector::TimelineLegend)

public:
    explicit TimelineLegend(const TimelineScene &scene);

    /// As many lines as it takes at that width; 0 if there is nothing to explain.
    double height(double width, const QFont &font) const;
    void paint(QPainter *painter, const QRectF &rect, const QFont &font, const TimelineColors &colors) const;
    /// The words, in the order in which they stand there.
    QStringList words() const;

private:
    struct Entry
    {
        enum Kind { Ending, Revoke, Pause };
        Kind kind;
        Tenure::Ending ending;
        QString text;
    };
    /// Left edges and lines of the entries.
    std::vector<QPointF> places(double width, const QFont &font) const;

    std::vector<Entry> m_entries;
    bool m_rightToLeft;
};

} // namespace Elector
