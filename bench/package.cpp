// SPDX-License-Identifier: MIT

// The same as hand-over and take-over, of nest-leader-election; see npm/node.mjs.
#include "electionroom.h"

#include <QtCore/QProcess>

#include <cstdio>
#include <memory>

namespace Elector {

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

/// A process with one elector of the package for each lock.
class PackageNode
{
public:
    /// `gained` is called with a lock and the moment.
    PackageNode(const QString &folder, const ElectionRoom &room, const QString &socketDir, quint16 port, int locks,
                const QString &instance, std::function<void(int lock, qint64 at)> gained)
        : m_gained(std::move(gained))
        , m_released(std::size_t(locks) + 1)
    {
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] { read(); });
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(u"node"_s,
                        {folder + u"/node.mjs"_s, socketDir, QString::number(port), room.database(),
                         QString::number(locks), instance});
    }
    ~PackageNode() { kill(); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    void release(int lock) { m_process.write(u"release %1\n"_s.arg(lock).toLatin1()); }
    bool isReady() const { return m_ready; }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    qint64 releasedAt(int lock) const { return m_released[std::size_t(lock)]; }

private:
    void read()
    {
        while (m_process.canReadLine()) {
            const QByteArrayList words = m_process.readLine().trimmed().split(' ');
            m_ready = m_ready || words.value(0) == "ready";
            if (words.value(0) == "gained")
                m_gained(words.value(1).toInt(), words.value(2).toLongLong());
            else if (words.value(0) == "released")
                m_released[words.value(1).toUInt()] = words.value(2).toLongLong();
        }
    }

    std::function<void(int, qint64)> m_gained;
    std::vector<qint64> m_released;
    bool m_ready = false;
    QProcess m_process;
};

} // namespace

void measurePackage(ElectionRoom *room, Report *report, bool quick)
{
    const QString folder = qEnvironmentVariable("ELECTOR_BENCH_NPM");
    if (folder.isEmpty()) {
        std::fputs("election: nest-leader-election is not here to compare with (ELECTOR_BENCH_NPM)\n", stderr);
        return;
    }
    const int locks = quick ? 100 : 200;
    const QString socketDir = room->server().socketDir();
    const quint16 port = room->server().port();

    // Two hand-overs of each lock, for a node that has released does not come back.
    room->newDatabase(SchemaLevel::Plain);
    std::vector<int> leader(std::size_t(locks) + 1, -1);
    std::vector<qint64> gainedAt(std::size_t(locks) + 1);
    std::vector<std::unique_ptr<PackageNode>> nodes;
    for (int i = 0; i < 3; ++i) {
        nodes.push_back(std::make_unique<PackageNode>(folder, *room, socketDir, port, locks, u"node-%1"_s.arg(i),
                                                      [&, i](int lock, qint64 at) {
                                                          leader[std::size_t(lock)] = i;
                                                          gainedAt[std::size_t(lock)] = at;
                                                      }));
    }
    const auto allReady
        = [&] { return std::all_of(nodes.begin(), nodes.end(), [](const auto &node) { return node->isReady(); }); };
    if (!waitUntil(allReady, 120s))
        return;
    std::vector<double> handOvers;
    for (int turn = 0; turn < 2; ++turn) {
        std::vector<int> before = leader;
        for (int lock = 1; lock <= locks; ++lock) {
            if (before[std::size_t(lock)] >= 0)
                nodes[std::size_t(before[std::size_t(lock)])]->release(lock);
            waitUntil({}, 30ms);
        }
        waitUntil(
            [&] {
                for (std::size_t lock = 1; lock < leader.size(); ++lock) {
                    if (leader[lock] == before[lock])
                        return false;
                }
                return true;
            },
            30s);
        for (std::size_t lock = 1; lock < leader.size(); ++lock) {
            if (leader[lock] != before[lock] && before[lock] >= 0)
                handOvers.push_back(double(gainedAt[lock] - nodes[std::size_t(before[lock])]->releasedAt(int(lock)))
                                    / 1e6);
        }
    }
    nodes.clear();
    const double median = Report::percentile(handOvers, 0.5);
    if (const auto ours = report->value(u"hand-over after release(), 3 nodes"_s)) {
        report->add({u"hand-over after release(), 3 nodes (reference: nest-leader-election, median of %1)"_s.arg(
                         handOvers.size()),
                     *ours, u"ms"_s, median, median / 300});
    } else {
        report->addTimes(u"nest-leader-election: hand-over after release(), 3 nodes"_s, handOvers, {}, {}, {});
    }

    room->newDatabase(SchemaLevel::Plain);
    std::vector<qint64> first(std::size_t(locks) + 1);
    std::vector<qint64> second(std::size_t(locks) + 1);
    PackageNode victim(folder, *room, socketDir, port, locks, u"victim"_s,
                       [&](int lock, qint64 at) { first[std::size_t(lock)] = at; });
    if (!waitUntil([&] { return victim.isReady() && std::count(first.begin() + 1, first.end(), 0) == 0; }, 60s))
        return;
    PackageNode heir(folder, *room, socketDir, port, locks, u"heir"_s,
                     [&](int lock, qint64 at) { second[std::size_t(lock)] = at; });
    if (!waitUntil([&] { return heir.isReady(); }, 60s))
        return;
    const qint64 killed = steady_clock::now().time_since_epoch().count();
    victim.kill();
    waitUntil([&] { return std::count(second.begin() + 1, second.end(), 0) == 0; }, 90s);
    std::vector<double> takeOvers;
    for (std::size_t lock = 1; lock < second.size(); ++lock) {
        if (second[lock] > 0)
            takeOvers.push_back(double(second[lock] - killed) / 1e6);
    }
    report->addTimes(u"nest-leader-election: take-over after SIGKILL, from the kill, lease set to 10 s"_s, takeOvers,
                     {}, {}, {});
}

} // namespace Elector
