// SPDX-License-Identifier: MIT
#pragma once

#include "observercommand.h"

#include <Elector/leaseobserver.h>

#include <memory>
#include <optional>

namespace Elector {

/// One connection for a command that looks, asks or orders, waits for the answer, and ends. What goes wrong is said on
/// standard error, and is exitCode().
class OperatorSession
{
public:
    /// Reads the command line, of which `mostArguments` are no options, and connects when it is used first. Null, with
    /// `exitCode` set, if that is all there is to do: it was wrong, or asked for help.
    static std::unique_ptr<OperatorSession> from(CommandLine &line, const QStringList &arguments, int *exitCode,
                                                 int mostArguments = 0);

    /// Reads all locks once.
    bool look();
    /// Looks, and finds the lock that --lock names; one that has no row is Free. Empty if there is no such name.
    std::optional<Lease> find();
    /// As find(), but by a number alone it needs no look.
    std::optional<int> findId();

    /// The answer to what was asked with that id. What was not done is said and is exitCode().
    ForcedRelease waitForRelease(quint64 id);
    OrderOutcome waitForOrder(quint64 id);
    std::optional<LockDetails> waitForDetails(quint64 id);
    std::optional<QList<LeaseEvent>> waitForHistory(quint64 id);

    QString schema() const { return m_schema; }
    LeaseObserver &observer() { return *m_observer; }
    int exitCode() const { return m_exitCode; }
    /// The same for a failure that the command itself finds.
    int fail(int exitCode, const QString &message);

    /// Who gives an order: --operator, or user@host.
    QString operatorName() const;
    QString reason() const;

private:
    OperatorSession(CommandLine &line, const ObserverSettings &settings);
    void judge(ForcedRelease::Result result, int lockId, const ElectorError &error);

    CommandLine &m_line;
    const QString m_schema;
    std::unique_ptr<LeaseObserver> m_observer;
    int m_exitCode = 0;
};

} // namespace Elector
