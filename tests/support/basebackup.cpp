// SPDX-License-Identifier: MIT
#include "basebackup.h"

#include "waitfor_p.h"

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace Elector {

bool BaseBackup::create()
{
    // The server is another user where the test runs as root.
    return QDir().mkpath(m_archive) && run(u"chmod"_s, {u"755"_s, m_directory.path()})
        && run(u"chmod"_s, {u"777"_s, m_archive});
}

QStringList BaseBackup::archiving() const
{
    return {u"archive_mode=on"_s, u"archive_command=cp %p %1/%f.part && mv %1/%f.part %1/%f"_s.arg(m_archive)};
}

bool BaseBackup::take(PostgresServer &server)
{
    const bool renamed = server.majorVersion() >= 15;
    if (!check(server.exec(renamed ? u"SELECT pg_backup_start('test', true)"_s
                                   : u"SELECT pg_start_backup('test', true, false)"_s)))
        return false;
    // What comes and goes meanwhile is no loss, so the word of cp does not count; without WAL nothing else may be
    // missing.
    QDir().mkpath(m_copy);
    QProcess::execute(u"cp"_s, {u"-a"_s, server.dataDir() + u"/."_s, m_copy});
    if (!run(u"rm"_s, {u"-rf"_s, m_copy + u"/pg_wal"_s, m_copy + u"/postmaster.pid"_s})
        || !QDir().mkpath(m_copy + u"/pg_wal"_s))
        return false;
    const SqlResult label = server.exec(renamed ? u"SELECT labelfile FROM pg_backup_stop(false)"_s
                                                : u"SELECT labelfile FROM pg_stop_backup(false, false)"_s);
    return check(label) && write(m_copy + u"/backup_label"_s, label.value().toByteArray(), QIODevice::WriteOnly);
}

bool BaseBackup::mark(PostgresServer &server, const QString &moment)
{
    return check(server.exec(u"SELECT pg_create_restore_point('%1')"_s.arg(moment)));
}

bool BaseBackup::archive(PostgresServer &server)
{
    const SqlResult last = server.exec(u"SELECT pg_walfile_name(pg_switch_wal())"_s);
    const QString file = m_archive + u'/' + last.value().toString();
    m_error = file + u" was not archived"_s;
    return last ? waitFor([&] { return QFile::exists(file); }) : check(last);
}

bool BaseBackup::recover(PostgresServer &server, const QString &moment, const QString &timeline)
{
    const QString settings = u"archive_mode = off\nrestore_command = 'cp %1/%f %p'\nrecovery_target_name = '%2'\n"
                             "recovery_target_action = promote\nrecovery_target_timeline = '%3'\n"_s;
    return check(server, server.stopFast()) && replaceFiles(server, m_copy)
        && startRecovery(server, settings.arg(m_archive, moment, timeline));
}

bool BaseBackup::follow(PostgresServer &server, const PostgresServer &primary, const QString &name)
{
    const QString settings = u"primary_conninfo = 'host=%1 port=%2 user=postgres application_name=%3'\n"_s;
    return check(server, server.stopFast()) && replaceFiles(server, m_copy)
        && startAs(u"standby.signal"_s, server, settings.arg(primary.socketDir()).arg(primary.port()).arg(name));
}

bool BaseBackup::startAs(const QString &signal, PostgresServer &server, const QString &settings)
{
    const QString data = server.dataDir();
    return write(data + u"/postgresql.conf"_s, settings.toUtf8(), QIODevice::Append)
        && write(data + u'/' + signal, {}, QIODevice::WriteOnly)
        && run(u"chown"_s, {u"--reference"_s, data + u"/PG_VERSION"_s, u"-R"_s, data})
        && check(server, server.startAgain());
}

bool BaseBackup::startRecovery(PostgresServer &server, const QString &settings)
{
    if (!startAs(u"recovery.signal"_s, server, settings))
        return false;
    m_error = u"the server did not take over"_s;
    return waitFor([&] {
        const SqlResult recovering = server.exec(u"SELECT pg_is_in_recovery()"_s);
        return recovering && !recovering.value().toBool();
    });
}

bool BaseBackup::keepFiles(PostgresServer &server)
{
    return check(server, server.stopFast()) && run(u"rm"_s, {u"-rf"_s, m_files})
        && run(u"cp"_s, {u"-a"_s, server.dataDir(), m_files}) && check(server, server.startAgain());
}

bool BaseBackup::bringFilesBack(PostgresServer &server, Start start)
{
    if (!check(server, server.stopFast()) || !replaceFiles(server, m_files))
        return false;
    return start == Start::ByRecovery ? startRecovery(server, u"restore_command = 'false'\n"_s)
                                      : check(server, server.startAgain());
}

bool BaseBackup::replaceFiles(const PostgresServer &server, const QString &from)
{
    QByteArrayList kept;
    const QStringList names{u"/postgresql.conf"_s, u"/pg_hba.conf"_s};
    for (const QString &name : names) {
        QFile file(server.dataDir() + name);
        if (!file.open(QIODevice::ReadOnly)) {
            m_error = file.fileName() + u": "_s + file.errorString();
            return false;
        }
        kept.append(file.readAll());
    }
    return run(u"find"_s, {server.dataDir(), u"-mindepth"_s, u"1"_s, u"-delete"_s})
        && run(u"cp"_s, {u"-a"_s, from + u"/."_s, server.dataDir()})
        && write(server.dataDir() + names[0], kept[0], QIODevice::WriteOnly)
        && write(server.dataDir() + names[1], kept[1], QIODevice::WriteOnly);
}

bool BaseBackup::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (process.waitForFinished(static_cast<int>(waitLimit.count())) && process.exitCode() == 0)
        return true;
    m_error = program + u": "_s + QString::fromLocal8Bit(process.readAll()) + process.errorString();
    return false;
}

bool BaseBackup::check(const SqlResult &result)
{
    m_error = result.error;
    return result.ok;
}

bool BaseBackup::check(const PostgresServer &server, bool done)
{
    m_error = server.errorString();
    return done;
}

bool BaseBackup::write(const QString &path, const QByteArray &text, QIODevice::OpenMode mode)
{
    QFile file(path);
    if (file.open(mode) && file.write(text) == text.size())
        return true;
    m_error = path + u": "_s + file.errorString();
    return false;
}

} // namespace Elector
