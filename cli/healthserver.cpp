// SPDX-License-Identifier: MIT
#include "healthserver.h"

#include "runhealth.h"

#include <QtCore/QRegularExpression>

#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>

#ifdef ELECTOR_WITH_HTTP
#include <microhttpd.h>
#endif

namespace Elector {

std::optional<HealthServer::Address> HealthServer::parse(const QString &text)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        QStringLiteral("(?:(?:(?<host>[^:\\[\\]]*)|\\[(?<six>[^\\]]*)\\]):)?(?<port>[0-9]{1,5})")));
    const auto match = form.match(text);
    const uint port = match.captured(QStringLiteral("port")).toUInt();
    if (!match.hasMatch() || port > 65535)
        return std::nullopt;
    Address address{match.captured(QStringLiteral("six")), quint16(port)};
    if (address.host.isEmpty())
        address.host = match.captured(QStringLiteral("host"));
    if (address.host.isEmpty() || address.host == QLatin1String("localhost"))
        address.host = QStringLiteral("127.0.0.1");
    if (address.host == QLatin1String("*")) {
        address.host = QStringLiteral("::");
        address.everywhere = true;
    }
    in6_addr binary{};
    const QByteArray host = address.host.toLatin1();
    if (::inet_pton(AF_INET, host, &binary) != 1 && ::inet_pton(AF_INET6, host, &binary) != 1)
        return std::nullopt;
    return address;
}

#ifdef ELECTOR_WITH_HTTP

struct HealthServer::Private
{
    const RunHealth &health;
    MHD_Daemon *daemon = nullptr;

    struct Answer
    {
        unsigned status = MHD_HTTP_OK;
        QByteArray body;
        const char *type = "text/plain; charset=utf-8";
    };
    Answer answerTo(const char *path) const
    {
        if (std::strcmp(path, "/healthz") == 0) {
            const QString complaint = health.complaint();
            return complaint.isEmpty() ? Answer{MHD_HTTP_OK, "ok\n"}
                                       : Answer{MHD_HTTP_SERVICE_UNAVAILABLE, complaint.toUtf8() + '\n'};
        }
        if (std::strcmp(path, "/readyz") == 0)
            return {health.isReady() ? MHD_HTTP_OK : unsigned(MHD_HTTP_SERVICE_UNAVAILABLE),
                    health.summary().toUtf8() + '\n'};
        if (std::strcmp(path, "/leader") == 0)
            return {MHD_HTTP_OK, health.leaderJson(), "application/json"};
        if (std::strcmp(path, "/metrics") == 0)
            return {MHD_HTTP_OK, health.metrics(), "text/plain; version=0.0.4; charset=utf-8"};
        return {MHD_HTTP_NOT_FOUND, "There are /healthz, /readyz, /leader and /metrics.\n"};
    }
    static MHD_Result handle(void *self, MHD_Connection *connection, const char *path, const char *method, const char *,
                             const char *, size_t *, void **)
    {
        const bool asks = std::strcmp(method, "GET") == 0 || std::strcmp(method, "HEAD") == 0;
        const Answer answer = asks ? static_cast<const Private *>(self)->answerTo(path)
                                   : Answer{MHD_HTTP_METHOD_NOT_ALLOWED, "Only GET and HEAD.\n"};
        MHD_Response *response = MHD_create_response_from_buffer(
            std::size_t(answer.body.size()), const_cast<char *>(answer.body.constData()), MHD_RESPMEM_MUST_COPY);
        MHD_add_response_header(response, "Content-Type", answer.type);
        MHD_add_response_header(response, "Cache-Control", "no-store");
        if (!asks)
            MHD_add_response_header(response, "Allow", "GET, HEAD");
        const MHD_Result result = MHD_queue_response(connection, answer.status, response);
        MHD_destroy_response(response);
        return result;
    }
};

HealthServer::HealthServer(const RunHealth &health)
    : d(new Private{health})
{
}

HealthServer::~HealthServer()
{
    if (d->daemon)
        MHD_stop_daemon(d->daemon);
}

QString HealthServer::listen(const Address &address)
{
    sockaddr_in four{};
    sockaddr_in6 six{};
    const QByteArray host = address.host.toLatin1();
    const bool isFour = ::inet_pton(AF_INET, host, &four.sin_addr) == 1;
    if (!isFour)
        ::inet_pton(AF_INET6, host, &six.sin6_addr);
    four.sin_family = AF_INET;
    four.sin_port = htons(address.port);
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(address.port);
    // Few connections, little memory, short patience: nobody out there holds us up.
    const auto start = [this](unsigned family, void *where) {
        errno = 0;
        d->daemon = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | family, 0, nullptr, nullptr, &Private::handle,
                                     d.get(), MHD_OPTION_SOCK_ADDR, where, MHD_OPTION_CONNECTION_LIMIT, 32u,
                                     MHD_OPTION_CONNECTION_TIMEOUT, 5u, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                                     size_t(16 * 1024), MHD_OPTION_END);
        return d->daemon != nullptr;
    };
    bool listens = false;
    if (address.everywhere) {
        four.sin_addr.s_addr = htonl(INADDR_ANY);
        // Where the kernel has no IPv6, what is left is everywhere.
        listens = start(MHD_USE_DUAL_STACK, &six) || (errno == EAFNOSUPPORT && start(0, &four));
    } else {
        listens = isFour ? start(0, &four) : start(MHD_USE_IPv6, &six);
    }
    if (listens)
        return {};
    return QStringLiteral("--health cannot listen on port %1 of %2: %3. Choose another address or port.")
        .arg(address.port)
        .arg(address.everywhere ? QStringLiteral("all addresses") : address.host,
             QString::fromLocal8Bit(std::strerror(errno)));
}

quint16 HealthServer::port() const
{
    const auto *info = d->daemon ? MHD_get_daemon_info(d->daemon, MHD_DAEMON_INFO_BIND_PORT) : nullptr;
    return info ? info->port : 0;
}

#else

struct HealthServer::Private
{
};

HealthServer::HealthServer(const RunHealth &) { }

HealthServer::~HealthServer() = default;

QString HealthServer::listen(const Address &)
{
    return QStringLiteral("This elector was built without libmicrohttpd, which --health needs.");
}

quint16 HealthServer::port() const
{
    return 0;
}

#endif

} // namespace Elector
