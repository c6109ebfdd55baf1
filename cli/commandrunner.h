// SPDX-License-Identifier: MIT
#pragma once

#include "guardianclient.h"
#include "tenurehooks.h"

#include <Elector/leaderelector.h>
#include <Elector/onceper.h>

#include <QtCore/QByteArrayList>
#include <QtCore/QObject>
#include <QtCore/QSocketNotifier>
#include <QtCore/QString>
#include <QtCore/QTimer>

#include <chrono>
#include <csignal>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace Elector {

/// Runs a command while leading: brings the elector and the guardian together.
///
/// A hold is kept from the moment the guardian is told to start until it says that nothing is left, so the row is
/// never given up while something runs.
class CommandRunner : public QObject
{
    Q_OBJECT
public:
    struct Job
    {
        QByteArrayList command; ///< the bytes that were given, in whatever encoding
        std::chrono::milliseconds grace{};
        std::chrono::milliseconds killMargin{};
        bool verbose = false;
        int stopSignal = SIGTERM;
        bool once = false; ///< one try: if another node leads, or the database does not answer, that is the end
        enum Restart { Never, OnFailure, Always } restart = Never; ///< when the command ends by itself
        std::chrono::milliseconds restartPause{}; ///< before each such start; zero: longer and longer
        std::chrono::milliseconds oncePer{}; ///< run only if it has not succeeded within that time; zero: always
        bool holdAfterCrash = false; ///< the lease is given up after success alone, and runs out otherwise
        QString metadata; ///< what is published while this node leads
        QString onGained; ///< shell commands that tell others; each is killed when `hookLimit` is over
        QString onLost;
        std::chrono::milliseconds hookLimit{10'000};
    };

    /// The time for SIGKILL that a job takes, behind its grace: a fiftieth of the lease, but enough for a busy machine.
    static std::chrono::milliseconds killMarginOf(std::chrono::milliseconds lease);

    CommandRunner(const ElectorConfig &config, const Job &job);
    ~CommandRunner() override;

    /// For those who want to follow it.
    LeaderElector &elector() { return m_elector; }
    bool start();
    /// SIGTERM and the like: ends the command with its grace, releases, and finishes; a second one kills it at once.
    /// What the terminal has interrupted itself is told to end only if it has not within its grace.
    void onSignal(int signalNumber, bool fromTerminal);

Q_SIGNALS:
    void commandStarted();
    void commandEnded(int exitCode);
    /// As LeaderElector::leadershipLost(), but `Expired` also where COMMAND was ended because no renewal came in time,
    /// which is some time before the elector would say so.
    void leadershipLost(LossReason reason);
    /// From here on it is only about ending.
    void leaving();
    void finished(int exitCode);

private:
    void onLeadership(bool leader);
    void startCommand();
    void launchCommand();
    void followOncePer();
    void onOncePerFailed(const ElectorError &error);
    void onOtherLeader(const QString &leader);
    void giveUpTrying(const QString &why);
    bool restartLater(int exitCode);
    void onDeadline();
    void tellHowToRelease();
    void onStateChanged(ElectorState state);
    void onElectorStopped();

    bool postGuardian();
    void dismissGuardian();
    void retireGuardian();
    void dismissRetired();
    void reapDismissed();
    void readGuardian();
    void onMessage(const GuardianProtocol::Message &message);
    void onGone(const GuardianProtocol::Gone &gone);
    void onGuardianDied();
    void standInForGuardian();
    void checkOnGuardian();
    BootClock::duration guardiansTime() const;

    void onLost(LossReason reason);
    void part();
    void endWhenHooksHave();
    void stopCommand();

    void finish(int exitCode);
    void leaveLease(int exitCode);
    void sitOut();
    void say(const QString &text) const;
    GuardianProtocol::Prepare preparation() const;

    const Job m_job;
    TenureHooks m_hooks;
    LeaderElector m_elector;
    LeaderHold m_hold; ///< while anything of the command may run
    std::unique_ptr<GuardianClient> m_guardian;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::vector<std::unique_ptr<GuardianClient>> m_retired; ///< whose work is done, and who have not been told
    std::vector<std::unique_ptr<GuardianClient>> m_dismissed; ///< told to end, and not reaped yet
    QTimer m_reaper;
    QTimer m_onlyTry; ///< --once: when it counts as failed though nobody was seen to lead
    QTimer m_sitOut; ///< until a lease that was left to run out has done so
    std::unique_ptr<OncePer> m_oncePer; ///< if the job has such a time
    QTimer m_parting; ///< between the lease's being given up and our end
    QTimer m_restart; ///< between the end of the command and its next start, while leading
    std::chrono::milliseconds m_restartPause{};
    BootClock::time_point m_startedAt;
    QTimer m_secondLine; ///< looks whether the guardian did its duty
    /// What the way in which a lease is given up depends on: the level, and whether the table is strict.
    using TableSeen = std::pair<SchemaLevel, bool>;
    TableSeen tableSeen() const { return {m_elector.schemaLevel(), !m_elector.releaseKey().isEmpty()}; }
    TableSeen m_guardianKnows{};
    BootClock::time_point m_guardianToldAt; ///< of the latest deadline
    std::optional<int> m_exitCode; ///< decided: only the release is to come
    int m_signal = 0;
    bool m_atTerminal = false; ///< the command is in our process group, so that the terminal's keys reach it, too
    bool m_interrupted = false; ///< by the terminal, and it has not been told to end otherwise
    QTimer m_patience; ///< with a command that the terminal has interrupted
    bool m_stopSent = false;
    bool m_saidThatWeWait = false;
    bool m_ranOut
        = false; ///< the command was ended because no renewal came, and the elector has not lost the lease yet
    bool m_noting = false; ///< the command has succeeded, which the database is being told
};

} // namespace Elector
