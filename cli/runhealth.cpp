// SPDX-License-Identifier: MIT
#include "runhealth.h"

#include "leaseformat.h"

#include <Elector/duration.h>

#include <QtCore/QJsonObject>
#include <QtCore/QMetaEnum>

#include <algorithm>

namespace Elector {

using namespace std::chrono_literals;

namespace {

/// ConnectionLost is connection_lost.
template <typename Enum> QByteArray nameOf(Enum value)
{
    QByteArray name;
    for (const char *letter = QMetaEnum::fromType<Enum>().valueToKey(int(value)); letter && *letter; ++letter) {
        const bool upper = *letter >= 'A' && *letter <= 'Z';
        if (upper && !name.isEmpty())
            name += '_';
        name += upper ? char(*letter - 'A' + 'a') : *letter;
    }
    return name;
}

/// As Prometheus wants it inside of quotes.
QByteArray label(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return bytes;
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 12);
}

/// Prometheus' text format, a family after the other; all samples tell the lock.
class Exposition
{
public:
    explicit Exposition(const QByteArray &lock)
        : m_lock("lock=\"" + lock + '"')
    {
    }
    void family(const char *name, const char *type, const char *help)
    {
        m_name = name;
        m_text += "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + ' ' + type + '\n';
    }
    void sample(const QByteArray &value, const QByteArray &labels = {}, const QByteArray &suffix = {})
    {
        m_text
            += m_name + suffix + '{' + m_lock + (labels.isEmpty() ? QByteArray() : ',' + labels) + "} " + value + '\n';
    }
    void sample(quint64 value, const QByteArray &labels = {}) { sample(QByteArray::number(value), labels); }
    template <typename Histogram> void histogram(const Histogram &histogram)
    {
        quint64 total = 0;
        for (std::size_t i = 0; i < histogram.bounds.size(); ++i) {
            total += histogram.counts[i];
            sample(QByteArray::number(total), "le=\"" + number(histogram.bounds[i]) + '"', "_bucket");
        }
        total += histogram.counts.back();
        sample(QByteArray::number(total), "le=\"+Inf\"", "_bucket");
        sample(number(histogram.sum), {}, "_sum");
        sample(QByteArray::number(total), {}, "_count");
    }
    QByteArray text() const { return m_text; }

private:
    const QByteArray m_lock;
    QByteArray m_name;
    QByteArray m_text;
};

double seconds(std::chrono::nanoseconds span)
{
    return std::chrono::duration<double>(span).count();
}

} // namespace

void RunHealth::Histogram::observe(std::chrono::nanoseconds span)
{
    const auto bound = std::lower_bound(bounds.begin(), bounds.end(), seconds(span));
    ++counts[std::size_t(bound - bounds.begin())];
    sum += seconds(span);
}

RunHealth::RunHealth(const ElectorConfig &config)
    : m_config(config)
{
    m_figures.lockId = config.lockId();
    // Every reason and kind from the start: a counter that appears with its first event hides it from rate().
    const auto reasons = QMetaEnum::fromType<LossReason>();
    for (int i = 0; i < reasons.keyCount(); ++i) {
        if (const auto reason = LossReason(reasons.value(i)); reason != LossReason::None)
            m_figures.lost[nameOf(reason)] = 0;
    }
    const auto kinds = QMetaEnum::fromType<ErrorCode>();
    for (int i = 0; i < kinds.keyCount(); ++i) {
        if (const auto kind = ErrorCode(kinds.value(i)); kind != ErrorCode::None)
            m_figures.errors[nameOf(kind)] = 0;
    }
}

void RunHealth::lookFor(const QString &name)
{
    change([&](Figures &figures) {
        figures.lookingFor = name;
        figures.state = ElectorState::Connecting;
    });
}

void RunHealth::follow(LeaderElector &elector)
{
    { // not worth telling: the elector's first state comes at once
        const std::lock_guard lock(m_mutex);
        m_figures.elector = &elector;
        m_figures.lookingFor.clear();
        m_figures.lockId = elector.config().lockId();
        m_figures.state = elector.state();
    }
    connect(&elector, &LeaderElector::stateChanged, this,
            [this](ElectorState state) { change([&](Figures &figures) { figures.state = state; }); });
    connect(&elector, &LeaderElector::leaderChanged, this, [this](const QString &leader, qint64 term) {
        change([&](Figures &figures) {
            figures.leader = leader;
            figures.term = term;
        });
    });
    connect(&elector, &LeaderElector::leadershipChanged, this, [this](bool leader) {
        change([&](Figures &figures) {
            figures.gained += leader ? 1 : 0;
            figures.trusted = leader ? std::optional(BootClock::now()) : std::nullopt;
        });
    });
    connect(&elector, &LeaderElector::errorOccurred, this, [this](const ElectorError &error) {
        change([&](Figures &figures) {
            ++figures.errors[nameOf(error.code)];
            figures.failing = true;
        });
    });
    connect(&elector, &LeaderElector::recovered, this,
            [this] { change([](Figures &figures) { figures.failing = false; }); });
    connect(&elector, &LeaderElector::renewed, this,
            [this](std::chrono::microseconds took, std::chrono::microseconds slack) {
                change([&](Figures &figures) {
                    figures.renewal.observe(took);
                    figures.slack.observe(slack);
                    if (figures.trusted)
                        figures.trusted = BootClock::now();
                });
            });
}

void RunHealth::watchForHangs()
{
    const auto beat = [this] { change([](Figures &figures) { figures.alive = BootClock::now(); }); };
    connect(&m_heartbeat, &QTimer::timeout, this, beat);
    m_heartbeat.start(std::clamp<std::chrono::milliseconds>(m_config.leaseDuration() / 10, 20ms, 1s));
    beat();
}

void RunHealth::leadershipLost(LossReason reason)
{
    change([&](Figures &figures) { ++figures.lost[nameOf(reason)]; });
}

void RunHealth::commandStarted()
{
    change([](Figures &figures) {
        ++figures.starts;
        figures.running = true;
    });
}

void RunHealth::commandEnded(int exitCode)
{
    change([exitCode](Figures &figures) {
        ++figures.exits[exitCode];
        figures.running = false;
    });
}

RunHealth::Figures RunHealth::figures() const
{
    const std::lock_guard lock(m_mutex);
    return m_figures;
}

QString RunHealth::complaint() const
{
    const Figures now = figures();
    const auto since = [](BootClock::time_point then) {
        return formatDuration(std::chrono::floor<std::chrono::milliseconds>(BootClock::now() - then));
    };
    if (now.alive && BootClock::now() - *now.alive > std::max<BootClock::duration>(m_config.leaseDuration(), 5s))
        return QStringLiteral("this program has not done anything for %1").arg(since(*now.alive));
    // Later than a renewal that was late and one that failed.
    const auto patience = m_config.renewalInterval() + m_config.jitterRange() + m_config.attemptTimeout();
    if (now.trusted && BootClock::now() - *now.trusted > patience)
        return QStringLiteral("lock %1 is held and has not been renewed for %2")
            .arg(now.lockId)
            .arg(since(*now.trusted));
    if (now.running && !leads(now) && now.state == ElectorState::Leading)
        return QStringLiteral("the lease of lock %1 is over while the command runs").arg(now.lockId);
    return {};
}

bool RunHealth::isReady() const
{
    const Figures now = figures();
    return !now.failing && now.state != ElectorState::Stopped && now.state != ElectorState::Connecting;
}

QString RunHealth::summary() const
{
    const Figures now = figures();
    const int lock = now.lockId;
    if (!now.lookingFor.isEmpty())
        return QStringLiteral("looking for the lock %1").arg(now.lookingFor);
    switch (now.state) {
    case ElectorState::Stopped:
        return QStringLiteral("not taking part in the election of lock %1").arg(lock);
    case ElectorState::Connecting:
        return now.failing ? QStringLiteral("lock %1: the database does not answer").arg(lock)
                           : QStringLiteral("lock %1: connecting to the database").arg(lock);
    case ElectorState::Leading:
        return leads(now) ? QStringLiteral("leading lock %1, term %2").arg(lock).arg(now.elector->term())
                          : QStringLiteral("lock %1 is no longer led").arg(lock);
    case ElectorState::Draining:
        return QStringLiteral("giving lock %1 up").arg(lock);
    case ElectorState::Waiting:
    case ElectorState::Resting:
        break;
    }
    return now.leader.isEmpty() ? QStringLiteral("waiting for lock %1; nobody leads").arg(lock)
                                : QStringLiteral("waiting for lock %1, led by %2").arg(lock).arg(now.leader);
}

QByteArray RunHealth::leaderJson() const
{
    const Figures now = figures();
    const bool leads = RunHealth::leads(now);
    const QString leader = leads ? now.elector->leaderId() : now.leader;
    const auto orNull
        = [](bool known, const QJsonValue &value) { return known ? value : QJsonValue(QJsonValue::Null); };
    const qint64 term = leads ? now.elector->term() : now.term;
    const auto deadline = leads ? now.elector->deadline() : BootClock::time_point();
    const auto left = std::chrono::floor<std::chrono::milliseconds>(deadline - BootClock::now()).count();
    return LeaseFormat::line({
        {QStringLiteral("lock"), orNull(now.lookingFor.isEmpty(), now.lockId)},
        {QStringLiteral("instance"), m_config.instanceId()},
        {QStringLiteral("leading"), leads},
        {QStringLiteral("state"), QString::fromLatin1(nameOf(now.state))},
        {QStringLiteral("leader"), orNull(!leader.isEmpty(), leader)},
        {QStringLiteral("term"), orNull(!leader.isEmpty() && term > 0, term)},
        {QStringLiteral("deadline_in_ms"), orNull(leads, static_cast<qint64>(left))},
        {QStringLiteral("command_running"), now.running},
    });
}

QByteArray RunHealth::metrics() const
{
    const Figures now = figures();
    const bool leads = RunHealth::leads(now);
    Exposition out(now.lookingFor.isEmpty() ? QByteArray::number(now.lockId) : QByteArray());
    out.family("elector_info", "gauge", "Always 1; tells which node this is.");
    out.sample(1, "instance=\"" + label(m_config.instanceId()) + "\",version=\"" ELECTOR_VERSION "\"");
    out.family("elector_leader", "gauge", "Whether this node leads now.");
    out.sample(leads ? 1 : 0);
    out.family("elector_term", "gauge", "The fencing token while this node leads, otherwise 0.");
    out.sample(QByteArray::number(leads ? now.elector->term() : 0));
    out.family("elector_ready", "gauge", "Whether the database answers.");
    out.sample(isReady() ? 1 : 0);
    out.family("elector_healthy", "gauge", "0 if the lease is held and not renewed, or the program hangs.");
    out.sample(complaint().isEmpty() ? 1 : 0);
    out.family("elector_deadline_remaining_seconds", "gauge",
               "For how long the lease may be trusted without a renewal.");
    out.sample(number(leads ? seconds(now.elector->deadline() - BootClock::now()) : 0));
    out.family("elector_leadership_gained_total", "counter", "How often this node became leader.");
    out.sample(now.gained);
    out.family("elector_leadership_lost_total", "counter", "How often it ceased to be, by reason.");
    for (const auto &[reason, count] : now.lost)
        out.sample(count, "reason=\"" + reason + '"');
    out.family("elector_renewal_duration_seconds", "histogram", "How long renewals of the lease took.");
    out.histogram(now.renewal);
    out.family("elector_renewal_slack_seconds", "histogram", "How much of the trust was left when a renewal came.");
    out.histogram(now.slack);
    out.family("elector_errors_total", "counter", "Errors of the election, by kind.");
    for (const auto &[kind, count] : now.errors)
        out.sample(count, "kind=\"" + kind + '"');
    out.family("elector_command_running", "gauge", "Whether the command runs.");
    out.sample(now.running ? 1 : 0);
    out.family("elector_command_starts_total", "counter", "How often the command was started.");
    out.sample(now.starts);
    out.family("elector_command_exits_total", "counter", "How often the command ended, by exit code.");
    for (const auto &[code, count] : now.exits)
        out.sample(count, "code=\"" + QByteArray::number(code) + '"');
    return out.text();
}

} // namespace Elector
