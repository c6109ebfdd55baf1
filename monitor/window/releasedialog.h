// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/leaseobserver.h>

#include <QtCore/QPointer>
#include <QtWidgets/QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTimer;

namespace Elector {

/// Takes a lock back from its holder: names what it acts on, says what will happen and by when, wants a reason (and the
/// lock's name for the dangerous form), and then shows what happens until somebody leads again. What is revoked already
/// can only be evicted.
class ReleaseDialog : public QDialog
{
    Q_OBJECT

public:
    /// Acts on exactly this holder and term of `target`. `observer` is not owned.
    ReleaseDialog(LeaseObserver *observer, const Lease &target, QWidget *parent = nullptr);

private:
    enum class Step {
        Asking, ///< the operator decides
        Sent, ///< the answer is awaited
        Following, ///< done; who comes next?
        Over, ///< somebody leads again, or nothing was done
    };

    QWidget *buildQuestion();
    QWidget *buildOutcome();
    void buildTarget(QFormLayout *form);

    void revise();
    void fit();
    QString whyNotYet() const;
    std::optional<Lease> present() const;
    bool movedOn() const;
    bool isRevoked() const;
    bool nameTyped() const;
    QString deadlineText() const;
    QString revokedText() const;
    QString revokeConsequence() const;
    QString evictConsequence() const;
    static QString nextText(const Lease &now);
    static QString waitingText(const Lease &free);

    void askWhoRevoked();
    void learnWhoRevoked(quint64 id, const QList<LeaseEvent> &events);
    void send();
    void receive(const ForcedRelease &outcome);
    void follow();
    void report(const QString &line);
    void finish();

    QPointer<LeaseObserver> m_observer;
    const Lease m_target;
    Step m_step = Step::Asking;
    quint64 m_request = 0;
    quint64 m_historyRequest = 0;
    QString m_revokedBy; // empty if nobody knows
    bool m_evicting = false;
    QString m_lastSeen;

    QWidget *m_question = nullptr;
    QWidget *m_outcome = nullptr;
    QLabel *m_expires = nullptr;
    QRadioButton *m_revoke = nullptr;
    QRadioButton *m_evict = nullptr;
    QLabel *m_revokeText = nullptr;
    QLabel *m_evictText = nullptr;
    QWidget *m_confirmRow = nullptr;
    QLineEdit *m_confirm = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_progress = nullptr;
    QLabel *m_now = nullptr;
    QPushButton *m_do = nullptr;
    QPushButton *m_close = nullptr;
    QTimer *m_timer;
};

} // namespace Elector
