// SPDX-License-Identifier: MIT
#include "orderdialog.h"

#include "displaytext.h"
#include "leasetext.h"
#include "plainlabel.h"
#include "spoken.h"

#include <Elector/operatorname.h>

#include <QtCore/QTimer>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace Elector {

using namespace std::chrono;

namespace {

/// How long a lock is kept for an instance after the present lease would have run out.
constexpr minutes keptFor{2};

} // namespace

OrderDialog::OrderDialog(LeaseObserver *observer, const Lease &target, Order order, QWidget *parent)
    : QDialog(parent)
    , m_observer(observer)
    , m_target(target)
    , m_order(order)
{
    setObjectName(QStringLiteral("orderDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_do, &QPushButton::clicked, this, &OrderDialog::send);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(observer, &LeaseObserver::orderFinished, this, &OrderDialog::receive);
    connect(observer, &LeaseObserver::lookTaken, this, &OrderDialog::tick);
    connect(observer, &LeaseObserver::stateChanged, this, &OrderDialog::tick);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &OrderDialog::tick);
    timer->start(200ms);
    revise();
    layout()->activate();
    resize(minimumWidth(), layout()->totalHeightForWidth(minimumWidth()));
}

OrderDialog::Words OrderDialog::words() const
{
    switch (m_order) {
    case Order::Pause:
        return {tr("Pause lock %1").arg(m_target.lockId), tr("Pause"), {}};
    case Order::Resume:
        return {tr("Resume lock %1").arg(m_target.lockId), tr("Resume"), {}};
    case Order::HandOver:
        return {tr("Hand over lock %1").arg(m_target.lockId), tr("Hand over"), tr("To instance")};
    case Order::Rename:
        break;
    }
    return {tr("Name lock %1").arg(m_target.lockId), tr("Save"), tr("Name")};
}

// --- what is there now -------------------------------------------------------------------------------------------

std::optional<Lease> OrderDialog::present() const
{
    return m_observer ? m_observer->lease(m_target.lockId) : std::nullopt;
}

microseconds OrderDialog::leaseLeft() const
{
    const std::optional<Lease> now = present();
    return now ? m_observer->remainingNow(*now) : 0us;
}

bool OrderDialog::isHeld() const
{
    const std::optional<Lease> now = present();
    return now && now->state == LeaseState::Held && leaseLeft() > 0us;
}

QString OrderDialog::consequence() const
{
    switch (m_order) {
    case Order::Pause:
        return isHeld() ? tr("Nobody takes the lock until you resume it. Its holder is revoked: it steps down at its "
                             "next renewal, %1 at the latest, and its work comes to its end.")
                              .arg(LeaseText::deadline(leaseLeft()))
                        : tr("Nobody takes the lock until you resume it.");
    case Order::Resume:
        return tr("Ends the pause or the reservation: every candidate may take the lock again.");
    case Order::HandOver: {
        // A lease that ends in a day or later counts for nothing: the database does not keep a lock that long.
        const microseconds kept = leaseLeft() < 24h ? leaseLeft() + keptFor : microseconds(keptFor);
        return tr("The holder is revoked and lets go, %1 at the latest. Only the instance that you name may take the "
                  "lock: until it has, or until the reservation ends, %2. If no such instance waits, nobody leads "
                  "until then.")
            .arg(LeaseText::deadline(leaseLeft()), LeaseText::deadline(kept));
    }
    case Order::Rename:
        break;
    }
    return tr("The name is kept in the database, for everybody. Leave it empty to take it away.");
}

namespace {

bool isSameOrder(const LockOrder &a, const LockOrder &b) // whose time goes by
{
    return a.paused == b.paused && a.reservedFor == b.reservedFor && a.operatorName == b.operatorName
        && a.reason == b.reason;
}

bool isSameHolder(const Lease &a, const Lease &b)
{
    const bool bothFree = a.state == LeaseState::Free && b.state == LeaseState::Free;
    return bothFree || (a.state != LeaseState::Free && a.leaderId == b.leaderId && a.term == b.term);
}

} // namespace

/// What the operator sees here, and is no longer so; empty if all is as it was.
QString OrderDialog::movedOn() const
{
    Lease gone;
    gone.lockId = m_target.lockId;
    gone.state = LeaseState::Free;
    const Lease now = present().value_or(gone);
    if (m_order == Order::Rename)
        return now.name == m_target.name ? QString()
                                         : tr("Somebody else has named the lock meanwhile. Close, and look again.");
    if (m_order == Order::Resume && !now.order)
        return tr("The lock is neither paused nor reserved any more. Close, and look again.");
    if (!isSameOrder(now.order, m_target.order))
        return tr("Somebody else has given another order meanwhile. Close, and look again.");
    if (m_order == Order::Resume)
        return {};
    if (!isSameHolder(now, m_target))
        return tr("The lock has moved on meanwhile: it is no longer held as you see here. Close, and look again.");
    if (m_order == Order::HandOver && now.state == LeaseState::Revoked)
        return tr("The holder has been revoked meanwhile. Close, and look again.");
    return {};
}

// --- asking ------------------------------------------------------------------------------------------------------

QLineEdit *OrderDialog::addField(QFormLayout *form, const QString &title, const QString &description, const char *name)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(QString::fromLatin1(name));
    setSpoken(field, title, description);
    field->setMaxLength(200);
    form->addRow(title, field);
    connect(field, &QLineEdit::textChanged, this, &OrderDialog::revise);
    return field;
}

// Whoever waits can be chosen; another can be typed, for it may be about to start.
QLineEdit *OrderDialog::addInstanceField(QFormLayout *form, const QString &title)
{
    m_candidates = new QComboBox(this);
    m_candidates->setObjectName(QStringLiteral("candidateBox"));
    m_candidates->setEditable(true);
    m_candidates->setInsertPolicy(QComboBox::NoInsert);
    QLineEdit *field = m_candidates->lineEdit();
    field->setObjectName(QStringLiteral("subjectField"));
    field->setMaxLength(200);
    field->setPlaceholderText(tr("an instance that waits, or another"));
    setSpoken(m_candidates, title, field->placeholderText());
    setSpoken(field, title, field->placeholderText());
    form->addRow(title, m_candidates);
    connect(field, &QLineEdit::textChanged, this, &OrderDialog::revise);
    connect(m_observer, &LeaseObserver::detailsReceived, this, &OrderDialog::offerCandidates);
    m_detailsRequest = m_observer->requestDetails(m_target.lockId);
    return field;
}

void OrderDialog::offerCandidates(quint64 id, const LockDetails &details)
{
    if (id != m_detailsRequest)
        return;
    QStringList instances;
    for (const LockSession &session : details.sessions) {
        const bool waits = session.role == LockSession::Candidate || session.role == LockSession::PossibleCandidate;
        // PostgreSQL cuts long names, and ours stand in for what is not ASCII: such a name is not the instance's.
        const bool isWhole = session.application.size() < 63 && !session.instance.contains(QLatin1Char('?'));
        if (waits && isWhole && session.instance != m_target.instanceId())
            instances << session.instance;
    }
    instances.removeDuplicates();
    instances.sort();
    const QString typed = m_subject->text();
    m_candidates->clear();
    m_candidates->addItems(instances);
    m_candidates->setCurrentIndex(-1);
    m_subject->setText(typed);
}

void OrderDialog::build()
{
    const Words text = words();
    setWindowTitle(text.title);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(18);
    form->addRow(tr("Lock"), plainLabel(LeaseText::lock(m_target), this));
    form->addRow(tr("Holder"),
                 plainLabel(m_target.leaderId.isEmpty() ? tr("nobody") : displayText(m_target.leaderId, 120), this));
    if (m_target.order) {
        const QString who = displayText(m_target.order.operatorName, 80);
        const QString why = displayText(m_target.order.reason, 200);
        const QString what = m_target.order.paused
            ? tr("paused")
            : tr("reserved for %1").arg(isolated(displayText(m_target.order.reservedFor, 80)));
        form->addRow(tr("Order"), plainLabel(tr("%1, by %2: %3").arg(what, isolated(who), isolated(why)), this));
    }
    if (!text.subject.isEmpty()) {
        m_subject = m_order == Order::HandOver ? addInstanceField(form, text.subject)
                                               : addField(form, text.subject, text.title, "subjectField");
    }
    m_reason = addField(form, m_order == Order::Rename ? tr("Reason (optional)") : tr("Reason"),
                        tr("Kept in the history, with your name"), "reasonField");
    auto *buttons = new QDialogButtonBox(this);
    m_do = buttons->addButton(text.button, QDialogButtonBox::AcceptRole);
    m_do->setObjectName(QStringLiteral("orderButton"));
    m_close = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_close->setObjectName(QStringLiteral("closeButton"));
    setSpokenLeaving(m_close);
    m_hint = plainLabel({}, this);
    m_hint->setObjectName(QStringLiteral("orderHint"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(14);
    m_consequence = plainLabel(consequence(), this);
    m_consequence->setObjectName(QStringLiteral("orderConsequence"));
    setAccessibleDescription(m_consequence->text());
    layout->addWidget(m_consequence);
    layout->addLayout(form);
    layout->addWidget(m_hint);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(520);
    if (m_order == Order::Rename) // now that all is there that a change of the text revises
        m_subject->setText(m_target.name);
    (m_subject ? m_subject : m_reason)->setFocus();
}

QString OrderDialog::whyNotYet() const
{
    if (!m_observer || m_observer->state() != LeaseObserver::Watching || m_observer->isStale())
        return tr("The rows are not current: wait until the connection is back.");
    if (const QString moved = movedOn(); !moved.isEmpty())
        return moved;
    if (m_order == Order::HandOver && m_subject->text().trimmed().isEmpty())
        return tr("Name the instance that shall lead.");
    if (m_order == Order::HandOver && m_subject->text().trimmed() == m_target.instanceId())
        return tr("%1 holds the lock already: name another instance.")
            .arg(isolated(displayText(m_target.instanceId(), 80)));
    if (m_order != Order::Rename && m_reason->text().trimmed().isEmpty())
        return tr("Give a reason: it is recorded with your name.");
    return {};
}

void OrderDialog::tick()
{
    revise();
    follow();
}

void OrderDialog::revise()
{
    if (m_request != 0)
        return;
    m_consequence->setText(consequence());
    const QString why = whyNotYet();
    m_do->setEnabled(why.isEmpty());
    m_do->setToolTip(plainAsRichText(why));
    m_hint->setText(why.isEmpty() ? m_refusal : why);
    setTone(m_hint, movedOn().isEmpty() ? Tone::Text : Tone::Warning);
    fit();
}

// As high as its words need at this width; they wrap.
void OrderDialog::fit()
{
    layout()->activate();
    const int wide = qMax(width(), minimumWidth());
    if (const int needed = layout()->totalHeightForWidth(wide); needed > height())
        resize(wide, needed);
}

void OrderDialog::send()
{
    if (m_request != 0 || !whyNotYet().isEmpty())
        return;
    const QString reason = m_reason->text().trimmed();
    const QString subject = m_subject ? m_subject->text().trimmed() : QString();
    const QString who = defaultOperatorName();
    switch (m_order) {
    case Order::Pause:
        m_request = m_observer->pause(m_target.lockId, who, reason);
        break;
    case Order::Resume:
        m_request = m_observer->resume(m_target.lockId, who, reason);
        break;
    case Order::HandOver:
        m_request = m_observer->reserve(m_target, subject, keptFor, who, reason);
        break;
    case Order::Rename:
        m_request = m_observer->rename(m_target.lockId, subject, who, reason);
        break;
    }
    for (QWidget *widget :
         {static_cast<QWidget *>(m_subject), static_cast<QWidget *>(m_reason), static_cast<QWidget *>(m_do)}) {
        if (widget)
            widget->setEnabled(false);
    }
    m_hint->setText(tr("Sent; waiting for the database…"));
}

void OrderDialog::receive(const OrderOutcome &outcome)
{
    if (outcome.id != m_request || m_request == 0)
        return;
    switch (outcome.result) {
    case ForcedRelease::Done:
        m_isOver = true;
        m_do->hide();
        m_close->setText(tr("Close"));
        m_hint->setText(whatWasDone());
        follow();
        return;
    case ForcedRelease::MovedOn:
        m_do->hide();
        m_close->setText(tr("Close"));
        m_hint->setText(tr("Nothing was done: another holder or term has the lock by now. Look again."));
        return;
    case ForcedRelease::Unknown:
        m_refusal = tr("The connection broke before the answer came: look at the lock before you try again.");
        break;
    case ForcedRelease::Failed:
        m_refusal = tr("Nothing was done. %1").arg(displayText(outcome.error.message(), 400));
        break;
    }
    // What was typed is still there.
    m_request = 0;
    if (m_subject)
        m_subject->setEnabled(true);
    m_reason->setEnabled(true);
    revise();
}

QString OrderDialog::whatWasDone() const
{
    switch (m_order) {
    case Order::Pause:
        return tr("The lock is paused.");
    case Order::Resume:
        return tr("The lock is free for every candidate again.");
    case Order::HandOver:
        return tr("The lock is reserved.");
    case Order::Rename:
        break;
    }
    return tr("The name is saved.");
}

// What came of it, until the window is closed.
void OrderDialog::follow()
{
    const bool isFollowed = m_order == Order::Pause || m_order == Order::HandOver;
    const std::optional<Lease> now = present();
    if (!m_isOver || !isFollowed || !now)
        return;
    if (now->state == LeaseState::Revoked)
        m_hint->setText(tr("%1 Waiting for the holder to let go, %2 at the latest…")
                            .arg(whatWasDone(), LeaseText::deadline(leaseLeft())));
    else if (now->state == LeaseState::Held && now->leaderId != m_target.leaderId)
        m_hint->setText(tr("Now led by %1.").arg(isolated(displayText(now->leaderId, 120))));
    else if (now->state == LeaseState::Free && now->order.paused)
        m_hint->setText(tr("The lock is paused; its holder has let go."));
    else if (now->state == LeaseState::Free && now->order.isReserved())
        m_hint->setText(tr("%1 Waiting for the instance to take it…").arg(whatWasDone()));
    else if (m_order == Order::HandOver && now->state == LeaseState::Free)
        m_hint->setText(tr("The reservation has ended: every candidate may take the lock."));
}

} // namespace Elector
