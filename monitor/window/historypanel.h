// SPDX-License-Identifier: MIT
#pragma once

#include "historymodel.h"
#include "tenures.h"
#include "timelineexport.h"

#include <Elector/leaseobserver.h>

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

#include <optional>

class QSettings;
class QTabWidget;
class QToolButton;

namespace Elector {

class CalmTable;
class TimelineView;

/// The history of one lock, drawn along time and as a table, newest first; it grows while one looks.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPanel(QWidget *parent = nullptr);
    ~HistoryPanel() override;

    /// What is read from; not owned. Null for none.
    void setObserver(LeaseObserver *observer);
    void showLock(std::optional<Lease> lease);
    CalmTable *table() const { return m_table; }
    TimelineView *timeline() const { return m_timeline; }

    /// Writes what the timeline shows. Returns what went wrong in one sentence; empty if nothing did.
    QString exportTo(const QString &path, TimelineExport::Format format) const;

    void restoreLayout(const QSettings &settings);
    void saveLayout(QSettings &settings) const;

private:
    QWidget *makeTools();
    static QToolButton *dressed(QToolButton *button, const char *name, const QString &text, const QString &tip);
    void reload();
    void loadOlder();
    void receive(quint64 id, const QList<LeaseEvent> &events, const ElectorError &error);
    void append(const QList<LeaseEvent> &events);
    void takeSnapshot();
    Instant serverNow();
    void selectRow(qint64 sequence);
    void askWhereTo(TimelineExport::Format format);
    void print();
    void tell(const QString &problem);
    TimelineExport sheet() const;
    void updateTools();
    void explainEmptiness();

    QPointer<LeaseObserver> m_observer;
    HistoryModel m_model;
    Tenures m_tenures;
    QTabWidget *m_tabs;
    TimelineView *m_timeline;
    CalmTable *m_table;
    QList<QToolButton *> m_pictureTools; ///< of use only while the timeline is shown
    QToolButton *m_older = nullptr;
    std::optional<Lease> m_lease;
    quint64 m_request = 0;
    bool m_askedOlder = false; ///< the request is for older entries
    bool m_mayBeOlder = false;
    bool m_selecting = false;
    Instant m_now; ///< of the server, when it was last known
    SchemaLevel m_level = SchemaLevel::None;
    ElectorError m_error;
};

} // namespace Elector
