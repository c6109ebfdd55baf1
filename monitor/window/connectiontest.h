// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/leaseobserver.h>

#include <QtCore/QObject>

#include <memory>

namespace Elector {

/// What one attempt to connect and to look at the leases gave.
struct ConnectionReport
{
    ElectorError error; ///< none: leases can be read
    ServerInfo server; ///< what is known of the server; version 0 if it was not reached
    int locks = 0; ///< how many locks there are
};

/// One real connection, to see whether it works. Never blocks; at most one at a time.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionTest(QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// Ends the one that runs, without an answer.
    void start(const ConnectionParameters &parameters, const QString &schema);
    void cancel();
    bool isRunning() const { return m_observer != nullptr; }

Q_SIGNALS:
    void finished(const Elector::ConnectionReport &report);

private:
    void finish(int attempt, const ElectorError &error);

    int m_attempt = 0;
    std::unique_ptr<LeaseObserver> m_observer;
};

/// True if the error is about the password: it is worth asking for another.
bool isAboutPassword(const ElectorError &error);
/// For people, plain text of a few lines: server, role, TLS, schema, rights; or the error and what to do about it.
QString reportText(const ConnectionReport &report, const ConnectionParameters &parameters, const QString &schema);

} // namespace Elector

Q_DECLARE_METATYPE(Elector::ConnectionReport)
