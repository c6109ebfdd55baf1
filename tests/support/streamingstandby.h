// SPDX-License-Identifier: MIT
#pragma once

#include "postgresserver.h"

namespace Elector {

/// A hot standby that streams from another server: made from a copy of its files, with a server of its own, which can
/// be read, stopped, paused and promoted as any. Like that one it is gone with this object, however the process ends.
class StreamingStandby
{
public:
    /// Its application_name, for synchronous_standby_names.
    static QString name() { return QStringLiteral("elector_standby"); }
    /// Lines of postgresql.conf for the primary.
    static QStringList settingsOfPrimary();

    PostgresServer server;

    /// Returns when it streams. False, as with the others: errorString() says why.
    [[nodiscard]] bool follow(PostgresServer &primary);
    /// Returns when all that \a primary has committed can be read here.
    [[nodiscard]] bool catchUp(PostgresServer &primary);
    /// Receives nothing from here on, while what is there can be read: what the primary commits now is not replicated.
    [[nodiscard]] bool pauseReceiver();
    /// Kills the paused receiver, with all that has been sent to it, and restarts the server. The primary must be gone,
    /// or a new receiver would ask it for the rest.
    [[nodiscard]] bool dropReceiver();
    QString errorString() const { return m_error; }

private:
    bool fail(const QString &why);

    qint64 m_receiver = 0;
    QString m_error;
};

} // namespace Elector
