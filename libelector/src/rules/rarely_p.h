// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/bootclock.h>

#include <memory>
#include <optional>
#include <utility>

namespace Elector {

/// A value that is as it was made most of the time, and then takes no more room than a pointer.
template <typename Value> class Rarely
{
public:
    const Value &operator*() const
    {
        static const Value usual{};
        return m_value ? *m_value : usual;
    }
    const Value *operator->() const { return &**this; }
    Rarely &operator=(Value value)
    {
        if (value == Value{})
            m_value.reset();
        else
            m_value = std::make_unique<Value>(std::move(value));
        return *this;
    }
    void reset() { m_value.reset(); }

private:
    std::unique_ptr<Value> m_value;
};

/// A moment or none, in the room of a moment.
class MaybeTime
{
public:
    using Time = BootClock::time_point;

    MaybeTime() = default;
    MaybeTime(Time time) // NOLINT(google-explicit-constructor): as std::optional
        : m_time(time)
    {
    }
    MaybeTime(const std::optional<Time> &time) // NOLINT(google-explicit-constructor)
        : m_time(time.value_or(None))
    {
    }
    explicit operator bool() const { return m_time != None; }
    operator std::optional<Time>() const // NOLINT(google-explicit-constructor)
    {
        return *this ? std::optional(m_time) : std::nullopt;
    }
    Time &operator*() { return m_time; }
    Time operator*() const { return m_time; }
    void reset() { m_time = None; }
    friend bool operator==(const MaybeTime &, const MaybeTime &) = default;

private:
    static constexpr Time None = Time::max();
    Time m_time = None;
};

} // namespace Elector
