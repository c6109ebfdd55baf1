// SPDX-License-Identifier: MIT
#include "barelibpq.h"

#include <Elector/schema.h>

#include <chrono>
#include <cstdio>
#include <poll.h>
#include <thread>

namespace Elector {

namespace {

using Clock = std::chrono::steady_clock;
using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;

double since(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

Connection connectTo(const QString &dsn)
{
    Connection connection(PQconnectdb(qPrintable(dsn)), &PQfinish);
    if (PQstatus(connection.get()) != CONNECTION_OK)
        std::fprintf(stderr, "election: %s", PQerrorMessage(connection.get()));
    return connection;
}

/// True if the statement went well and changed a row, or needs none to.
bool run(PGconn *connection, const std::string &sql)
{
    PGresult *result = PQexec(connection, sql.c_str());
    const bool good = PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK;
    if (!good)
        std::fprintf(stderr, "election: %s", PQerrorMessage(connection));
    const bool changed = *PQcmdTuples(result) == '\0' || *PQcmdTuples(result) != '0';
    PQclear(result);
    return good && changed;
}

std::string capture(const char *lockId, int candidate, int round)
{
    return "INSERT INTO leader_lease (id, leader_id, expires_at) VALUES (" + std::string(lockId) + ", 'bare#"
        + std::to_string(candidate) + "." + std::to_string(round)
        + "', clock_timestamp() + interval '1 h') ON CONFLICT DO NOTHING";
}

bool isReadable(PGconn *connection)
{
    pollfd descriptor{PQsocket(connection), POLLIN, 0};
    return ::poll(&descriptor, 1, 0) > 0;
}

/// Whether a lock was said to be free.
bool heardOfRelease(PGconn *connection)
{
    PQconsumeInput(connection);
    bool heard = false;
    while (PGnotify *notification = PQnotifies(connection)) {
        heard = heard || std::string(notification->extra).find(" free") != std::string::npos;
        PQfreemem(notification);
    }
    return heard;
}

} // namespace

std::vector<double> BareLibpq::handOvers(const QString &dsn, int candidates, int rounds,
                                         std::chrono::milliseconds pause)
{
    constexpr char lock[] = "1";
    std::vector<Connection> waiting;
    const std::string listen = "LISTEN " + Schema::channel(QStringLiteral("public")).toStdString();
    for (int i = 0; i < candidates + 1; ++i) {
        waiting.push_back(connectTo(dsn));
        if (!run(waiting.back().get(), listen))
            return {};
    }
    std::vector<double> times;
    std::size_t leader = 0;
    if (!run(waiting[leader].get(), capture(lock, 0, 0)))
        return {};
    for (int round = 1; round <= rounds; ++round) {
        std::this_thread::sleep_for(pause);
        for (const Connection &connection : waiting)
            heardOfRelease(connection.get()); // what is left of the round before
        std::vector<pollfd> descriptors;
        for (const Connection &connection : waiting)
            descriptors.push_back({PQsocket(connection.get()), POLLIN, 0});
        const auto start = Clock::now();
        if (!run(waiting[leader].get(), std::string("DELETE FROM leader_lease WHERE id = ") + lock))
            return {};
        const std::size_t old = leader;
        while (leader == old) {
            ::poll(descriptors.data(), nfds_t(descriptors.size()), 1000);
            for (std::size_t i = 0; i < waiting.size() && leader == old; ++i) {
                if (i != old && isReadable(waiting[i].get()) && heardOfRelease(waiting[i].get())
                    && run(waiting[i].get(), capture(lock, int(i), round)))
                    leader = i;
            }
            if (since(start) > 5000)
                return {};
        }
        times.push_back(since(start));
    }
    run(waiting[leader].get(), std::string("DELETE FROM leader_lease WHERE id = ") + lock);
    return times;
}

std::vector<double> BareLibpq::starts(const QString &dsn, int rounds)
{
    std::vector<double> times;
    for (int round = 1; round <= rounds; ++round) {
        const auto start = Clock::now();
        const Connection connection = connectTo(dsn);
        const std::string id = std::to_string(100'000 + round);
        if (!run(connection.get(), capture(id.c_str(), 0, round)))
            return {};
        times.push_back(since(start));
    }
    return times;
}

} // namespace Elector
