// SPDX-License-Identifier: MIT
#pragma once

#include "timelinescene.h"

#include <QtCore/QTimer>
#include <QtWidgets/QAbstractScrollArea>

#include <functional>
#include <optional>

class QGestureEvent;
class QHelpEvent;

namespace Elector {

/// Who led one lock when, drawn along a time axis: a lane for each instance, the gaps without a leader, what operators
/// ordered, and why each term ended. Everything that a pointer can read, the keyboard can too: Ctrl and the arrow keys
/// move a mark from one thing to the next, and the widget's accessible name tells what it is on.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);

    /// Not owned; must outlive the view. Call tenuresChanged() whenever they change.
    void setTenures(const Tenures *tenures);
    void tenuresChanged();
    /// Forgets the selection and shows all there is, as for another lock.
    void startAfresh();
    /// Where the server's time comes from; this machine's clock unless set.
    void setClock(std::function<Instant()> clock);
    /// UTC or local time along the axis.
    void setTimeSpec(Qt::TimeSpec spec);
    /// What it is the timeline of, for screen readers; plain text.
    void setSubject(const QString &subject);
    /// Shown in the middle while there is nothing to draw; plain text.
    void setEmptyText(const QString &text);
    QString emptyText() const { return m_emptyText; }

    /// As it is laid out now; for export.
    const TimelineScene &scene() const { return m_scene; }
    void setRange(Instant from, Instant to);
    /// Whether the right edge stays at the present.
    bool followsNow() const { return m_follows; }

    /// The entry of the history that tells of the selected thing; 0 if nothing is selected.
    qint64 selectedSequence() const;
    /// In words; empty if nothing is selected.
    QString selectedText() const;
    /// Selects what the entry is about, and shows it. Emits nothing.
    void selectSequence(qint64 sequence);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fitAll();

Q_SIGNALS:
    /// By pointer or keyboard.
    void sequenceSelected(qint64 sequence);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    /// Stays the same thing while entries come.
    struct Selection
    {
        TimelineItem item;
        qint64 sequence = 0;
    };

    void layOut();
    void moveOn();
    void rangeChanged();
    void zoomAt(double factor, double x);
    void pan(double pixels);
    double anchor() const;
    void select(std::optional<TimelineItem> item, bool tell);
    void resolveSelection();
    void showItem(TimelineItem item);
    void step(bool later);
    void showToolTip(QHelpEvent *event);
    bool zoomByGesture(QGestureEvent *event);
    bool moveByKey(QKeyEvent *event);
    bool zoomByKey(QKeyEvent *event);
    void hover(const QPointF &at);
    void updateAccessible();

    TimelineScene m_scene;
    std::function<Instant()> m_clock;
    QTimer m_timer;
    QString m_subject;
    QString m_emptyText;
    std::optional<Selection> m_selected;
    std::optional<TimelineItem> m_hovered;
    std::optional<QPointF> m_pressedAt;
    QPointF m_draggedTo;
    bool m_dragging = false;
    bool m_fitted = true;
    bool m_follows = true;
};

} // namespace Elector
