// SPDX-License-Identifier: MIT
#pragma once

#include "sql/servercheck_p.h"

#include <QtCore/QByteArray>

#include <chrono>

namespace Elector {

/// Through a pooler that lends a session for one transaction at a time nothing is ours but a transaction.
namespace LentSession {

/// Who answers, and what sessions of our role are set to there.
struct Contact
{
    int backend = 0;
    bool inRecovery = false;
    qint64 startedAt = 0; ///< of the server, by its clock
    QString fsync;
    QString synchronousCommit;
    std::chrono::milliseconds idleInTransactionTimeout{};
    std::chrono::milliseconds deadlockTimeout{};
};

/// One round trip, after each open() and before all else, in place of ServerCheck::configureSession(): every later
/// statement brings its settings along, and finds out by itself whether it is on the server that has answered here.
ElectorError prepare(SqlConnection &connection, const SessionSettings &settings, Contact *contact);

/// What goes before each statement that is for the server of `contact` only.
QByteArray forServer(const SessionSettings &settings, const Contact &contact);

/// Settings for a transaction that may write, on whatever primary answers.
QByteArray anyServer();

} // namespace LentSession

} // namespace Elector
