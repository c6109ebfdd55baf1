// SPDX-License-Identifier: MIT

// What pointer and keyboard do to a timeline.
#include "displaytext.h"
#include "timelineview.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QNativeGestureEvent>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGesture>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

#include <cmath>

namespace Elector {

namespace {

constexpr double notch = 120; ///< of a wheel, as Qt counts
constexpr double pixelsPerNotch = 80;

} // namespace

bool TimelineView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip:
        showToolTip(static_cast<QHelpEvent *>(event));
        return true;
    case QEvent::Leave:
        m_hovered.reset();
        viewport()->update();
        break;
    case QEvent::Gesture:
        if (zoomByGesture(static_cast<QGestureEvent *>(event)))
            return true;
        break;
    case QEvent::NativeGesture: {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(1 + gesture->value(), gesture->position().x());
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool TimelineView::zoomByGesture(QGestureEvent *event)
{
    const auto *pinch = static_cast<QPinchGesture *>(event->gesture(Qt::PinchGesture));
    if (!pinch)
        return false;
    if (pinch->changeFlags() & QPinchGesture::ScaleFactorChanged && pinch->scaleFactor() > 0)
        zoomAt(pinch->scaleFactor(), viewport()->mapFromGlobal(pinch->centerPoint()).x());
    return true;
}

void TimelineView::showToolTip(QHelpEvent *event)
{
    const auto item = m_scene.itemAt(event->pos());
    if (item)
        QToolTip::showText(event->globalPos(), plainAsRichText(m_scene.describe(*item)), viewport());
    else
        QToolTip::hideText();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    const int delta = std::abs(angle.x()) > std::abs(angle.y()) ? angle.x() : angle.y();
    if (delta == 0 || m_scene.isEmpty())
        return;
    if (event->modifiers() & Qt::ControlModifier)
        zoomAt(std::pow(1.25, delta / notch), event->position().x());
    else
        pan(-delta / notch * pixelsPerNotch);
    hover(event->position());
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    m_pressedAt = m_draggedTo = event->position();
    m_dragging = false;
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressedAt || !(event->buttons() & Qt::LeftButton)) {
        hover(event->position());
        return;
    }
    const QPointF moved = event->position() - *m_pressedAt;
    if (!m_dragging && moved.manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragging = true;
    m_hovered.reset();
    viewport()->setCursor(Qt::ClosedHandCursor);
    const QPointF delta = event->position() - m_draggedTo;
    m_draggedTo = event->position();
    verticalScrollBar()->setValue(verticalScrollBar()->value() - int(std::lround(delta.y())));
    pan(-delta.x());
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressedAt)
        return;
    const bool dragged = std::exchange(m_dragging, false);
    m_pressedAt.reset();
    viewport()->unsetCursor();
    if (!dragged)
        select(m_scene.itemAt(event->position()), true);
}

void TimelineView::hover(const QPointF &at)
{
    const auto item = m_scene.itemAt(at);
    if (item == m_hovered)
        return;
    m_hovered = item;
    viewport()->update();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (!moveByKey(event) && !zoomByKey(event))
        QAbstractScrollArea::keyPressEvent(event);
}

bool TimelineView::moveByKey(QKeyEvent *event)
{
    if (m_scene.isEmpty() || event->modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    const bool byItem = event->modifiers() & Qt::ControlModifier;
    TimelineScale &scale = m_scene.scale();
    const double page = scale.width() * 0.1;
    const auto room = (scale.to() - scale.from()) / 40;
    const auto extent = m_scene.tenures().extent();
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (byItem)
            step(event->key() == Qt::Key_Right);
        else
            pan(event->key() == Qt::Key_Right ? page : -page);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (byItem)
            return false;
        verticalScrollBar()->triggerAction(event->key() == Qt::Key_Up ? QAbstractSlider::SliderSingleStepSub
                                                                      : QAbstractSlider::SliderSingleStepAdd);
        return true;
    case Qt::Key_Home:
        if (extent)
            scale.moveStartTo(extent->first - room);
        rangeChanged();
        return true;
    case Qt::Key_End:
        scale.moveEndTo(m_scene.now() + room);
        rangeChanged();
        return true;
    default:
        return false;
    }
}

bool TimelineView::zoomByKey(QKeyEvent *event)
{
    if (m_scene.isEmpty() || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_0:
    case Qt::Key_F:
        fitAll();
        return true;
    default:
        return false;
    }
}

} // namespace Elector
