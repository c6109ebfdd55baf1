// SPDX-License-Identifier: MIT
#pragma once

#include "faults/checks.h"
#include "faults/faultnode.h"

#include "postgresserver.h"
#include "tcpproxy.h"

#include <QtCore/QTemporaryDir>

#include <functional>
#include <memory>
#include <random>
#include <stdexcept>
#include <vector>

namespace Elector::Faults {

/// An expectation of a scenario that was not met.
class Failure : public std::runtime_error
{
public:
    explicit Failure(const QString &what)
        : std::runtime_error(what.toStdString())
    {
    }
};

/// What a scenario needs that this machine does not have.
class NotAvailable : public std::runtime_error
{
public:
    explicit NotAvailable(const QString &what)
        : std::runtime_error(what.toStdString())
    {
    }
};

/// What of the machine a room stands on: namespaces, volumes, a clock. Gone with the room.
class Ground
{
public:
    virtual ~Ground() = default;
};

/// Servers that stand in for one another, for a room that has none of its own.
class Cluster : public Ground
{
public:
    virtual QStringList addresses() const = 0; ///< HOST:PORT of each
    /// As superuser, at the one that takes writes.
    virtual SqlResult exec(const QString &sql, const QString &database) = 0;
};

/// A server, nodes that each have a network of their own to it, and the books of what happened. For one thread.
class FaultRoom
{
public:
    struct Options
    {
        int clients = 3;
        bool command = true; ///< one `elector run` besides
        PostgresServer::Options server;
        std::shared_ptr<Ground> ground; ///< a Cluster takes the place of the server and its proxies
        std::function<QStringList(int)> wrapper; ///< a program and arguments that come before those of each node
        std::function<QString(int)> host; ///< of the server as each node sees it; by default a proxy of its own
        QStringList environment; ///< of the nodes, `NAME=value`
        bool sameInstance = false;
        int candidatesEach = 1; ///< electors in the process of each client
        std::function<void(PostgresServer &)> prepare; ///< after the server's start
    };

    explicit FaultRoom(std::uint64_t seed);
    ~FaultRoom();
    /// Starts everything and waits until somebody leads. Throws.
    void open(const Options &options);
    void open() { open(Options()); }
    /// Stops the nodes, and gives every violation of what must hold.
    QStringList close(const Wanted &wanted);
    /// What had happened when close() was called.
    const Records &records() const { return m_records; }
    int bites() const { return m_bites; }

    PostgresServer &server() { return *m_server; }
    template <class T> T &ground() { return dynamic_cast<T &>(*m_ground); }
    SqlResult sql(const QString &text);
    QVariant value(const QString &text);
    /// A connection of an application's own.
    std::unique_ptr<TestConnection> connect(const QString &user = QStringLiteral("postgres"));
    /// `elector ARGUMENTS --dsn …`: its exit code.
    int elector(const QStringList &arguments);
    QString dsn(const QString &user = QStringLiteral("node")) const;

    int count() const { return static_cast<int>(m_nodes.size()); }
    FaultNode &node(int index) { return *m_nodes.at(static_cast<size_t>(index)); }
    TcpProxy &proxy(int index) { return *m_proxies.at(static_cast<size_t>(index)); }
    int command() const { return m_command; } ///< the index of `elector run`, -1 if there is none
    QList<qint64> backends(int index); ///< of a node

    /// The node that leads now, -1 if none does.
    int leader();
    int waitForLeader(int butNot = -1);
    /// Until somebody leads by a term above this, who may be the one that led before.
    int waitForLeaderAfter(qint64 term);
    /// By which the node leads; 0 if it does not.
    qint64 termOf(int index) { return node(index).belief().value_or(Belief{}).term; }
    /// As waitForLeader(), and gives the lock to a client if `elector run` has it; or the other way round.
    int leadingClient();
    int leadingCommand();
    /// Waits until `node` has renewed its lease now.
    Belief freshlyRenewed(int index);

    /// Waits for a condition, 30 s; throws if it does not come about.
    void waitFor(const std::function<bool()> &condition, const QString &what);
    /// Whether it comes about within that time.
    static bool happens(std::chrono::milliseconds within, const std::function<bool()> &condition);
    static void expect(bool condition, const QString &what);
    static void sleep(std::chrono::milliseconds time);
    static Stamp now();
    int random(int from, int to);

    /// A fault did something to somebody.
    void bit(int times = 1) { m_bites += times; }
    /// The fault is over: from now on it is counted how long it takes until somebody leads. Waits for that.
    void recover(const QString &fault);
    /// What the nodes said last, for people who look for what went wrong.
    QStringList lastWords() const;
    /// Captures are lost with the table: what is known of them is kept.
    void keepCaptures();
    /// A write nobody may have done, a lock that should be gone: a violation like those of the records.
    void complain(const QString &what) { m_records.problems.append(what); }

private:
    SqlResult exec(const QString &text, const QString &database = QStringLiteral("postgres"));
    void startServer(const Options &options);
    void createDatabase();
    QString addressFor(int index, const Options &options);
    QString resourceFor(int index) const;
    void addNode(FaultNode::Kind kind, const QString &name, const Options &options);
    void readBooks();
    void weigh(bool after);
    int giveLockTo(FaultNode::Kind kind);

    std::mt19937_64 m_random;
    QTemporaryDir m_directory;
    std::shared_ptr<Ground> m_ground;
    Cluster *m_cluster = nullptr; ///< the ground, if it is one; then there is no server
    std::unique_ptr<PostgresServer> m_server;
    QString m_database;
    std::vector<std::unique_ptr<TcpProxy>> m_proxies;
    std::vector<std::unique_ptr<FaultNode>> m_nodes;
    int m_command = -1;
    Records m_records;
    int m_bites = 0;
};

} // namespace Elector::Faults
