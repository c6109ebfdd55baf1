// SPDX-License-Identifier: MIT
#include "session/session_p.h"

#include "session/sessionworker_p.h"

namespace Elector {

Session::Session(const SessionOptions &options)
    : m_worker(std::make_shared<Worker>(options))
{
    m_worker->start(m_worker);
}

Session::~Session()
{
    using namespace std::chrono_literals;
    shutDown(std::chrono::steady_clock::now() + 300ms);
}

const SessionOptions &Session::options() const
{
    return m_worker->options();
}

void Session::attach(const std::shared_ptr<SessionClient> &client)
{
    m_worker->attach(client);
}

void Session::detach(const SessionClient *client)
{
    m_worker->detach(client);
}

int Session::takeovers() const
{
    return m_worker->takeovers();
}

void Session::submit(const std::shared_ptr<SessionClient> &client, quint64 tag, const Request &request, int takeovers)
{
    m_worker->submit({client, tag, request, takeovers});
}

void Session::run(Task task)
{
    m_worker->run(std::move(task));
}

void Session::shutDown(std::chrono::steady_clock::time_point deadline)
{
    m_worker->shutDown(deadline);
}

} // namespace Elector
