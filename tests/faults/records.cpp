// SPDX-License-Identifier: MIT
#include "faults/records.h"

#include <QtCore/QMap>

#include <algorithm>

namespace Elector::Faults {

namespace {

/// Puts the beliefs of a process together, line by line. It may have several electors.
class ClientReader
{
public:
    ClientReader(const QString &node, Records &records)
        : m_node(node)
        , m_records(records)
    {
    }

    void take(const QByteArray &line)
    {
        const QList<QByteArray> words = line.split(' ');
        const QByteArray &kind = words.constFirst();
        if (kind == "begin" && words.size() == 5)
            begin(words);
        else if (kind == "extend" && words.size() == 4 && m_open.contains(words[3]))
            extend(m_open[words[3]], number(words[2]));
        else if (kind == "stamp" && words.size() == 3 && m_open.contains(words[2]))
            m_open[words[2]].end = number(words[1]);
        else if (kind == "end" && words.size() == 4 && m_open.contains(words[3]))
            end(words[3], number(words[1]), number(words[2]));
        else if (kind == "refused")
            ++m_records.refusedWrites;
        else if (kind != "wrote" && kind != "says")
            complain(line, "which nobody can read");
    }

    /// Those without an end may have believed until their deadline.
    QList<Belief> finish()
    {
        const QList<Belief> open = m_open.values();
        m_records.beliefs += open;
        m_open.clear();
        return open;
    }

private:
    void complain(const QByteArray &words, const char *problem)
    {
        m_records.problems.append(
            QStringLiteral("%1 wrote \"%2\", %3").arg(m_node, QString::fromUtf8(words), QLatin1String(problem)));
    }

    qint64 number(const QByteArray &word)
    {
        bool ok = false;
        const qint64 value = word.toLongLong(&ok);
        if (!ok)
            complain(word, "which is no number");
        return value;
    }

    void begin(const QList<QByteArray> &words)
    {
        const QByteArray &leaderId = words[4];
        if (m_open.contains(leaderId))
            complain(leaderId, "which began to lead twice");
        const Stamp begun = number(words[1]);
        m_open[leaderId]
            = {m_node, QString::fromUtf8(leaderId), number(words[2]), begun, std::max(begun, number(words[3]))};
    }

    static void extend(Belief &belief, Stamp deadline) { belief.end = std::max(belief.end, deadline); }

    /// If it was still false before the deadline, then something else had ended it. Otherwise whoever had asked right
    /// before the deadline would have heard yes.
    void end(const QByteArray &leaderId, Stamp lastTrue, Stamp firstFalse)
    {
        Belief belief = m_open.take(leaderId);
        belief.end = firstFalse < belief.end ? std::max(lastTrue, belief.begin) : std::max(lastTrue, belief.end);
        m_records.beliefs.append(belief);
    }

    QString m_node;
    Records &m_records;
    QMap<QByteArray, Belief> m_open; ///< by leader_id; until their deadline, as far as is known
};

} // namespace

QList<Belief> readClientRecords(const QString &node, const QByteArray &lines, Records &records)
{
    ClientReader reader(node, records);
    qsizetype from = 0;
    for (qsizetype end = lines.indexOf('\n'); end >= 0; from = end + 1, end = lines.indexOf('\n', from))
        reader.take(lines.mid(from, end - from));
    return reader.finish();
}

} // namespace Elector::Faults
