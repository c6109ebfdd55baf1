// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

#include <memory>
#include <optional>

namespace Elector {

class RunHealth;

/// Answers over HTTP how `elector run` is: /healthz, /readyz, /leader, /metrics. In a thread of its own, so that it
/// tells of a program that hangs, too.
class HealthServer
{
public:
    struct Address
    {
        QString host; ///< numeric
        quint16 port = 0; ///< 0: any that is free
        bool everywhere = false; ///< on every address of this machine, of both kinds
    };
    /// `8080`, `:8080`, `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080`, `*:8080` (all interfaces). Without an address
    /// it is 127.0.0.1.
    static std::optional<Address> parse(const QString &text);

    /// `health` must outlive this.
    explicit HealthServer(const RunHealth &health);
    ~HealthServer();

    /// Returns what is wrong, or an empty text.
    QString listen(const Address &address);
    quint16 port() const; ///< once it listens

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Elector
