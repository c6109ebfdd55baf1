// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/connectionparameters.h>
#include <Elector/elector_export.h>
#include <Elector/electorerror.h>

#include <QtCore/QList>
#include <QtCore/QSharedDataPointer>
#include <QtCore/QString>

#include <chrono>
#include <optional>

class QProcessEnvironment;
class QSettings;
class QSqlDatabase;

namespace Elector {

/// The settings of an elector: names and defaults are those of `nest-leader-election`.
///
/// Only `leaseDuration` needs thought: every duration that is not given follows it in the proportions of the
/// defaults (10 s lease, 3 s renewal, ± 2 s jitter, 1.67 s an attempt). All durations are checked together, as one
/// budget, before anything runs; see problems(). A value type: copy freely, any thread.
class ELECTOR_EXPORT ElectorConfig
{
public:
    /// The unit of every setting that is a time.
    using Duration = std::chrono::milliseconds;

    ElectorConfig();
    /// Shares until one of the two is changed.
    ElectorConfig(const ElectorConfig &);
    /// Leaves the other one fit for assignment and destruction only.
    ElectorConfig(ElectorConfig &&) noexcept;
    /// Shares until one of the two is changed.
    ElectorConfig &operator=(const ElectorConfig &);
    /// Leaves the other one fit for assignment and destruction only.
    ElectorConfig &operator=(ElectorConfig &&) noexcept;
    ~ElectorConfig();

    /// Reads `leaseDuration`, `renewalInterval`, `jitterRange`, `attemptTimeout`, `stopTimeout`, `grace`, `delta`
    /// (milliseconds, or durations with a unit: `10s`), `epsilon`, `lockId`, `schema`, `createTableOnInit`,
    /// `instanceId`, and `dsn` or `connection/<libpq keyword>`, and `pooling` (`session` or `transaction`), from the
    /// group that `settings` stands in. A password found there is refused: use `.pgpass` or a service. What cannot be
    /// read is reported by problems() of the result.
    static ElectorConfig fromSettings(QSettings &settings);
    /// Reads `ELECTOR_LEASE_DURATION`, `ELECTOR_RENEWAL_INTERVAL`, `ELECTOR_JITTER_RANGE`, `ELECTOR_ATTEMPT_TIMEOUT`,
    /// `ELECTOR_STOP_TIMEOUT`, `ELECTOR_GRACE`, `ELECTOR_DELTA` (durations with a unit: `10s`, `1500ms`, `2min`),
    /// `ELECTOR_EPSILON`, `ELECTOR_LOCK_ID`, `ELECTOR_SCHEMA`, `ELECTOR_CREATE_TABLE_ON_INIT`, `ELECTOR_INSTANCE_ID`,
    /// `ELECTOR_DSN`, `ELECTOR_POOLING`. The `PG…` variables are libpq's own and hold without being read here.
    static ElectorConfig fromEnvironment(const QProcessEnvironment &environment);
    /// From the process's own environment.
    static ElectorConfig fromEnvironment();
    /// The same; what the environment does not have is as in `base`, such as a configuration file's.
    static ElectorConfig fromEnvironment(const QProcessEnvironment &environment, const ElectorConfig &base);
    /// Copies the parameters of a QPSQL connection, which itself is never used.
    static ElectorConfig fromConnection(const QSqlDatabase &database);

    /// Where the database is. Default: what libpq decides by itself; another machine is verified, see
    /// ConnectionParameters.
    ConnectionParameters connection() const;
    /// No connection is made by this.
    void setConnection(const ConnectionParameters &connection);
    /// As ConnectionParameters::fromString(); what cannot be parsed is reported by problems(). The pooling stays.
    void setConnection(const QString &dsn);
    /// ConnectionParameters::pooling() of connection(): Pooling::Transaction for a pooler that lends sessions of the
    /// server for a transaction or a statement. Default: Pooling::Session.
    Pooling pooling() const;
    /// Set it on every node; that some have another one does no harm.
    void setPooling(Pooling pooling);

    /// How long a lease lasts without renewal. Default 10 s.
    Duration leaseDuration() const;
    /// Nothing is checked here, by none of the setters: problems() does, as does LeaderElector::start().
    void setLeaseDuration(Duration duration);
    /// How often the holder renews and a candidate looks. Default 3/10 of the lease.
    Duration renewalInterval() const;
    /// `std::nullopt` is the default again.
    void setRenewalInterval(std::optional<Duration> interval);
    /// By how much that interval varies at random, to either side. Default 2/10 of the lease.
    Duration jitterRange() const;
    /// `std::nullopt` is the default again.
    void setJitterRange(std::optional<Duration> range);
    /// How long one statement may take before it counts as hung and is cut. Default 1/6 of the lease. Those that set up
    /// a new connection may take three times as long once two attempts in a row were cut.
    Duration attemptTimeout() const;
    /// `std::nullopt` is the default again.
    void setAttemptTimeout(std::optional<Duration> timeout);
    /// What the work needs to be stopped once the deadline comes close; the renewals leave room for it. Default 0.
    Duration grace() const;
    /// Zero or more.
    void setGrace(Duration grace);
    /// How long the end of an elector or of the program may take to give the lease up. Default 1 s.
    Duration stopTimeout() const;
    /// Zero or more.
    void setStopTimeout(Duration timeout);
    /// By how much the rates of two clocks may differ. Default 0.1; at least 0 and less than 0.5.
    double epsilon() const;
    /// A part of one, not per cent.
    void setEpsilon(double epsilon);
    /// Safety margin before the deadline, and the largest step of the server's clock that may go unseen. Default 1/40
    /// of the lease.
    Duration delta() const;
    /// `std::nullopt` is the default again.
    void setDelta(std::optional<Duration> delta);

    /// Which lock, any int. Default 1. Use different ones for different services.
    int lockId() const;
    /// Any; negative ones, too.
    void setLockId(int lockId);
    /// Default `public`; `^[a-z_][a-z0-9_]{0,62}$`.
    QString schema() const;
    /// Refused by problems() unless it is plain.
    void setSchema(const QString &schema);
    /// Whether to create the table (on the full level) if it is missing. Default true.
    bool createTableOnInit() const;
    /// False: a missing table is an error, to be mended by `elector migrate` or Schema.
    void setCreateTableOnInit(bool create);
    /// Names this node to people. Default: host name and process id. At most 200 bytes of UTF-8, printable, not
    /// starting with
    /// `#`. Two electors with one instanceId never both lead, but are told apart only by their incarnation.
    QString instanceId() const;
    /// Unique among the nodes that run, such as a host name.
    void setInstanceId(const QString &instanceId);

    /// Trust in a lease ends this long after its renewal was sent: leaseDuration·(1−ε) − δ.
    std::chrono::nanoseconds trust() const;
    /// Everything that is wrong, each with what would be right. Empty: the settings may be used.
    QList<ElectorError> problems() const;
    /// What will work, but perhaps not as well as hoped.
    QList<ElectorError> warnings() const;
    /// The longest time from the death of a leader to the next leader, while the database answers and candidates run:
    /// the lease runs out, one bid may find another under way, the next one counts.
    Duration worstCaseFailover() const;

private:
    friend class ConfigReader;
    struct Data;
    QSharedDataPointer<Data> d;
};

} // namespace Elector
