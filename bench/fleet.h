// SPDX-License-Identifier: MIT
#pragma once

#include "postgresserver.h"

#include <QtCore/QString>

#include <atomic>
#include <thread>

namespace Elector {

/// A private server with very many leases, and somebody who renews a third of them each second.
class Fleet
{
public:
    ~Fleet();

    /// False: errorString() says why.
    bool start(int leases);
    QString errorString() const { return m_error; }
    QString dsn() const { return m_server.dsn(m_database); }

    /// Renews every third lease once a second, in a thread of its own, until stopRenewing().
    void startRenewing();
    void stopRenewing();
    int rounds() const { return m_rounds; } ///< how often a third has been renewed
    /// Renews so many leases, once, now.
    void renew(int leases);

private:
    void renewForEver();

    PostgresServer m_server;
    QString m_database;
    QString m_error;
    std::atomic<bool> m_stop{false};
    std::atomic<int> m_rounds{0};
    std::thread m_thread;
};

} // namespace Elector
