// SPDX-License-Identifier: MIT
#include "processfigures.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace Elector {

using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The number behind `name:`, or 0.
double field(const QByteArray &text, const QByteArray &name)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).simplified().split(' ').value(0).toDouble();
    }
    return 0;
}

QStringList threads(qint64 pid)
{
    const QString folder = u"/proc/%1/task"_s.arg(pid);
    QStringList paths;
    for (const QString &thread : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        paths << folder + u'/' + thread;
    return paths;
}

} // namespace

ProcessFigures ProcessFigures::of(qint64 pid)
{
    ProcessFigures figures;
    const QByteArray memory = contents(u"/proc/%1/smaps_rollup"_s.arg(pid));
    figures.residentMiB = field(memory, "Rss") / 1024;
    figures.privateMiB = (field(memory, "Private_Clean") + field(memory, "Private_Dirty")) / 1024;
    for (const QString &thread : threads(pid)) {
        figures.processorMilliseconds += contents(thread + u"/schedstat"_s).split(' ').value(0).toDouble() / 1e6;
        figures.wakeUps += field(contents(thread + u"/status"_s), "voluntary_ctxt_switches");
    }
    return figures;
}

QList<qint64> ProcessFigures::descendants(qint64 pid)
{
    QList<qint64> all;
    for (const QString &thread : threads(pid)) {
        for (const QByteArray &child : contents(thread + u"/children"_s).simplified().split(' ')) {
            if (const qint64 found = child.toLongLong(); found > 0)
                all << found << descendants(found);
        }
    }
    return all;
}

} // namespace Elector
