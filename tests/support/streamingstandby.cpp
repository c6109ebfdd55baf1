// SPDX-License-Identifier: MIT
#include "streamingstandby.h"

#include "basebackup.h"
#include "waitfor_p.h"

#include <QFile>

#include <csignal>

using namespace Qt::StringLiterals;

namespace Elector {

namespace {

/// A signal is sent at once, but a process on another processor goes on for a moment.
bool standsStill(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    return file.open(QIODevice::ReadOnly) && file.readAll().contains(") T ");
}

} // namespace

QStringList StreamingStandby::settingsOfPrimary()
{
    // What is written between the copy and the first connection must still be there.
    return {u"wal_keep_size=256MB"_s};
}

bool StreamingStandby::follow(PostgresServer &primary)
{
    BaseBackup backup;
    if (!server.start())
        return fail(server.errorString());
    if (!backup.take(primary) || !backup.follow(server, primary, name()))
        return fail(backup.errorString());
    return catchUp(primary);
}

bool StreamingStandby::catchUp(PostgresServer &primary)
{
    const SqlResult end = primary.exec(u"SELECT pg_current_wal_lsn()::text"_s);
    if (!end)
        return fail(end.error);
    const QString isHere
        = u"SELECT pg_last_wal_replay_lsn() >= '%1' FROM pg_stat_wal_receiver"_s.arg(end.value().toString());
    return waitFor([&] { return server.exec(isHere).value().toBool(); })
        || fail(u"the standby did not receive everything"_s);
}

bool StreamingStandby::pauseReceiver()
{
    m_receiver = server.exec(u"SELECT pid FROM pg_stat_wal_receiver"_s).value().toLongLong();
    return (server.signalBackend(m_receiver, SIGSTOP) && waitFor([this] { return standsStill(m_receiver); }))
        || fail(u"the receiver of the standby could not be stopped"_s);
}

bool StreamingStandby::dropReceiver()
{
    if (!server.signalBackend(m_receiver, SIGKILL))
        return fail(u"the receiver of the standby could not be killed"_s);
    return server.restartImmediate() || fail(server.errorString());
}

bool StreamingStandby::fail(const QString &why)
{
    m_error = why;
    return false;
}

} // namespace Elector
