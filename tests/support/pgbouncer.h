// SPDX-License-Identifier: MIT
#pragma once

#include "postgresserver.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace Elector {

/// A real PgBouncer in front of a test's server, on a port of 127.0.0.1, by the user of the server. Gone with this
/// object, or with the process.
class PgBouncer
{
public:
    enum Mode { Session, Transaction, Statement };

    /// The program; empty if it is not there, and tests are to be skipped.
    static QString program();

    /// False: errorString() says why. The port is kept from one start to the next.
    [[nodiscard]] bool start(const PostgresServer &server, Mode mode, int poolSize = 20);
    /// Leads all clients to another server, with their next transaction; their connections stay.
    [[nodiscard]] bool leadTo(const PostgresServer &server);
    /// A command of its console, such as `RELOAD`.
    SqlResult command(const QString &text);
    void stop();
    ~PgBouncer() { stop(); }

    quint16 port() const { return m_port; }
    QString errorString() const { return m_error; }

private:
    QString configuration(const PostgresServer &server) const;
    bool write(const QString &name, const QByteArray &text);
    bool launch(const QString &configuration);

    QTemporaryDir m_directory;
    QProcess m_process;
    QString m_error;
    quint16 m_port = 0;
    Mode m_mode = Session;
    int m_poolSize = 20;
};

} // namespace Elector
