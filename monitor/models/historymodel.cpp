// SPDX-License-Identifier: MIT
#include "historymodel.h"

#include "displaytext.h"
#include "leasetext.h"

#include <algorithm>

namespace Elector {

namespace {

QString firstGiven(std::initializer_list<QString> texts)
{
    const auto it = std::find_if(texts.begin(), texts.end(), [](const QString &text) { return !text.isEmpty(); });
    return it == texts.end() ? QString() : *it;
}

} // namespace

HistoryModel::HistoryModel(qsizetype limit, QObject *parent)
    : CellTableModel(columns, parent)
    , m_limit(qMax<qsizetype>(limit, 1))
{
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

void HistoryModel::add(QList<LeaseEvent> events)
{
    std::stable_sort(events.begin(), events.end(),
                     [](const LeaseEvent &a, const LeaseEvent &b) { return a.sequence > b.sequence; });
    const auto isKnown = [this](const LeaseEvent &event) {
        const auto it = std::lower_bound(m_events.cbegin(), m_events.cend(), event.sequence,
                                         [](const LeaseEvent &e, qint64 sequence) { return e.sequence > sequence; });
        return it != m_events.cend() && it->sequence == event.sequence;
    };
    QList<LeaseEvent> fresh;
    for (const LeaseEvent &event : std::as_const(events)) {
        if (!isKnown(event) && (fresh.isEmpty() || fresh.constLast().sequence != event.sequence))
            fresh.append(event);
    }
    // Those that belong at one place go in together.
    for (qsizetype i = 0; i < fresh.size();) {
        const auto place = [this](qint64 sequence) {
            return std::lower_bound(m_events.cbegin(), m_events.cend(), sequence,
                                    [](const LeaseEvent &e, qint64 s) { return e.sequence > s; })
                - m_events.cbegin();
        };
        const auto at = place(fresh.at(i).sequence);
        qsizetype end = i + 1;
        while (end < fresh.size() && place(fresh.at(end).sequence) == at)
            ++end;
        insert(fresh.mid(i, end - i));
        i = end;
    }
    if (std::ssize(m_events) > m_limit) {
        beginRemoveRows({}, int(m_limit), int(m_events.size()) - 1);
        m_events.resize(size_t(m_limit));
        endRemoveRows();
    }
}

void HistoryModel::insert(const QList<LeaseEvent> &newest)
{
    const auto at = std::lower_bound(m_events.begin(), m_events.end(), newest.constFirst().sequence,
                                     [](const LeaseEvent &e, qint64 s) { return e.sequence > s; });
    const int row = int(at - m_events.begin());
    beginInsertRows({}, row, row + int(newest.size()) - 1);
    m_events.insert(at, newest.cbegin(), newest.cend());
    endInsertRows();
}

void HistoryModel::clear()
{
    if (m_events.empty())
        return;
    beginRemoveRows({}, 0, int(m_events.size()) - 1);
    m_events.clear();
    endRemoveRows();
}

QVariant HistoryModel::cellData(int row, int, int role) const
{
    const LeaseEvent &event = m_events[size_t(row)];
    return role == SequenceRole ? QVariant(event.sequence) : role == KindRole ? QVariant(event.kind) : QVariant();
}

QString HistoryModel::cellText(int row, int column) const
{
    const LeaseEvent &event = m_events[size_t(row)];
    switch (column) {
    case WhenColumn:
        return LeaseText::moment(event.at);
    case EventColumn:
        return LeaseText::event(event.kind);
    case TermColumn:
        return event.term ? QString::number(*event.term) : tr("–", "no value");
    case HolderColumn:
        return displayText(event.leaderId);
    case ByColumn:
        return displayText(firstGiven({event.operatorName, event.application, event.actor}), 80);
    case ReasonColumn:
        return displayText(event.reason, 500);
    default:
        return {};
    }
}

QString HistoryModel::cellMeaning(int row, int column) const
{
    const LeaseEvent &event = m_events[size_t(row)];
    switch (column) {
    case WhenColumn:
        return tr("%1, by the server's clock").arg(LeaseText::exactMoment(event.at));
    case ByColumn: {
        const QString where = event.address.isEmpty() ? tr("a local socket, or an address that may not be seen")
                                                      : isolated(displayText(event.address, 80));
        const QString who = event.operatorName.isEmpty()
            ? QString()
            : tr("Operator: %1").arg(isolated(displayText(event.operatorName, 80))) + QLatin1Char('\n');
        return who
            + tr("Role: %1\nApplication: %2\nFrom: %3")
                  .arg(isolated(displayText(event.actor, 80)), isolated(displayText(event.application, 80)), where);
    }
    default:
        return {};
    }
}

CellTableModel::Header HistoryModel::header(int column) const
{
    const Header headers[columns] = {
        {tr("When"), tr("When it happened, by the server's clock")},
        {tr("Event"), tr("What happened to the lock")},
        {tr("Term"), tr("The term that began, or that ended")},
        {tr("Holder"), tr("Whose term it was")},
        {tr("By"), tr("Who did it: the operator if one is named, or else the session")},
        {tr("Reason"), tr("What the operator said")},
    };
    return headers[column];
}

} // namespace Elector
