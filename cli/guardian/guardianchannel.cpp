// SPDX-License-Identifier: MIT
#include "guardianchannel.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace Elector {

namespace {

// Well below a socket's usual send buffer of 208 KiB, so that a packet of this size is never refused for its size.
constexpr std::size_t packetSize = 32 * 1024;

FileDescriptor memoryFile(const std::string &content)
{
    FileDescriptor file(::memfd_create("elector-guardian", MFD_CLOEXEC));
    std::size_t written = 0;
    while (file && written < content.size()) {
        const ssize_t n = ::pwrite(file.get(), content.data() + written, content.size() - written, off_t(written));
        if (n > 0)
            written += std::size_t(n);
        else if (n == 0 || errno != EINTR)
            file.reset();
    }
    return file;
}

bool readAll(int fd, std::string &content)
{
    struct stat status
    {
    };
    if (::fstat(fd, &status) != 0 || status.st_size < 0 || std::size_t(status.st_size) > GuardianProtocol::maximumSize)
        return false;
    content.resize(std::size_t(status.st_size));
    std::size_t have = 0;
    while (have < content.size()) {
        const ssize_t n = ::pread(fd, content.data() + have, content.size() - have, off_t(have));
        if (n > 0)
            have += std::size_t(n);
        else if (n == 0 || errno != EINTR)
            return false;
    }
    return true;
}

void wipe(std::string &secret)
{
    ::explicit_bzero(secret.data(), secret.size());
}

FileDescriptor passedDescriptor(msghdr &header)
{
    FileDescriptor passed;
    for (cmsghdr *part = CMSG_FIRSTHDR(&header); part; part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level == SOL_SOCKET && part->cmsg_type == SCM_RIGHTS) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(part), sizeof fd);
            passed = FileDescriptor(fd);
        }
    }
    return passed;
}

} // namespace

GuardianChannel::GuardianChannel(FileDescriptor socket)
    : m_socket(std::move(socket))
{
}

bool GuardianChannel::send(const GuardianProtocol::Message &message)
{
    std::string packet = GuardianProtocol::encode(message);
    if (packet.empty() || !m_socket)
        return false;

    FileDescriptor file;
    msghdr header{};
    iovec part{packet.data(), packet.size()};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    if (packet.size() > packetSize) {
        file = memoryFile(packet);
        if (!file)
            return false;
        part.iov_len = 1; // a packet of no bytes would read like the end of the connection
        header.msg_control = control;
        header.msg_controllen = sizeof control;
        cmsghdr *rights = CMSG_FIRSTHDR(&header);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(sizeof(int));
        const int fd = file.get();
        std::memcpy(CMSG_DATA(rights), &fd, sizeof fd);
    }
    ssize_t sent = -1;
    do
        sent = ::sendmsg(m_socket.get(), &header, MSG_NOSIGNAL | MSG_DONTWAIT);
    while (sent < 0 && errno == EINTR);
    wipe(packet);
    return sent >= 0;
}

GuardianChannel::Result GuardianChannel::receive(GuardianProtocol::Message &message)
{
    if (!m_socket)
        return Result::Closed;
    std::string packet(packetSize, '\0');
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    iovec part{packet.data(), packet.size()};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control;
    header.msg_controllen = sizeof control;
    ssize_t size = -1;
    do
        size = ::recvmsg(m_socket.get(), &header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    while (size < 0 && errno == EINTR);
    if (size < 0)
        return errno == EAGAIN || errno == EWOULDBLOCK ? Result::Nothing : Result::Closed;
    if (size == 0)
        return Result::Closed;
    packet.resize(std::size_t(size));

    const FileDescriptor file = passedDescriptor(header);
    if ((header.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) || (file && !readAll(file.get(), packet))) {
        m_error = "a message was cut short";
        return Result::Malformed;
    }
    auto decoded = GuardianProtocol::decode(packet, &m_error);
    wipe(packet);
    if (!decoded)
        return Result::Malformed;
    message = std::move(*decoded);
    return Result::Message;
}

} // namespace Elector
