// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/leaseobserver.h>

#include <QtCore/QPointer>
#include <QtWidgets/QDialog>

#include <chrono>
#include <optional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Elector {

/// Asks for an operator's order for one lock, gives it, and says what came of it: pause, resume, hand over, rename. A
/// reason is wanted for all but the name. Deletes itself when closed.
class OrderDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Order { Pause, Resume, HandOver, Rename };

    /// HandOver acts on exactly the holder and term of `target`. `observer` is not owned.
    OrderDialog(LeaseObserver *observer, const Lease &target, Order order, QWidget *parent = nullptr);

private:
    struct Words
    {
        QString title;
        QString button;
        QString subject; ///< what is typed besides the reason; empty if nothing is
    };
    Words words() const;
    void build();
    QLineEdit *addInstanceField(QFormLayout *form, const QString &title);
    void offerCandidates(quint64 id, const LockDetails &details);
    QLineEdit *addField(QFormLayout *form, const QString &title, const QString &description, const char *name);
    void tick();
    void revise();
    void fit();
    QString consequence() const;
    QString movedOn() const;
    QString whyNotYet() const;
    void send();
    void receive(const OrderOutcome &outcome);
    std::optional<Lease> present() const;
    std::chrono::microseconds leaseLeft() const;
    bool isHeld() const;
    QString whatWasDone() const;
    void follow();

    QPointer<LeaseObserver> m_observer;
    const Lease m_target;
    const Order m_order;
    quint64 m_request = 0;
    bool m_isOver = false;
    QString m_refusal; ///< what came of the last attempt

    QLabel *m_consequence = nullptr;
    QComboBox *m_candidates = nullptr; ///< of HandOver: those that wait
    quint64 m_detailsRequest = 0;
    QLineEdit *m_subject = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_do = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace Elector
