// SPDX-License-Identifier: MIT
#pragma once

#include "historymodel.h"

#include <Elector/leaseobserver.h>

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

#include <optional>

namespace Elector {

class CalmTable;

/// The history of one lock as a table, newest first, growing while one looks.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPanel(QWidget *parent = nullptr);

    /// What is read from; not owned. Null for none.
    void setObserver(LeaseObserver *observer);
    void showLock(std::optional<Lease> lease);
    CalmTable *table() const { return m_table; }

private:
    void reload();
    void receive(quint64 id, const QList<LeaseEvent> &events, const ElectorError &error);
    void append(const QList<LeaseEvent> &events);
    void explainEmptiness();

    QPointer<LeaseObserver> m_observer;
    HistoryModel m_model;
    CalmTable *m_table;
    std::optional<Lease> m_lease;
    quint64 m_request = 0;
    SchemaLevel m_level = SchemaLevel::None;
    ElectorError m_error;
};

} // namespace Elector
