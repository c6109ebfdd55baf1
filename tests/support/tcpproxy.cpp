// SPDX-License-Identifier: MIT
#include "tcpproxy.h"

#include "proxyconnection_p.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <functional>
#include <mutex>
#include <thread>

namespace Elector {

namespace {

struct Address
{
    sockaddr_storage storage{};
    socklen_t size = 0;

    const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&storage); }
    sockaddr *get() { return reinterpret_cast<sockaddr *>(&storage); }
};

bool makeTcpAddress(const QByteArray &host, quint16 port, Address &address)
{
    sockaddr_in in{};
    in.sin_family = AF_INET;
    in.sin_port = htons(port);
    if (::inet_pton(AF_INET, host.constData(), &in.sin_addr) != 1)
        return false;
    std::memcpy(&address.storage, &in, sizeof in);
    address.size = sizeof in;
    return true;
}

bool makeUnixAddress(const QByteArray &path, Address &address)
{
    sockaddr_un un{};
    un.sun_family = AF_UNIX;
    if (static_cast<size_t>(path.size()) >= sizeof un.sun_path)
        return false;
    std::memcpy(un.sun_path, path.constData(), static_cast<size_t>(path.size()) + 1);
    std::memcpy(&address.storage, &un, sizeof un);
    address.size = sizeof un;
    return true;
}

void enable(int fd, int level, int option)
{
    const int on = 1;
    ::setsockopt(fd, level, option, &on, sizeof on);
}

} // namespace

class TcpProxy::Private
{
public:
    bool start();
    void stop();
    /// Runs \a task in the proxy's thread and waits for it; without a thread, here.
    void run(const std::function<void()> &task);
    void loop();

    Address upstream;
    QString error;
    std::atomic<int> accepted = 0;
    std::atomic<int> open = 0;
    std::atomic<quint16> port = 0;

    // The proxy's thread alone:
    ProxySettings settings;
    std::vector<std::unique_ptr<ProxyConnection>> connections;
    bool listening = false;
    bool over = false;
    void listenAgain();
    void refuse();

private:
    bool bindListener(quint16 wanted);
    void acceptConnection();
    void runTasks();
    void pollOnce();

    int m_listener = -1;
    int m_wake = -1;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_done;
    const std::function<void()> *m_task = nullptr;
    bool m_changed = false;
};

bool TcpProxy::Private::bindListener(quint16 wanted)
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_listener < 0)
        return false;
    enable(m_listener, SOL_SOCKET, SO_REUSEADDR);
    Address here;
    makeTcpAddress("127.0.0.1", wanted, here);
    if (::bind(m_listener, here.get(), here.size) != 0)
        return false;
    here.size = sizeof here.storage;
    ::getsockname(m_listener, here.get(), &here.size);
    sockaddr_in bound{};
    std::memcpy(&bound, &here.storage, sizeof bound);
    port = ntohs(bound.sin_port);
    return true;
}

void TcpProxy::Private::listenAgain()
{
    if (!listening)
        listening = ::listen(m_listener, 64) == 0;
}

// A socket that is bound but does not listen refuses, and keeps the port ours.
void TcpProxy::Private::refuse()
{
    if (!listening)
        return;
    ::close(m_listener);
    listening = false;
    if (!bindListener(port))
        qFatal("TcpProxy: port %d was taken by somebody else", port.load());
}

bool TcpProxy::Private::start()
{
    stop();
    m_wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (m_wake < 0 || !bindListener(0)) {
        error = QString::fromLocal8Bit(std::strerror(errno));
        return false;
    }
    over = false;
    accepted = 0;
    settings.reset();
    listenAgain();
    m_thread = std::thread([this] { loop(); });
    return true;
}

void TcpProxy::Private::stop()
{
    if (m_thread.joinable()) {
        run([this] { over = true; });
        m_thread.join();
    }
    for (int *fd : {&m_listener, &m_wake}) {
        if (*fd >= 0)
            ::close(*fd);
        *fd = -1;
    }
    listening = false;
}

void TcpProxy::Private::run(const std::function<void()> &task)
{
    if (!m_thread.joinable()) {
        task();
        return;
    }
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [this] { return m_task == nullptr; });
    m_task = &task;
    ::eventfd_write(m_wake, 1);
    m_done.wait(lock, [this, &task] { return m_task != &task; });
}

void TcpProxy::Private::runTasks()
{
    eventfd_t count = 0;
    ::eventfd_read(m_wake, &count);
    const std::lock_guard lock(m_mutex);
    if (m_task == nullptr)
        return;
    (*m_task)();
    m_changed = true;
    m_task = nullptr;
    m_done.notify_all();
}

void TcpProxy::Private::loop()
{
    while (!over)
        pollOnce();
    connections.clear();
    open = 0;
}

void TcpProxy::Private::pollOnce()
{
    const auto now = ProxyClock::now();
    auto wakeUp = now + std::chrono::hours(1);
    std::vector<pollfd> polled{{m_wake, POLLIN, 0}, {listening ? m_listener : -1, POLLIN, 0}};
    for (const auto &connection : connections)
        connection->addTo(polled, now, wakeUp);
    // After a task every connection is looked at once more: it may have let go of something.
    const auto wait = m_changed ? 0 : std::chrono::ceil<std::chrono::milliseconds>(wakeUp - now).count();
    m_changed = false;
    if (::poll(polled.data(), polled.size(), static_cast<int>(wait)) < 0)
        return;
    for (size_t index = 0; index < connections.size(); ++index)
        connections[index]->serve(polled[2 + 2 * index], polled[3 + 2 * index], ProxyClock::now());
    std::erase_if(connections, [](const auto &connection) { return connection->isOver(); });
    if ((polled[1].revents & POLLIN) != 0)
        acceptConnection();
    open = static_cast<int>(connections.size());
    if (polled[0].revents != 0)
        runTasks();
}

void TcpProxy::Private::acceptConnection()
{
    const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (client < 0)
        return;
    ++accepted;
    enable(client, IPPROTO_TCP, TCP_NODELAY);
    // Blocking, for the server is on this machine; afterwards every call says MSG_DONTWAIT.
    const int server = ::socket(upstream.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool connected = server >= 0 && ::connect(server, upstream.get(), upstream.size) == 0;
    if (connected && upstream.storage.ss_family == AF_INET)
        enable(server, IPPROTO_TCP, TCP_NODELAY);
    auto connection = std::make_unique<ProxyConnection>(client, server, settings);
    if (connected)
        connections.push_back(std::move(connection));
}

TcpProxy::TcpProxy()
    : d(std::make_unique<Private>())
{
}

TcpProxy::~TcpProxy()
{
    d->stop();
}

bool TcpProxy::startForTcp(const QString &ipv4Address, quint16 port)
{
    if (makeTcpAddress(ipv4Address.toLatin1(), port, d->upstream))
        return d->start();
    d->error = QStringLiteral("not an IPv4 address: ") + ipv4Address;
    return false;
}

bool TcpProxy::startForSocket(const QString &unixSocketPath)
{
    if (makeUnixAddress(unixSocketPath.toLocal8Bit(), d->upstream))
        return d->start();
    d->error = QStringLiteral("the path is too long for a socket: ") + unixSocketPath;
    return false;
}

void TcpProxy::stop()
{
    d->stop();
}

QString TcpProxy::errorString() const
{
    return d->error;
}

quint16 TcpProxy::port() const
{
    return d->port;
}

void TcpProxy::setRequests(Flow flow)
{
    d->run([this, flow] {
        d->settings.requests = flow;
        if (flow == Flow::Forward) {
            for (const auto &connection : d->connections)
                connection->releaseTrappedRequest();
        }
    });
}

void TcpProxy::setReplies(Flow flow)
{
    d->run([this, flow] { d->settings.replies = flow; });
}

void TcpProxy::silence()
{
    d->run([this] { d->settings.requests = d->settings.replies = Flow::Hold; });
}

void TcpProxy::forward()
{
    d->run([this] {
        d->settings.requests = d->settings.replies = Flow::Forward;
        for (const auto &connection : d->connections)
            connection->releaseTrappedRequest();
        d->listenAgain();
    });
}

void TcpProxy::setDelay(std::chrono::milliseconds each)
{
    d->run([this, each] { d->settings.delay = each; });
}

void TcpProxy::setBytePause(std::chrono::milliseconds pause)
{
    d->run([this, pause] { d->settings.bytePause = pause; });
}

void TcpProxy::resetAll()
{
    d->run([this] {
        d->connections.clear();
        d->open = 0;
    });
}

void TcpProxy::halfCloseTowardsClients()
{
    d->run([this] {
        for (const auto &connection : d->connections)
            connection->halfCloseTowardsClient();
    });
}

void TcpProxy::halfCloseTowardsServer()
{
    d->run([this] {
        for (const auto &connection : d->connections)
            connection->halfCloseTowardsServer();
    });
}

void TcpProxy::refuse()
{
    d->run([this] { d->refuse(); });
}

void TcpProxy::setTrap(const QByteArray &needle, Trap trap)
{
    d->run([&] {
        d->settings.needle.assign(needle.constData(), static_cast<size_t>(needle.size()));
        d->settings.trap = trap;
    });
}

int TcpProxy::trapped() const
{
    return d->settings.trapped;
}

std::uint64_t TcpProxy::requestBytes() const
{
    return d->settings.requestBytes;
}

std::uint64_t TcpProxy::replyBytes() const
{
    return d->settings.replyBytes;
}

std::uint64_t TcpProxy::heldBytes() const
{
    return d->settings.heldBytes;
}

int TcpProxy::accepted() const
{
    return d->accepted;
}

int TcpProxy::open() const
{
    return d->open;
}

} // namespace Elector
