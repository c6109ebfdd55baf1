// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/leaseobserver.h>

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <memory>

namespace Elector {

/// What one attempt to connect and to look at the leases gave.
struct ConnectionReport
{
    ElectorError error; ///< none: leases can be read in every schema
    /// What one schema was found to be.
    struct Found
    {
        QString schema;
        ServerInfo server;
        int locks = 0;
    };
    QList<Found> schemas; ///< those that were read before the error, if there was one
};

/// Really connects, to see whether it works: to one schema after the other. Never blocks; at most one at a time.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionTest(QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// Ends the one that runs, without an answer.
    void start(const ConnectionParameters &parameters, const QStringList &schemas);
    void cancel();
    bool isRunning() const { return m_observer != nullptr; }

Q_SIGNALS:
    void finished(const Elector::ConnectionReport &report);

private:
    void next();
    void take(int attempt, const ElectorError &error);

    int m_attempt = 0;
    ConnectionParameters m_parameters;
    QString m_schema; // the one that is looked at
    QStringList m_schemas; // and those still to come
    ConnectionReport m_report;
    std::unique_ptr<LeaseObserver> m_observer;
};

/// True for what comes after the login, or for no error: the password was right.
bool isPastLogin(const ElectorError &error);
/// True if the error is about the password: it is worth asking for another.
bool isAboutPassword(const ElectorError &error);
/// For people, plain text of a few lines: server, role, TLS, schema, rights; or the error and what to do about it.
QString reportText(const ConnectionReport &report, const ConnectionParameters &parameters);

} // namespace Elector

Q_DECLARE_METATYPE(Elector::ConnectionReport)
