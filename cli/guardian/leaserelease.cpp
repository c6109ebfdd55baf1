// SPDX-License-Identifier: MIT
#include "leaserelease.h"

#include <Elector/bootclock.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include <dlfcn.h>
#include <libpq-fe.h>
#include <poll.h>

namespace Elector {

namespace {

/// The functions of libpq that are used here.
struct LibPq
{
    decltype(&PQconnectStartParams) connectStartParams = nullptr;
    decltype(&PQconnectPoll) connectPoll = nullptr;
    decltype(&PQstatus) status = nullptr;
    decltype(&PQsocket) socket = nullptr;
    decltype(&PQfinish) finish = nullptr;
    decltype(&PQerrorMessage) errorMessage = nullptr;
    decltype(&PQsetnonblocking) setnonblocking = nullptr;
    decltype(&PQsetNoticeProcessor) setNoticeProcessor = nullptr;
    decltype(&PQsendQuery) sendQuery = nullptr;
    decltype(&PQsendQueryParams) sendQueryParams = nullptr;
    decltype(&PQflush) flush = nullptr;
    decltype(&PQconsumeInput) consumeInput = nullptr;
    decltype(&PQisBusy) isBusy = nullptr;
    decltype(&PQgetResult) getResult = nullptr;
    decltype(&PQresultStatus) resultStatus = nullptr;
    decltype(&PQresultErrorMessage) resultErrorMessage = nullptr;
    decltype(&PQcmdTuples) cmdTuples = nullptr;
    decltype(&PQclear) clear = nullptr;
    std::string problem; ///< why it cannot be used, or empty

    LibPq()
    {
        // Never closed: the libraries below libpq do not like to be unloaded.
        void *library = ::dlopen("libpq.so.5", RTLD_LAZY | RTLD_LOCAL);
        if (!library) {
            problem = ::dlerror();
            return;
        }
        const auto find = [this, library](auto &function, const char *name) {
            function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(::dlsym(library, name));
            if (!function)
                problem = std::string("libpq has no ") + name;
        };
        find(connectStartParams, "PQconnectStartParams");
        find(connectPoll, "PQconnectPoll");
        find(status, "PQstatus");
        find(socket, "PQsocket");
        find(finish, "PQfinish");
        find(errorMessage, "PQerrorMessage");
        find(setnonblocking, "PQsetnonblocking");
        find(setNoticeProcessor, "PQsetNoticeProcessor");
        find(sendQuery, "PQsendQuery");
        find(sendQueryParams, "PQsendQueryParams");
        find(flush, "PQflush");
        find(consumeInput, "PQconsumeInput");
        find(isBusy, "PQisBusy");
        find(getResult, "PQgetResult");
        find(resultStatus, "PQresultStatus");
        find(resultErrorMessage, "PQresultErrorMessage");
        find(cmdTuples, "PQcmdTuples");
        find(clear, "PQclear");
    }
};

const LibPq &libPq()
{
    static const LibPq pq;
    return pq;
}

/// The name as a literal of digits: it means nothing else, whatever a session is set to.
std::string literal(const std::string &leaderId)
{
    static const char digits[] = "0123456789abcdef";
    std::string hex;
    for (const char character : leaderId) {
        const auto byte = static_cast<unsigned char>(character);
        hex += {digits[byte >> 4], digits[byte & 15]};
    }
    return "pg_catalog.convert_from(pg_catalog.decode('" + hex + "', 'hex'), 'UTF8')";
}

/// The release as one simple query, with its values written into it.
std::string wholeRelease(const LeaseRelease &lease)
{
    const std::array<std::string, 4> values{'\'' + std::to_string(lease.lockId) + '\'', literal(lease.leaderId),
                                            lease.term ? '\'' + std::to_string(*lease.term) + '\'' : "NULL",
                                            literal(lease.key)};
    std::string whole = lease.preamble;
    for (std::size_t at = 0; at < lease.sql.size(); ++at) {
        const bool isPlace
            = lease.sql[at] == '$' && at + 1 < lease.sql.size() && lease.sql[at + 1] >= '1' && lease.sql[at + 1] <= '4';
        if (isPlace)
            whole += values[std::size_t(lease.sql[++at] - '1')];
        else
            whole += lease.sql[at];
    }
    return whole;
}

/// One connection, one statement, within a time.
class Attempt
{
public:
    Attempt(const LibPq &pq, BootClock::time_point until)
        : m_pq(pq)
        , m_until(until)
    {
    }
    Attempt(const Attempt &) = delete;
    Attempt &operator=(const Attempt &) = delete;
    ~Attempt()
    {
        if (m_connection)
            m_pq.finish(m_connection);
    }

    LeaseRelease::Outcome run(const LeaseRelease &lease)
    {
        if (!connect(lease.connectionInfo) || !send(lease) || !flush())
            return failure();
        LeaseRelease::Outcome outcome;
        while (PGresult *raw = nextResult()) {
            const std::unique_ptr<PGresult, decltype(m_pq.clear)> result(raw, m_pq.clear);
            const ExecStatusType status = m_pq.resultStatus(result.get());
            if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
                outcome.error = m_pq.resultErrorMessage(result.get());
            else
                outcome.released = std::strcmp(m_pq.cmdTuples(result.get()), "0") > 0;
        }
        if (!m_complete)
            return failure();
        outcome.released = outcome.released && outcome.error.empty();
        return outcome;
    }

private:
    bool connect(const std::string &connectionInfo)
    {
        // libpq takes a whole connection string, of either form, in the place of a database's name.
        const std::array<const char *, 3> names{"dbname", "fallback_application_name", nullptr};
        const std::array<const char *, 3> values{connectionInfo.c_str(), "elector-guardian", nullptr};
        m_connection = m_pq.connectStartParams(names.data(), values.data(), 1);
        if (!m_connection || m_pq.status(m_connection) == CONNECTION_BAD)
            return false;
        m_pq.setNoticeProcessor(
            m_connection, [](void *, const char *) {}, nullptr);
        for (PostgresPollingStatusType wait = PGRES_POLLING_WRITING; wait != PGRES_POLLING_OK;
             wait = m_pq.connectPoll(m_connection)) {
            if (wait == PGRES_POLLING_FAILED || !ready(wait == PGRES_POLLING_READING ? POLLIN : POLLOUT))
                return false;
        }
        return m_pq.setnonblocking(m_connection, 1) == 0;
    }

    bool send(const LeaseRelease &lease)
    {
        if (!lease.preamble.empty())
            return m_pq.sendQuery(m_connection, wholeRelease(lease).c_str()) == 1;
        const std::string id = std::to_string(lease.lockId);
        const std::string term = lease.term ? std::to_string(*lease.term) : std::string();
        const std::array<const char *, 4> values{id.c_str(), lease.leaderId.c_str(),
                                                 lease.term ? term.c_str() : nullptr, lease.key.c_str()};
        const int count = lease.key.empty() ? 3 : 4;
        return m_pq.sendQueryParams(m_connection, lease.sql.c_str(), count, nullptr, values.data(), nullptr, nullptr, 0)
            == 1;
    }

    bool flush()
    {
        for (;;) {
            const int rest = m_pq.flush(m_connection);
            if (rest <= 0)
                return rest == 0;
            if (!ready(POLLIN | POLLOUT) || !m_pq.consumeInput(m_connection))
                return false;
        }
    }

    PGresult *nextResult()
    {
        while (m_pq.isBusy(m_connection)) {
            if (!ready(POLLIN) || !m_pq.consumeInput(m_connection))
                return nullptr;
        }
        PGresult *result = m_pq.getResult(m_connection);
        m_complete = result == nullptr;
        return result;
    }

    bool ready(int events)
    {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_until - BootClock::now());
        pollfd wait{m_pq.socket(m_connection), static_cast<short>(events), 0};
        const int result = left.count() > 0 ? ::poll(&wait, 1, int(left.count())) : 0;
        m_timedOut = result == 0;
        return result > 0 || (result < 0 && errno == EINTR);
    }

    LeaseRelease::Outcome failure() const
    {
        if (m_timedOut)
            return {false, "the server did not answer in time"};
        return {false, m_connection ? m_pq.errorMessage(m_connection) : "out of memory"};
    }

    const LibPq &m_pq;
    BootClock::time_point m_until;
    PGconn *m_connection = nullptr;
    bool m_complete = false;
    bool m_timedOut = false;
};

} // namespace

void LeaseRelease::preload()
{
    libPq();
}

LeaseRelease::Outcome LeaseRelease::giveUp(std::chrono::milliseconds limit)
{
    const BootClock::time_point until = BootClock::now() + limit;
    const LibPq &pq = libPq();
    Outcome outcome;
    outcome.error = sql.empty() ? "no statement for it was given" : pq.problem;
    if (outcome.error.empty()) {
        constexpr std::chrono::milliseconds pause{50};
        do {
            outcome = Attempt(pq, until).run(*this);
            if (!outcome.error.empty())
                ::poll(nullptr, 0, int(pause.count()));
        } while (!outcome.error.empty() && BootClock::now() < until);
    }
    while (!outcome.error.empty() && outcome.error.back() == '\n')
        outcome.error.pop_back();
    ::explicit_bzero(connectionInfo.data(), connectionInfo.size());
    ::explicit_bzero(key.data(), key.size());
    return outcome;
}

} // namespace Elector
