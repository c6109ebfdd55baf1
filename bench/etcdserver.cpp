// SPDX-License-Identifier: MIT
#include "etcdserver.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QStandardPaths>
#include <QtCore/QThread>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <sys/prctl.h>

namespace Elector {

using namespace Qt::StringLiterals;

namespace {

/// On loopback, with a port that nobody used a moment ago.
QString freeAddress()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::bind(probe, reinterpret_cast<sockaddr *>(&address), size);
    ::getsockname(probe, reinterpret_cast<sockaddr *>(&address), &size);
    ::close(probe);
    return u"http://127.0.0.1:%1"_s.arg(::ntohs(address.sin_port));
}

} // namespace

EtcdServer::~EtcdServer()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool EtcdServer::start()
{
    const QString program = QStandardPaths::findExecutable(u"etcd"_s);
    if (program.isEmpty() || QStandardPaths::findExecutable(u"etcdctl"_s).isEmpty())
        return false;
    m_endpoint = freeAddress();
    const QString peers = freeAddress();
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); }); // if this program is killed, too
    m_process.start(program,
                    {u"--data-dir"_s, m_data.path(), u"--listen-client-urls"_s, m_endpoint,
                     u"--advertise-client-urls"_s, m_endpoint, u"--listen-peer-urls"_s, peers,
                     u"--initial-advertise-peer-urls"_s, peers, u"--initial-cluster"_s, u"default="_s + peers});
    QElapsedTimer since;
    since.start();
    while (m_process.state() != QProcess::NotRunning && since.elapsed() < 20'000) {
        QProcess ask;
        ask.setProcessEnvironment(environment());
        ask.start(u"etcdctl"_s, {u"endpoint"_s, u"health"_s});
        if (ask.waitForFinished() && ask.exitCode() == 0)
            return true;
        QThread::msleep(100);
        m_process.waitForFinished(0);
    }
    return false;
}

QProcessEnvironment EtcdServer::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ETCDCTL_API"_s, u"3"_s);
    environment.insert(u"ETCDCTL_ENDPOINTS"_s, m_endpoint);
    return environment;
}

} // namespace Elector
