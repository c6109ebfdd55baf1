// SPDX-License-Identifier: MIT
#include "lockbyname.h"

#include "exitcodes.h"
#include "signalwatcher.h"
#include "sqldatabase.h"
#include "terminal.h"

#include <Elector/leaseobserver.h>
#include <Elector/operatorname.h>
#include <Elector/schema.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QEventLoop>
#include <QtCore/QtEndian>

#include <algorithm>
#include <limits>
#include <utility>

namespace Elector {

namespace {

/// Errors that time does not mend.
bool isFinal(ErrorCode code)
{
    return code == ErrorCode::TableMissing || code == ErrorCode::TableForeign || code == ErrorCode::PrivilegeMissing
        || code == ErrorCode::Configuration;
}

/// A number that no lock has. It follows from the name, so that nodes that ask at the same time choose the same, and is
/// large, so that it is none that people use.
int freeNumber(const QString &name, const QList<Lease> &leases)
{
    constexpr quint32 first = 1U << 30;
    const QByteArray digest = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    int number = int(first + qFromBigEndian<quint32>(digest.constData()) % first);
    const auto isTaken = [&](const Lease &lease) { return lease.lockId == number; };
    while (std::any_of(leases.cbegin(), leases.cend(), isTaken))
        number = number == std::numeric_limits<int>::max() ? int(first) : number + 1;
    return number;
}

class Search
{
public:
    Search(const QString &name, const ElectorConfig &config, IfMissing ifMissing, IfUnanswered ifUnanswered)
        : m_name(name)
        , m_ifMissing(ifMissing)
        , m_ifUnanswered(ifUnanswered)
        , m_config(config)
        , m_observer(config.connection(), config.schema())
    {
        m_observer.setEventsWanted(false);
        QObject::connect(&m_observer, &LeaseObserver::lookTaken, &m_loop,
                         [this](const LeaseSnapshot &snapshot) { onLook(snapshot); });
        QObject::connect(&m_observer, &LeaseObserver::orderFinished, &m_loop,
                         [this](const OrderOutcome &outcome) { onNamed(outcome); });
        QObject::connect(&m_observer, &LeaseObserver::errorOccurred, &m_loop, [this](const ElectorError &error) {
            if (error.code == ErrorCode::TableMissing && makesTheTable()) {
                m_observer.refresh();
                return;
            }
            const bool isTheEnd = m_ifUnanswered == IfUnanswered::GiveUp || isFinal(error.code);
            Terminal::complain(isTheEnd ? error.message() : error.message() + QStringLiteral(" It is tried again."));
            if (isTheEnd)
                end({0, ExitCode::RunFailure});
        });
    }

    LockByName run(SignalWatcher &signalWatcher)
    {
        QObject::connect(&signalWatcher, &SignalWatcher::received, &m_loop, [this](int signalNumber) {
            end({0, ExitCode::SignalBase + signalNumber});
        });
        m_observer.start();
        if (!m_ended) // a loop that does not run yet cannot be left
            m_loop.exec();
        return m_result;
    }

private:
    /// Where names are given, the first node makes the table, as it does where locks have numbers.
    bool makesTheTable()
    {
        if (m_ifMissing != IfMissing::Create || !m_config.createTableOnInit() || std::exchange(m_madeTheTable, true)
            || m_config.pooling() == Pooling::Transaction)
            return false;
        const QString connection = QStringLiteral("elector-create-lock");
        QString problem;
        {
            const QSqlDatabase database = openSqlDatabase(m_config.connection(), connection, &problem);
            if (database.isOpen())
                problem = Schema(database, m_config.schema()).install(SchemaLevel::Full).message();
        }
        QSqlDatabase::removeDatabase(connection); // it is not to last as long as we do
        if (!problem.isEmpty())
            Terminal::complain(problem);
        return problem.isEmpty();
    }

    void onLook(const LeaseSnapshot &snapshot)
    {
        if (!snapshot.isComplete() || m_asked || m_ended)
            return;
        const QList<Lease> leases = snapshot.leases();
        for (const Lease &lease : leases) {
            if (lease.name == m_name)
                return end({lease.lockId, ExitCode::Success});
        }
        if (m_ifMissing == IfMissing::Create) {
            m_asked = true;
            m_observer.rename(freeNumber(m_name, leases), m_name, defaultOperatorName(),
                              QStringLiteral("--create-lock"));
            return;
        }
        Terminal::complain(
            QStringLiteral("There is no lock with the name \"%1\". \"elector name --lock N\" gives it to "
                           "lock N; --create-lock to a free number.")
                .arg(m_name));
        end({0, ExitCode::RunFailure});
    }

    void onNamed(const OrderOutcome &outcome)
    {
        if (outcome.result == ForcedRelease::Done)
            return end({outcome.lockId, ExitCode::Success});
        if (m_ended)
            return;
        if (outcome.result == ForcedRelease::Unknown && m_ifUnanswered == IfUnanswered::TryAgain) {
            m_asked = false; // the next look tells
            return;
        }
        Terminal::complain(QStringLiteral("The name \"%1\" could not be given to a lock: ").arg(m_name)
                           + outcome.error.message());
        end({0, ExitCode::RunFailure});
    }

    void end(const LockByName &result)
    {
        m_result = result;
        m_ended = true;
        m_loop.quit();
    }

    const QString m_name;
    const IfMissing m_ifMissing;
    const IfUnanswered m_ifUnanswered;
    const ElectorConfig m_config;
    LeaseObserver m_observer;
    QEventLoop m_loop;
    LockByName m_result{0, ExitCode::RunFailure};
    bool m_madeTheTable = false; ///< or tried to
    bool m_asked = false; ///< for the name, and not answered yet
    bool m_ended = false;
};

} // namespace

LockByName findLockByName(const QString &name, const ElectorConfig &config, SignalWatcher &signalWatcher,
                          IfMissing ifMissing, IfUnanswered ifUnanswered)
{
    return Search(name, config, ifMissing, ifUnanswered).run(signalWatcher);
}

} // namespace Elector
