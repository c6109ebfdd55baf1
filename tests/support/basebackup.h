// SPDX-License-Identifier: MIT
#pragma once

#include "postgresserver.h"

#include <QTemporaryDir>

namespace Elector {

/// A copy of a running server's files and its archived WAL, from which another server is made as it was at an earlier
/// moment, or one that follows. By the server's own functions and `cp`, for the servers that npm brings have no
/// pg_basebackup.
class BaseBackup
{
public:
    /// Makes the directories. False, as with the others: errorString() says why.
    [[nodiscard]] bool create();
    QString errorString() const { return m_error; }
    /// Lines of postgresql.conf for the server that is to be copied.
    QStringList archiving() const;
    [[nodiscard]] bool take(PostgresServer &server);
    /// Notes this moment of the server under a name.
    [[nodiscard]] bool mark(PostgresServer &server, const QString &moment);
    /// Returns when all that the server has written is in the archive.
    [[nodiscard]] bool archive(PostgresServer &server);
    /// Restarts \a server on the copy, and returns when it has recovered to \a moment and takes writes, on a new
    /// timeline. \a timeline is the one on which that moment is: `latest`, or a number.
    [[nodiscard]] bool recover(PostgresServer &server, const QString &moment,
                               const QString &timeline = QStringLiteral("latest"));
    /// Restarts \a server on the copy, as a standby that streams from \a primary under \a name. Returns when it can be
    /// read. Needs no archive if \a primary still has its WAL since the copy.
    [[nodiscard]] bool follow(PostgresServer &server, const PostgresServer &primary, const QString &name);

    /// Copies the files of \a server while it stands still.
    [[nodiscard]] bool keepFiles(PostgresServer &server);
    enum class Start { AsItIs, ByRecovery };
    /// Restarts \a server on that copy: as it is, on the same timeline, or as one that is recovered, without any
    /// archive.
    [[nodiscard]] bool bringFilesBack(PostgresServer &server, Start start);

private:
    bool run(const QString &program, const QStringList &arguments);
    bool check(const SqlResult &result);
    bool check(const PostgresServer &server, bool done);
    /// Puts the files of directory `from` in place of those of a server that was stopped; its settings stay.
    bool replaceFiles(const PostgresServer &server, const QString &from);
    /// Starts a server whose files were replaced, with more lines of postgresql.conf, and a file that tells what to be.
    bool startAs(const QString &signal, PostgresServer &server, const QString &settings);
    /// The same, with lines for a recovery, and waits until that is over.
    bool startRecovery(PostgresServer &server, const QString &settings);
    bool write(const QString &path, const QByteArray &text, QIODevice::OpenMode mode);

    QTemporaryDir m_directory;
    QString m_archive = m_directory.filePath(QStringLiteral("archive"));
    QString m_copy = m_directory.filePath(QStringLiteral("copy"));
    QString m_files = m_directory.filePath(QStringLiteral("files"));
    QString m_error;
};

} // namespace Elector
