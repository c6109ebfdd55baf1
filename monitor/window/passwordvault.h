// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

#include <functional>
#include <memory>

namespace Elector {

/// A place where passwords are safe. Answers come later, from the event loop of the calling thread, and none comes when
/// `context` is gone by then. An answer may take as long as the user needs to unlock the keyring.
class PasswordVault
{
public:
    enum class Status {
        Done,
        NotFound, ///< there is no such entry
        NoBackend, ///< no keyring on this machine, or in this session: normal on servers
        Denied, ///< the user or the system said no
        Failed, ///< anything else, see the text
    };
    struct Answer
    {
        Status status = Status::Failed;
        QString password; ///< of read(), if Done
        QString text; ///< what the keyring said; may be empty; never a password
    };
    using Receiver = std::function<void(const Answer &)>;

    virtual ~PasswordVault() = default;
    virtual void read(const QString &key, QObject *context, Receiver receiver) = 0;
    virtual void write(const QString &key, const QString &password, QObject *context, Receiver receiver) = 0;
    /// An entry that is not there is NotFound, which is as good as Done.
    virtual void remove(const QString &key, QObject *context, Receiver receiver) = 0;
};

/// The system's keyring through QtKeychain; built without that it always answers NoBackend. Never falls back to a file.
std::unique_ptr<PasswordVault> systemVault();

/// For people: why there is no password from the keyring, and what happens instead; empty for Done and NotFound.
QString vaultSentence(const PasswordVault::Answer &answer);

} // namespace Elector
