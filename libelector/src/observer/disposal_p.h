// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

namespace Elector {

/// Frees things in a thread of its own, so that the last to let go of something large does not wait for it. Any thread.
namespace Disposal {

void dispose(std::shared_ptr<const void> thing);

/// A shared pointer whose last owner disposes of the object rather than deletes it.
template <typename T> std::shared_ptr<T> shared(std::unique_ptr<T> object)
{
    return std::shared_ptr<T>(object.release(), [](const T *last) { dispose(std::shared_ptr<const T>(last)); });
}

} // namespace Disposal
} // namespace Elector
