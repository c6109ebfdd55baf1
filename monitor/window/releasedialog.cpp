// SPDX-License-Identifier: MIT
#include "releasedialog.h"

#include "displaytext.h"
#include "leasetext.h"
#include "plainlabel.h"
#include "spoken.h"
#include "timedisplay.h"

#include <Elector/operatorname.h>

#include <QtCore/QTimer>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

namespace Elector {

using namespace std::chrono;

namespace {

void makeQuiet(QLabel *label)
{
    QPalette colours = label->palette();
    colours.setColor(QPalette::WindowText, toneColor(Tone::Quiet, colours));
    label->setPalette(colours);
}

} // namespace

ReleaseDialog::ReleaseDialog(LeaseObserver *observer, const Lease &target, QWidget *parent)
    : QDialog(parent)
    , m_observer(observer)
    , m_target(target)
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("releaseDialog"));
    setWindowTitle(tr("Release lock %1").arg(target.lockId));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *buttons = new QDialogButtonBox(this);
    m_do = buttons->addButton(tr("Revoke"), QDialogButtonBox::AcceptRole);
    m_do->setObjectName(QStringLiteral("releaseButton"));
    m_close = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_close->setObjectName(QStringLiteral("closeButton"));
    setSpokenLeaving(m_close);
    setAccessibleDescription(tr("Takes a lock from its holder: the safe way, or the dangerous one"));
    m_question = buildQuestion();
    m_outcome = buildOutcome();
    m_outcome->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(14);
    layout->addWidget(m_question);
    layout->addWidget(m_outcome);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(560);

    connect(m_do, &QPushButton::clicked, this, &ReleaseDialog::send);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(observer, &LeaseObserver::releaseFinished, this, &ReleaseDialog::receive);
    connect(observer, &LeaseObserver::lookTaken, this, &ReleaseDialog::follow);
    connect(observer, &LeaseObserver::stateChanged, this, &ReleaseDialog::revise);
    connect(observer, &LeaseObserver::historyReceived, this, &ReleaseDialog::learnWhoRevoked);
    connect(m_timer, &QTimer::timeout, this, &ReleaseDialog::revise);
    m_timer->start(200ms);
    m_reason->setFocus();
    revise();
    fit();
}

// As high as its words need at this width; they wrap.
void ReleaseDialog::fit()
{
    layout()->activate();
    const int wide = qMax(width(), minimumWidth());
    resize(wide, qMax(layout()->totalHeightForWidth(wide), 220));
}

void ReleaseDialog::buildTarget(QFormLayout *form)
{
    const auto add = [&](const QString &title, const QString &value) {
        auto *label = plainLabel(value, this);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setAccessibleDescription(title);
        auto *caption = new QLabel(title, this);
        makeQuiet(caption);
        form->addRow(caption, label);
        return label;
    };
    form->setHorizontalSpacing(18);
    form->setVerticalSpacing(5);
    form->setLabelAlignment(Qt::AlignLeft);
    add(tr("Lock"), LeaseText::lock(m_target))->setObjectName(QStringLiteral("targetLock"));
    add(tr("Holder"), displayText(m_target.leaderId, 120))->setObjectName(QStringLiteral("targetHolder"));
    add(tr("Term"), m_target.term ? QString::number(*m_target.term) : tr("none (plain table)"));
    m_expires = add(tr("Expires in"), {});
}

QWidget *ReleaseDialog::buildQuestion()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *form = new QFormLayout;
    buildTarget(form);
    layout->addLayout(form);
    layout->addSpacing(10);

    const auto addChoice = [&](const QString &title, const QString &name, QLabel **text) {
        auto *button = new QRadioButton(title, page);
        button->setObjectName(name);
        QFont bold = button->font();
        bold.setBold(true);
        button->setFont(bold);
        *text = plainLabel({}, page);
        (*text)->setContentsMargins(26, 0, 0, 6);
        layout->addWidget(button);
        layout->addWidget(*text);
        return button;
    };
    m_revoke = addChoice(tr("&Revoke: the holder lets go first"), QStringLiteral("revokeChoice"), &m_revokeText);
    m_evict
        = addChoice(tr("&Evict: take the row away at once (dangerous)"), QStringLiteral("evictChoice"), &m_evictText);
    m_revoke->setChecked(true);
    m_revokeText->setObjectName(QStringLiteral("revokeText"));

    m_confirmRow = new QWidget(page);
    auto *confirmLayout = new QVBoxLayout(m_confirmRow);
    confirmLayout->setContentsMargins(26, 0, 0, 6);
    const QString wanted = m_target.name.isEmpty() ? QString::number(m_target.lockId) : displayText(m_target.name, 80);
    auto *confirmLabel = plainLabel(tr("Type %1 to confirm:").arg(isolated(wanted)), m_confirmRow);
    m_confirm = new QLineEdit(m_confirmRow);
    m_confirm->setObjectName(QStringLiteral("confirmEdit"));
    setSpoken(m_confirm, tr("Name of the lock, to confirm the eviction"), confirmLabel->text());
    confirmLayout->addWidget(confirmLabel);
    confirmLayout->addWidget(m_confirm);
    layout->addWidget(m_confirmRow);

    auto *reasonLabel = new QLabel(tr("Rea&son, kept in the history:"), page);
    m_reason = new QLineEdit(page);
    m_reason->setObjectName(QStringLiteral("reasonEdit"));
    m_reason->setMaxLength(500);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("for example: node hangs since the deploy of 14:00"));
    if (m_observer->server().level != SchemaLevel::Full)
        reasonLabel->setText(tr("Rea&son (a plain table does not keep it):"));
    reasonLabel->setBuddy(m_reason);
    layout->addWidget(reasonLabel);
    layout->addWidget(m_reason);
    m_hint = plainLabel({}, page);
    m_hint->setObjectName(QStringLiteral("hint"));
    layout->addWidget(m_hint);

    for (QRadioButton *choice : {m_revoke, m_evict})
        connect(choice, &QRadioButton::toggled, this, [this] {
            revise();
            fit();
        });
    for (QLineEdit *edit : {m_confirm, m_reason})
        connect(edit, &QLineEdit::textChanged, this, &ReleaseDialog::revise);
    return page;
}

QWidget *ReleaseDialog::buildOutcome()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *title = plainLabel(tr("Lock %1").arg(LeaseText::lock(m_target)), page);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_progress = plainLabel({}, page);
    m_progress->setObjectName(QStringLiteral("progress"));
    m_now = plainLabel({}, page);
    m_now->setObjectName(QStringLiteral("now"));
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(m_progress);
    layout->addWidget(m_now);
    return page;
}

// --- asking ------------------------------------------------------------------------------------------------------

// What its row says now, while it belongs to the holder and term that are acted on, and has not run out.
std::optional<Lease> ReleaseDialog::present() const
{
    const std::optional<Lease> now = m_observer ? m_observer->lease(m_target.lockId) : std::nullopt;
    const bool same = now && now->leaderId == m_target.leaderId && now->term == m_target.term;
    const bool runs = same && (now->state == LeaseState::Held || now->state == LeaseState::Revoked);
    return runs ? now : std::nullopt;
}

bool ReleaseDialog::movedOn() const
{
    return m_observer && !present();
}

bool ReleaseDialog::isRevoked() const
{
    const std::optional<Lease> now = present();
    return now && now->state == LeaseState::Revoked;
}

// The history knows; where there is none, nobody does.
void ReleaseDialog::askWhoRevoked()
{
    constexpr int enough = 20; // of the newest entries of this lock
    if (m_historyRequest == 0 && m_observer->server().level == SchemaLevel::Full)
        m_historyRequest = m_observer->requestHistory(m_target.lockId, enough);
}

void ReleaseDialog::learnWhoRevoked(quint64 id, const QList<LeaseEvent> &events)
{
    if (id != m_historyRequest || m_historyRequest == 0)
        return;
    for (const LeaseEvent &event : events) { // the last one counts
        const bool same = event.leaderId == m_target.leaderId && event.term == m_target.term;
        if (same && event.kind == QLatin1StringView("revoked"))
            m_revokedBy = event.operatorName.isEmpty() ? event.actor : event.operatorName;
    }
    revise();
    if (m_step == Step::Asking)
        fit();
}

bool ReleaseDialog::nameTyped() const
{
    const QString typed = m_confirm->text().trimmed();
    return typed == QString::number(m_target.lockId)
        || (!m_target.name.isEmpty() && (typed == m_target.name || typed == displayText(m_target.name, 80)));
}

QString ReleaseDialog::whyNotYet() const
{
    if (!m_observer)
        return tr("The window watches another server now.");
    if (m_observer->state() != LeaseObserver::Watching || m_observer->isStale())
        return tr("The connection is broken: nothing can be released until it is back.");
    if (movedOn())
        return tr("The lock has moved on meanwhile: this holder and term no longer hold it. Close, and look again.");
    if (m_revoke->isChecked() && isRevoked())
        return tr("It is revoked already: wait until the holder lets go, or choose to evict it.");
    if (m_evict->isChecked() && !nameTyped())
        return tr("Type the lock's name or id to confirm the eviction.");
    if (m_reason->text().trimmed().isEmpty())
        return tr("Give a reason.");
    return {};
}

// How long the lease that the operator sees can still last, by its last renewal.
QString ReleaseDialog::deadlineText() const
{
    const std::optional<Lease> now = m_observer ? m_observer->lease(m_target.lockId) : std::nullopt;
    return LeaseText::deadline(now ? m_observer->remainingNow(*now) : 0us);
}

QString ReleaseDialog::revokedText() const
{
    if (m_revokedBy.isEmpty())
        return tr("Already revoked: the lock is free when the holder has let go or its lease has run out (%1). Wait, "
                  "or "
                  "evict the holder.")
            .arg(deadlineText());
    return tr("Already revoked by %1: the lock is free when the holder has let go or its lease has run out (%2). Wait, "
              "or evict the holder.")
        .arg(isolated(displayText(m_revokedBy, 80)), deadlineText());
}

QString ReleaseDialog::revokeConsequence() const
{
    QString text
        = tr("The holder is told to stop and steps down, at once if it listens, otherwise at its next renewal. "
             "Nobody else can lead before it has let go or its lease has run out (%1).")
              .arg(deadlineText());
    if (m_target.incarnation().isEmpty())
        text += QLatin1Char(' ')
            + tr("This holder is a node of the npm package nest-leader-election: it notices only at its next completed "
                 "renewal, which can be later than that.");
    const QString next = nextText(present().value_or(m_target));
    return next.isEmpty() ? text : text + QLatin1Char(' ') + next;
}

/// Who leads afterwards, as far as it is known.
QString ReleaseDialog::nextText(const Lease &now)
{
    if (now.order.isReserved())
        return tr("Then only %1 can lead: the lock is reserved for it.")
            .arg(isolated(displayText(now.order.reservedFor, 80)));
    if (now.candidates > 0)
        return tr("Then one of the %n session(s) that wait can lead.", nullptr, now.candidates);
    return now.candidates == 0 ? tr("No session is known to wait: nobody may lead then until one comes.") : QString();
}

QString ReleaseDialog::waitingText(const Lease &free)
{
    if (free.order.paused)
        return tr("It is paused: nobody takes it until it is resumed.");
    if (free.order.isReserved())
        return tr("It is reserved for %1: waiting for that instance to take it…")
            .arg(isolated(displayText(free.order.reservedFor, 80)));
    return free.candidates == 0 ? tr("No session is known to wait for it. Waiting for the next leader…")
                                : tr("Waiting for the next leader…");
}

QString ReleaseDialog::evictConsequence() const
{
    return tr("Another node can lead within milliseconds, while the old holder may act as leader until its lease has "
              "run "
              "out (%1). Only for a holder that is known to be dead.")
        .arg(deadlineText());
}

void ReleaseDialog::revise()
{
    if (m_step == Step::Sent || m_step == Step::Following)
        follow();
    if (m_step != Step::Asking)
        return;
    const std::optional<Lease> now = present();
    m_expires->setText(now ? LeaseText::countdown(m_observer->remainingNow(*now)) : tr("moved on"));
    if (isRevoked())
        askWhoRevoked();
    m_revokeText->setText(isRevoked() ? revokedText() : revokeConsequence());
    m_evictText->setText(evictConsequence());
    m_revoke->setAccessibleDescription(m_revokeText->text());
    m_evict->setAccessibleDescription(m_evictText->text());
    m_confirmRow->setVisible(m_evict->isChecked());
    setTone(m_evictText, m_evict->isChecked() ? Tone::Bad : Tone::Quiet);
    setTone(m_revokeText, m_revoke->isChecked() ? Tone::Text : Tone::Quiet);
    m_do->setText(m_evict->isChecked() ? tr("Evict") : tr("Revoke"));
    // Evicting takes more than the Enter key.
    m_do->setAutoDefault(!m_evict->isChecked());
    m_do->setDefault(!m_evict->isChecked());
    const QString why = whyNotYet();
    m_do->setEnabled(why.isEmpty());
    m_hint->setText(
        why.isEmpty()
            ? tr("Recorded as %1, role %2.").arg(defaultOperatorName(), displayText(m_observer->server().user, 80))
            : why);
    m_do->setToolTip(plainAsRichText(why));
    setTone(m_hint, movedOn() ? Tone::Warning : Tone::Quiet);
    if (layout()->totalHeightForWidth(width()) > height()) // the words have become more
        fit();
}

// --- acting ------------------------------------------------------------------------------------------------------

void ReleaseDialog::send()
{
    if (m_step != Step::Asking || !whyNotYet().isEmpty())
        return;
    m_evicting = m_evict->isChecked();
    m_step = Step::Sent;
    const QString reason = m_reason->text().trimmed();
    m_request = m_evicting ? m_observer->evict(m_target, defaultOperatorName(), reason)
                           : m_observer->revoke(m_target, defaultOperatorName(), reason);
    m_do->hide();
    m_close->setText(tr("Close"));
    m_close->setDefault(true);
    m_close->setFocus();
    m_question->hide();
    m_outcome->show();
    fit();
    m_now->setText(m_evicting ? tr("Asking the database to evict the holder…")
                              : tr("Asking the database to revoke the lease…"));
}

void ReleaseDialog::report(const QString &line)
{
    if (line == m_lastSeen)
        return;
    m_lastSeen = line;
    const QString stamped = LeaseText::clockTime(TimeDisplay::serverNow()) + QStringLiteral("   ") + line;
    m_progress->setText(m_progress->text().isEmpty() ? stamped : m_progress->text() + QLatin1Char('\n') + stamped);
}

void ReleaseDialog::receive(const ForcedRelease &outcome)
{
    if (m_step != Step::Sent || outcome.id != m_request)
        return;
    const QString deadline = LeaseText::deadline(outcome.oldHolderMayActFor);
    switch (outcome.result) {
    case ForcedRelease::Done:
        m_step = Step::Following;
        if (m_evicting)
            report(
                outcome.oldHolderMayActFor > 0us
                    ? tr("Evicted. The old holder may still act as leader until its lease is over: %1.").arg(deadline)
                    : tr("Evicted. The old holder's lease is over."));
        else
            report(outcome.oldHolderMayActFor > 0us ? tr("Revoked. The holder lets go, %1 at the latest.").arg(deadline)
                                                    : tr("Revoked. The old holder's lease is over."));
        m_observer->refresh();
        break;
    case ForcedRelease::MovedOn:
        report(
            tr("Refused, nothing was done: the lock has moved on. Holder or term are no longer those that you saw."));
        finish();
        break;
    case ForcedRelease::Failed:
        report(tr("Nothing was done. %1").arg(displayText(outcome.error.message(), 400)));
        finish();
        break;
    case ForcedRelease::Unknown:
        m_step = Step::Following;
        report(tr("The connection broke before the answer came: the next rows will show whether it was done."));
        break;
    }
    follow();
}

void ReleaseDialog::follow()
{
    if (m_step == Step::Asking) {
        revise();
        return;
    }
    if (m_step != Step::Following)
        return;
    if (!m_observer || m_observer->state() != LeaseObserver::Watching || m_observer->isStale()) {
        m_now->setText(tr("The connection is broken: what happens now cannot be seen."));
        return;
    }
    const std::optional<Lease> now = m_observer->lease(m_target.lockId);
    if (!now || now->state == LeaseState::Free) {
        report(tr("The lock is free."));
        m_now->setText(waitingText(now.value_or(Lease())));
    } else if (now->leaderId == m_target.leaderId && now->term == m_target.term) {
        m_now->setText(now->state == LeaseState::Held
                           ? tr("The old holder is still in the row…")
                           : tr("Waiting for the old holder to let go, %1 at the latest…").arg(deadlineText()));
    } else if (now->state == LeaseState::Held) {
        const QString holder = isolated(displayText(now->instanceId()));
        const bool again = now->instanceId() == m_target.instanceId();
        report(now->term ? (again ? tr("%1 leads again, with term %2.") : tr("%1 leads, with term %2."))
                               .arg(holder)
                               .arg(*now->term)
                         : (again ? tr("%1 leads again.") : tr("%1 leads.")).arg(holder));
        finish();
    }
}

void ReleaseDialog::finish()
{
    m_step = Step::Over;
    m_now->clear();
    m_timer->stop();
}

} // namespace Elector
