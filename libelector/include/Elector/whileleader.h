// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/leaderelector.h>

#include <QtCore/QPointer>

#include <optional>
#include <type_traits>
#include <utility>

namespace Elector {

/// Wraps `functor` so that it runs only on the leader, under a hold: the lock is not given up before it returns.
///
/// The result is called like `functor`, in the thread that may call it, and returns whether it ran (`bool`), or what it
/// returned (`std::optional`, empty if this node does not lead). It does nothing once the elector is gone.
///
///     connect(&timer, &QTimer::timeout, this, Elector::whileLeader(&elector, [this] { sendMail(); }));
template <typename Functor> auto whileLeader(LeaderElector *elector, Functor functor)
{
    return [elector = QPointer<LeaderElector>(elector), functor = std::move(functor)](auto &&...arguments) mutable {
        using Result = std::invoke_result_t<Functor &, decltype(arguments)...>;
        const LeaderHold hold = elector ? elector->hold() : LeaderHold();
        if constexpr (std::is_void_v<Result>) {
            if (hold)
                functor(std::forward<decltype(arguments)>(arguments)...);
            return static_cast<bool>(hold);
        } else {
            return hold ? std::optional<Result>(functor(std::forward<decltype(arguments)>(arguments)...))
                        : std::nullopt;
        }
    };
}

} // namespace Elector
