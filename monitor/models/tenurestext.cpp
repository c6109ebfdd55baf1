// SPDX-License-Identifier: MIT
#include "tenurestext.h"

#include "displaytext.h"
#include "leasetext.h"

#include <QtCore/QStringList>

namespace Elector {

namespace {

QString shown(const QString &raw, qsizetype limit = 120)
{
    return isolated(displayText(raw, limit));
}

QString moment(Instant at)
{
    return LeaseText::exactMoment(dateTimeOf(at));
}

QString length(Instant from, Instant to)
{
    return LeaseText::duration(to - from);
}

} // namespace

QString TenuresText::instance(const QString &name, qsizetype limit)
{
    return name.isEmpty() ? tr("without a name") : displayText(name, limit);
}

QString TenuresText::ending(Tenure::Ending ending)
{
    switch (ending) {
    case Tenure::Running:
        return tr("Leads");
    case Tenure::Released:
        return tr("Released");
    case Tenure::Expired:
        return tr("Expired");
    case Tenure::LetGo:
        return tr("Let go after revoke");
    case Tenure::RanOut:
        return tr("Ran out after revoke");
    case Tenure::Evicted:
        return tr("Evicted");
    case Tenure::Superseded:
        return tr("Superseded");
    case Tenure::Truncated:
        return tr("Table truncated");
    case Tenure::Upgraded:
        return tr("Table upgraded");
    case Tenure::Unseen:
        return tr("End not recorded");
    }
    return {};
}

QString TenuresText::order(OrderSpan::Kind kind)
{
    return kind == OrderSpan::Pause ? tr("Paused") : tr("Reserved");
}

namespace {

class Lines
{
    Q_DECLARE_TR_FUNCTIONS(Elector::TenuresText)

public:
    void add(const QString &line) { m_lines.append(line); }
    /// Who was behind an entry, and why.
    void addAuthor(const LeaseEvent &event)
    {
        if (event.sequence == 0)
            return;
        if (!event.operatorName.isEmpty())
            add(tr("Operator: %1").arg(shown(event.operatorName)));
        else if (!event.application.isEmpty() || !event.actor.isEmpty())
            add(tr("Written by: %1").arg(shown(event.application.isEmpty() ? event.actor : event.application)));
        if (!event.reason.isEmpty())
            add(tr("Reason: %1").arg(shown(event.reason, 300)));
    }
    QString text() const { return m_lines.join(QLatin1Char('\n')); }

private:
    QStringList m_lines;
};

} // namespace

QString TenuresText::describe(const Tenures &all, const Tenure &tenure, Instant now)
{
    const Instant to = all.endOf(tenure, now);
    const bool runs = tenure.ending == Tenure::Running;
    const bool ranOut = runs && to < now;
    Lines lines;
    lines.add(tenure.leaderId.isEmpty() ? instance({}) : shown(tenure.leaderId));
    if (tenure.term)
        lines.add(tr("Term: %1").arg(*tenure.term));
    lines.add(tenure.fromKnown ? tr("From: %1").arg(moment(tenure.from))
                               : tr("From: not known, the history begins at %1").arg(moment(tenure.from)));
    if (ranOut)
        lines.add(tr("To: %1, when its lease ran out; nobody has taken note of it yet").arg(moment(to)));
    else if (runs)
        lines.add(tr("To: still going on"));
    else
        lines.add((tenure.toExact ? tr("To: %1") : tr("To: %1 at the latest")).arg(moment(to)));
    const QString span = length(tenure.from, to);
    if (tenure.fromKnown && tenure.toExact)
        lines.add(tr("Length: %1").arg(span));
    else if (tenure.fromKnown)
        lines.add(tr("Length: %1 at most").arg(span));
    else if (tenure.toExact)
        lines.add(tr("Length: %1 at least").arg(span));
    if (tenure.revokedAt)
        lines.add(tr("Revoked: %1").arg(moment(*tenure.revokedAt)));
    lines.addAuthor(tenure.revoke);
    if (!runs)
        lines.add(tr("End: %1").arg(ending(tenure.ending)));
    // What was said for the revoke need not be said twice.
    if (!runs
        && (tenure.revoke.sequence == 0 || tenure.end.operatorName != tenure.revoke.operatorName
            || tenure.end.reason != tenure.revoke.reason))
        lines.addAuthor(tenure.end);
    return lines.text();
}

QString TenuresText::describe(const Tenures &all, const LeaderlessGap &gap, Instant now)
{
    const Instant to = all.endOf(gap, now);
    Lines lines;
    lines.add(gap.running ? tr("Nobody leads") : tr("Nobody led"));
    lines.add(
        (gap.fromExact ? tr("From: %1") : tr("From: %1 or earlier, when the lease ran out")).arg(moment(gap.from)));
    lines.add(gap.running ? tr("To: still going on") : tr("To: %1").arg(moment(to)));
    if (gap.fromExact)
        lines.add(tr("Length: %1").arg(length(gap.from, to)));
    else if (to > gap.from)
        lines.add(tr("Length: %1 at least").arg(length(gap.from, to)));
    else
        lines.add(tr("Length: not known"));
    return lines.text();
}

QString TenuresText::describe(const Tenures &all, const OrderSpan &order, Instant now)
{
    const Instant to = all.endOf(order, now);
    Lines lines;
    lines.add(order.kind == OrderSpan::Pause ? tr("Lock paused: nobody may take it")
                                             : tr("Lock reserved for %1").arg(shown(order.begin.leaderId)));
    lines.add(tr("From: %1").arg(moment(order.from)));
    if (!order.running)
        lines.add((order.kind == OrderSpan::Pause ? tr("To: %1") : tr("To: %1 at the latest")).arg(moment(to)));
    else
        lines.add(order.kind == OrderSpan::Pause ? tr("To: still going on") : tr("To: until its time is over"));
    lines.add(
        (order.kind == OrderSpan::Pause ? tr("Length: %1") : tr("Length: %1 at most")).arg(length(order.from, to)));
    lines.addAuthor(order.begin);
    if (order.end.sequence != 0) {
        lines.add(tr("End: %1").arg(LeaseText::event(order.end.kind)));
        lines.addAuthor(order.end);
    }
    return lines.text();
}

QString TenuresText::describe(const HistoryMark &mark)
{
    Lines lines;
    if (mark.kind == HistoryMark::ClockSetBack) {
        lines.add(tr("The server's clock was set back by %1").arg(LeaseText::duration(mark.back)));
        lines.add(tr("At: %1").arg(moment(mark.at)));
        return lines.text();
    }
    lines.add(LeaseText::event(mark.event.kind));
    if (!mark.event.leaderId.isEmpty())
        lines.add(tr("About: %1").arg(shown(mark.event.leaderId)));
    lines.add(tr("At: %1").arg(moment(mark.at)));
    lines.addAuthor(mark.event);
    return lines.text();
}

QString TenuresText::summary(const Tenures &all, Instant now)
{
    if (all.isEmpty())
        return {};
    const TenureSummary sums = all.summary(now);
    QStringList sentences{tr("Terms: %1.").arg(sums.terms), tr("Gaps without a leader: %1.").arg(sums.gaps)};
    if (sums.terms > 0)
        sentences << tr("Longest term: %1.").arg(LeaseText::duration(sums.longestTerm));
    if (sums.gaps > 0)
        sentences << tr("Longest gap: %1.").arg(LeaseText::duration(sums.longestGap));
    return sentences.join(QLatin1Char(' '));
}

} // namespace Elector
