// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>

#include <QtCore/QByteArray>

#include <fcntl.h>
#include <unistd.h>

namespace Elector::Faults {

/// Appends lines to a file. Any thread, and any number of processes: each line is one write().
///
///     begin TIME TERM DEADLINE LEADER_ID   isLeader() was true for the first time; 0 if the deadline is not known
///     extend TIME DEADLINE LEADER_ID       trust was extended
///     stamp TIME LEADER_ID                 still there (a command under `elector run`)
///     end LAST FIRST LEADER_ID             when isLeader() was true for the last time, and false for the first
///     wrote TIME TERM                      a guarded transaction was committed
///     refused TIME TERM                    a guard was refused
///     says TIME WORD…                      for people, and for scenarios that wait for it
class RecordWriter
{
public:
    explicit RecordWriter(const char *path)
        : m_file(::open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666))
    {
    }
    ~RecordWriter() { ::close(m_file); }
    RecordWriter(const RecordWriter &) = delete;
    RecordWriter &operator=(const RecordWriter &) = delete;

    bool isOpen() const { return m_file >= 0; }
    bool write(const QByteArray &line) const
    {
        const QByteArray whole = line + '\n';
        return ::write(m_file, whole.constData(), static_cast<size_t>(whole.size())) == whole.size();
    }
    static QByteArray number(BootClock::time_point time) { return QByteArray::number(time.time_since_epoch().count()); }

private:
    int m_file;
};

} // namespace Elector::Faults
