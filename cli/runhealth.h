// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/leaderelector.h>

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <array>
#include <map>
#include <mutex>
#include <optional>

namespace Elector {

/// What `elector run` tells of itself: whether it is well, who leads, and figures. Lives in the thread of the elector
/// that it follows; everything that is asked for may be asked for in any, also when that thread hangs, which is then
/// told.
class RunHealth : public QObject
{
    Q_OBJECT
public:
    /// `config` is that of the elector to come, except that the lock need not be known yet.
    explicit RunHealth(const ElectorConfig &config);

    /// Until follow(), what goes on is that the lock with this name is looked for.
    void lookFor(const QString &name);
    /// `elector` must outlive this, and is the only one.
    void follow(LeaderElector &elector);

    /// From here on it notices, too, if the elector's thread hangs: for whoever asks in another one. It costs a
    /// wake-up of that thread each second.
    void watchForHangs();

    /// Empty if all is well, or what is not: the lease is held and not renewed, or the program hangs.
    QString complaint() const;
    /// Takes part in the election: the database answers.
    bool isReady() const;
    /// "leading lock 7, term 42".
    QString summary() const;
    QByteArray leaderJson() const; ///< an object, with a newline
    QByteArray metrics() const; ///< Prometheus' text format

    // Of the command, by whoever runs it.
    void commandStarted();
    void commandEnded(int exitCode);
    void leadershipLost(LossReason reason);

Q_SIGNALS:
    /// isReady(), complaint() or summary() may have changed.
    void changed();

private:
    /// How many observations were at most so long, as Prometheus wants it.
    struct Histogram
    {
        static constexpr std::array bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                           0.25,  0.5,    1.0,   2.5,  5.0,   10.0, 30.0};
        std::array<quint64, bounds.size() + 1> counts{}; ///< not added up; the last is of what lies beyond
        double sum = 0;
        void observe(std::chrono::nanoseconds span);
    };
    struct Figures
    {
        const LeaderElector *elector = nullptr; ///< if there is one yet
        QString lookingFor; ///< the name of a lock whose number is not known
        int lockId = 0;
        ElectorState state = ElectorState::Stopped;
        QString leader;
        qint64 term = 0;
        std::optional<BootClock::time_point>
            alive; ///< when the elector's thread was last seen at work, if that is watched
        std::optional<BootClock::time_point> trusted; ///< when the lease was last captured or renewed
        quint64 gained = 0;
        std::map<QByteArray, quint64> lost; ///< by reason
        std::map<QByteArray, quint64> errors; ///< by kind
        Histogram renewal;
        Histogram slack;
        quint64 starts = 0;
        std::map<int, quint64> exits; ///< by exit code
        bool running = false;
        bool failing = false; ///< something went wrong, and nothing has succeeded since
    };
    template <typename Change> void change(Change change)
    {
        {
            const std::lock_guard lock(m_mutex);
            change(m_figures);
        }
        Q_EMIT changed();
    }
    Figures figures() const;
    static bool leads(const Figures &figures) { return figures.elector && figures.elector->isLeader(); }

    const ElectorConfig m_config;
    mutable std::mutex m_mutex;
    Figures m_figures;
    QTimer m_heartbeat;
};

} // namespace Elector
