// SPDX-License-Identifier: MIT
#include "guardianprotocol.h"

#include <array>
#include <cstring>
#include <type_traits>
#include <utility>

namespace Elector::GuardianProtocol {

namespace {

constexpr std::array<char, 2> magic{'E', 'G'};
constexpr std::size_t headerSize = magic.size() + 2;

// One list of fields for each message serves writing and reading alike, so that the two cannot drift apart.
template <typename Archive> void fields(Archive &a, Prepare &m)
{
    a(m.arguments), a(m.environment), a(m.workingDirectory), a(m.processGroup), a(m.connectionInfo), a(m.releaseSql),
        a(m.releaseKey), a(m.releasePreamble);
}
template <typename Archive> void fields(Archive &a, Start &m)
{
    a(m.lockId), a(m.leaderId), a(m.term), a(m.deadline), a(m.grace), a(m.killMargin), a(m.environment);
    a(m.stopSignal), a(m.giveUp);
}
template <typename Archive> void fields(Archive &a, NewDeadline &m)
{
    a(m.deadline);
}
template <typename Archive> void fields(Archive &a, NewRelease &m)
{
    a(m.sql), a(m.key);
}
template <typename Archive> void fields(Archive &, Stop &) { }
template <typename Archive> void fields(Archive &a, SendSignal &m)
{
    a(m.number);
}
template <typename Archive> void fields(Archive &, Release &) { }
template <typename Archive> void fields(Archive &, Quit &) { }
template <typename Archive> void fields(Archive &, Ready &) { }
template <typename Archive> void fields(Archive &a, Started &m)
{
    a(m.pid);
}
template <typename Archive> void fields(Archive &a, Failed &m)
{
    a(m.error), a(m.text);
}
template <typename Archive> void fields(Archive &a, Exited &m)
{
    a(m.waitStatus);
}
template <typename Archive> void fields(Archive &a, Gone &m)
{
    a(m.waitStatus), a(m.cause);
}
template <typename Archive> void fields(Archive &a, Released &m)
{
    a(m.released), a(m.error);
}
template <typename Archive> void fields(Archive &a, Stuck &m)
{
    a(m.pid), a(m.text);
}

class Writer
{
public:
    explicit Writer(std::string &out)
        : m_out(out)
    {
    }

    void operator()(std::int32_t value) { raw(value); }
    void operator()(std::int64_t value) { raw(value); }
    void operator()(bool value) { raw(static_cast<std::uint8_t>(value ? 1 : 0)); }
    void operator()(Cause value) { raw(static_cast<std::uint8_t>(value)); }
    void operator()(std::chrono::nanoseconds value) { raw(static_cast<std::int64_t>(value.count())); }
    void operator()(BootClock::time_point value) { (*this)(value.time_since_epoch()); }
    void operator()(const std::string &value)
    {
        raw(static_cast<std::uint32_t>(value.size()));
        m_out.append(value);
    }
    void operator()(const std::vector<std::string> &values)
    {
        raw(static_cast<std::uint32_t>(values.size()));
        for (const std::string &value : values)
            (*this)(value);
    }
    void operator()(const std::optional<std::int64_t> &value)
    {
        (*this)(value.has_value());
        (*this)(value.value_or(0));
    }

private:
    template <typename T> void raw(T value)
    {
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        m_out.append(bytes, sizeof value);
    }

    std::string &m_out;
};

class Reader
{
public:
    explicit Reader(std::string_view in)
        : m_in(in)
    {
    }

    const char *problem() const { return m_problem; }
    void refuse(const char *problem)
    {
        if (!m_problem)
            m_problem = problem;
    }
    void finish()
    {
        if (!m_in.empty())
            refuse("bytes after the last field");
    }

    void operator()(std::int32_t &value) { raw(value); }
    void operator()(std::int64_t &value) { raw(value); }
    void operator()(bool &value)
    {
        std::uint8_t byte = 0;
        raw(byte);
        if (byte > 1)
            refuse("a flag that is neither 0 nor 1");
        value = byte == 1;
    }
    void operator()(Cause &value)
    {
        std::uint8_t byte = 0;
        raw(byte);
        if (byte > static_cast<std::uint8_t>(Cause::NotRun))
            refuse("an unknown cause");
        else
            value = static_cast<Cause>(byte);
    }
    void operator()(std::chrono::nanoseconds &value)
    {
        std::int64_t count = 0;
        raw(count);
        // Kept far from the ends of the range, so that sums of a few of them cannot overflow.
        if (count < 0 || count > INT64_MAX / 8)
            refuse("a time out of range");
        else
            value = std::chrono::nanoseconds(count);
    }
    void operator()(BootClock::time_point &value)
    {
        std::chrono::nanoseconds sinceBoot{};
        (*this)(sinceBoot);
        value = BootClock::time_point(sinceBoot);
    }
    void operator()(std::string &value)
    {
        std::uint32_t size = 0;
        raw(size);
        if (m_problem || size > m_in.size())
            return refuse("cut short");
        if (m_in.substr(0, size).find('\0') != std::string_view::npos)
            return refuse("a NUL inside a string");
        value.assign(m_in.substr(0, size));
        m_in.remove_prefix(size);
    }
    void operator()(std::vector<std::string> &values)
    {
        std::uint32_t count = 0;
        raw(count);
        if (m_problem || count > m_in.size() / sizeof(std::uint32_t))
            return refuse("cut short");
        values.resize(count);
        for (std::string &value : values)
            (*this)(value);
    }
    void operator()(std::optional<std::int64_t> &value)
    {
        bool known = false;
        std::int64_t number = 0;
        (*this)(known);
        (*this)(number);
        value = known ? std::optional(number) : std::nullopt;
    }

private:
    template <typename T> void raw(T &value)
    {
        if (m_problem || m_in.size() < sizeof value)
            return refuse("cut short");
        std::memcpy(&value, m_in.data(), sizeof value);
        m_in.remove_prefix(sizeof value);
    }

    std::string_view m_in;
    const char *m_problem = nullptr;
};

bool isSignal(std::int32_t number)
{
    return number > 0 && number <= 64;
}

const char *brokenRule(const Message &message)
{
    if (const auto *prepare = std::get_if<Prepare>(&message)) {
        if (prepare->arguments.empty() || prepare->arguments.front().empty())
            return "no command";
        if (prepare->processGroup < 0)
            return "a negative process group";
    } else if (const auto *start = std::get_if<Start>(&message)) {
        if (start->leaderId.empty())
            return "no leader id";
        if (!isSignal(start->stopSignal))
            return "an unknown stop signal";
    } else if (const auto *signal = std::get_if<SendSignal>(&message)) {
        if (!isSignal(signal->number))
            return "an unknown signal";
    }
    return nullptr;
}

template <std::size_t index = 0> Message emptyMessage(std::size_t type)
{
    if constexpr (index + 1 < std::variant_size_v<Message>) {
        if (type != index)
            return emptyMessage<index + 1>(type);
    }
    return Message(std::in_place_index<index>);
}

} // namespace

std::string encode(const Message &message)
{
    std::string packet(magic.data(), magic.size());
    packet.push_back(static_cast<char>(version));
    packet.push_back(static_cast<char>(message.index()));
    Writer writer(packet);
    Message copy = message;
    std::visit([&writer](auto &m) { fields(writer, m); }, copy);
    return decode(packet) ? packet : std::string();
}

std::optional<Message> decode(std::string_view packet, std::string *error)
{
    const auto refuse = [error](const char *why) {
        if (error)
            *error = std::string("not a message of the guardian's protocol: ") + why;
        return std::nullopt;
    };
    if (packet.size() < headerSize)
        return refuse("cut short");
    if (packet.size() > maximumSize)
        return refuse("too long");
    if (packet[0] != magic[0] || packet[1] != magic[1])
        return refuse("it does not begin with EG");
    if (static_cast<std::uint8_t>(packet[2]) != version)
        return refuse("another version; elector and elector-guardian must come from one build");
    const auto type = static_cast<std::uint8_t>(packet[3]);
    if (type >= std::variant_size_v<Message>)
        return refuse("an unknown type");

    Message message = emptyMessage(type);
    Reader reader(packet.substr(headerSize));
    std::visit([&reader](auto &m) { fields(reader, m); }, message);
    reader.finish();
    if (!reader.problem() && brokenRule(message))
        reader.refuse(brokenRule(message));
    if (reader.problem())
        return refuse(reader.problem());
    return message;
}

} // namespace Elector::GuardianProtocol
