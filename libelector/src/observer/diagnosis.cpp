// SPDX-License-Identifier: MIT
#include "Elector/diagnosis.h"

#include "observer/leaseobserver_p.h"
#include "sql/sqlconnection_p.h"

#include <Elector/schema.h>

#include <future>

namespace Elector {

namespace {

constexpr std::chrono::seconds AttemptTimeout{5};

SessionOptions looking(const ElectorConfig &config)
{
    SessionOptions options;
    options.purpose = SessionOptions::Observe;
    options.connection = config.connection();
    options.schema = config.schema();
    options.applicationName = QStringLiteral("elector-doctor");
    options.attemptTimeout = AttemptTimeout;
    options.createTable = false;
    return options;
}

/// In the session's thread.
Diagnosis examine(const Session::Access &access, const ElectorConfig &config)
{
    Diagnosis diagnosis;
    // Once more, for now the session knows the catalogues, and its time is a round trip's.
    const BootClock::time_point before = BootClock::now();
    const ServerCheck::Result again = ServerCheck::collect(access.connection, config.schema());
    const auto roundTrip = std::chrono::duration_cast<std::chrono::microseconds>(BootClock::now() - before);
    if (again.outcome != Outcome::Answered) {
        diagnosis.errors.append(again.error);
        return diagnosis;
    }
    diagnosis.reached = true;
    diagnosis.server = serverInfo(again.facts, config.connection());
    diagnosis.server.encrypted = access.connection.isEncrypted();
    diagnosis.server.notifies = access.facts.notifies;
    diagnosis.server.latency = roundTrip;
    for (const ElectorError &error : ServerCheck::errors(again.facts, config.createTableOnInit()))
        diagnosis.errors.append(error);
    for (const ElectorError &warning : ServerCheck::warnings(again.facts))
        diagnosis.warnings.append(warning);
    for (const ElectorError &warning : access.facts.warnings)
        diagnosis.warnings.append(warning);
    return diagnosis;
}

} // namespace

Diagnosis diagnose(const ElectorConfig &config)
{
    Diagnosis diagnosis;
    bool mayConnect = config.connection().problems().isEmpty() && Schema::isValidName(config.schema());
    const QList<ElectorError> problems = config.problems();
    if (mayConnect) {
        const auto found = std::make_shared<std::promise<Diagnosis>>();
        auto answer = found->get_future();
        Session session(looking(config));
        session.run([found, config](const Session::Access *access, const ElectorError &error) {
            Diagnosis unreached;
            unreached.errors.append(error);
            found->set_value(access ? examine(*access, config) : unreached);
        });
        diagnosis = answer.get();
    }
    diagnosis.errors += problems;
    diagnosis.warnings += config.warnings();
    return diagnosis;
}

} // namespace Elector
