// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace Elector::Faults {

/// All times are CLOCK_BOOTTIME in nanoseconds, of one machine: what processes wrote can be compared.
using Stamp = qint64;

/// A time during which a node believed that it leads.
struct Belief
{
    QString node;
    QString leaderId; ///< of the tenure
    qint64 term = 0;
    Stamp begin = 0; ///< after isLeader() was true for the first time
    Stamp end = 0; ///< before it was true for the last time; or the deadline, if only that or death ended it
};

/// What a guarded transaction did to the guarded resource, in the order of their commits.
struct Write
{
    qint64 sequence = 0;
    QString leaderId;
    qint64 term = 0;
};

/// A capture as the database recorded it.
struct Capture
{
    QString leaderId;
    qint64 term = 0;
};

/// From the end of a fault until somebody led again.
struct Recovery
{
    QString fault;
    Stamp faultEnded = 0;
    Stamp ledAgain = 0; ///< 0: nobody did
    Stamp allowed = 0; ///< how long it may take
};

/// What a process or a server has in use.
struct Growth
{
    QString what;
    qint64 before = 0;
    qint64 after = 0;
    qint64 allowedGrowth = 0;
};

struct Records
{
    QList<Belief> beliefs;
    QList<Write> writes;
    QList<Capture> captures;
    QList<Recovery> recoveries;
    QList<Growth> growths;
    qint64 refusedWrites = 0;
    QList<QString> problems; ///< lines that nobody can read, writes that nobody may have done
};

/// Adds what a client wrote into its file (see RecordWriter), and gives those of its beliefs of which it had written no
/// end: it died, stands still, or leads. A line that was cut off by the writer's death is skipped.
QList<Belief> readClientRecords(const QString &node, const QByteArray &lines, Records &records);

} // namespace Elector::Faults
