// SPDX-License-Identifier: MIT
#pragma once

#include "abilitymodel.h"
#include "leasefactmodel.h"
#include "lockentrymodel.h"
#include "locksessionmodel.h"

#include <Elector/bootclock.h>
#include <Elector/leaseobserver.h>

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

#include <optional>

class QLabel;
class QSettings;
class QSplitter;
class QTabWidget;

namespace Elector {

class CalmTable;

/// Everything about one lock: what its row says, who holds it and who waits, what keeps them waiting, and what can be
/// had where it lives. Asks the database only while somebody looks, and at most once a second.
class DetailsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPanel(QWidget *parent = nullptr);
    ~DetailsPanel() override;

    /// What is read from; not owned. Null for none.
    void setObserver(LeaseObserver *observer);
    /// To be called for each snapshot too. `state` as it is now.
    void showLock(const std::optional<Lease> &lease, LeaseState state, const LeaseRemarks &remarks);

    void restoreLayout(const QSettings &settings);
    void saveLayout(QSettings &settings) const;

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    CalmTable *makeTable(QAbstractItemModel *model, const char *name, const QString &accessibleName);
    void ask();
    void receive(quint64 id, const LockDetails &details, const ElectorError &error);
    void forget();
    void updateFreshness();
    void explain();
    bool isCurrent() const;

    QPointer<LeaseObserver> m_observer;
    LeaseFactModel m_facts;
    LockSessionModel m_sessions;
    LockEntryModel m_locks;
    AbilityModel m_abilities;

    QLabel *m_note;
    QSplitter *m_splitter;
    QTabWidget *m_tabs;
    CalmTable *m_factTable = nullptr;
    CalmTable *m_sessionTable;
    CalmTable *m_lockTable;
    CalmTable *m_abilityTable;

    std::optional<Lease> m_lease;
    quint64 m_request = 0; ///< not answered yet
    int m_requestedLock = 0;
    std::optional<BootClock::time_point> m_askedAt;
    bool m_known = false; ///< the models hold an answer about this lock
    bool m_hidden = false; ///< some sessions are not shown in full
    ElectorError m_error;
    ElectorError m_locksError;
};

} // namespace Elector
