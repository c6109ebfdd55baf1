// SPDX-License-Identifier: MIT
#include "Elector/diagnosis.h"

#include "observer/leaseobserver_p.h"
#include "sql/sqlconnection_p.h"
#include "sql/sqltext_p.h"

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

/// Why somebody on the way could read along, or answer in the server's place.
QList<ElectorError> unprotected(const ConnectionProtection &protection, const ConnectionParameters &connection)
{
    QList<ElectorError> warnings;
    if (const QString list = uselessRevocationList(connection); !list.isEmpty()) {
        warnings.append(
            {ErrorCode::Configuration,
             QStringLiteral("sslcrl names \"%1\", which holds no list that can be read: libpq passes over it, "
                            "and accepts certificates that are revoked.")
                 .arg(list),
             QStringLiteral("Name the file of the CA's list (PEM), or leave sslcrl out."),
             {}});
    }
    if (!protection.leavesMachine || protection.verified == ConnectionProtection::Host)
        return warnings;
    QString what = QStringLiteral("is encrypted, but not verified: anybody on the way can answer in its place");
    if (protection.protocol.isEmpty())
        what = QStringLiteral("is not encrypted: anybody on the way can read along, and answer in its place");
    else if (protection.verified == ConnectionProtection::Authority)
        what = QStringLiteral("is not verified by name: any server with a certificate of the same CA can answer in its "
                              "place");
    warnings.append(
        {ErrorCode::Configuration,
         QStringLiteral("The connection to %1 %2 (sslmode=%3).").arg(protection.host, what, protection.mode),
         QStringLiteral("Set sslmode=verify-full, and sslrootcert to the file of the CA that signed the "
                        "server's certificate, or to %1 for those that this machine trusts.")
             .arg(systemRootCertificate()),
         {}});
    return warnings;
}

/// Roles keep order, but whoever may create objects in the schema can stand in the way of ours.
QList<ElectorError> openToAll(SqlConnection &connection, const QString &schema)
{
    const Execution execution
        = connection.executeOnce(SqlText::statement(QStringLiteral("public_create"), schema, SchemaLevel::Full));
    if (execution.outcome != Outcome::Answered || execution.count() != 1 || !execution.row(0).flag(0))
        return {};
    return {{ErrorCode::UnsafeServer,
             QStringLiteral("Everybody may create objects in schema %1, and so put a function or a table in the way of "
                            "those of leader election.")
                 .arg(schema),
             QStringLiteral("Run REVOKE CREATE ON SCHEMA %1 FROM PUBLIC.").arg(schema),
             {}}};
}

/// Somebody has locked the whole table, or waits for that: everybody waits behind him.
QList<ElectorError> blocked(SqlConnection &connection, const ServerFacts &facts)
{
    if ((facts.level != SchemaLevel::Plain && facts.level != SchemaLevel::Full) || !facts.maySelect)
        return {};
    const Execution execution
        = connection.executeOnce(QStringLiteral("SELECT 1 FROM \"%1\".leader_lease LIMIT 1").arg(facts.schema));
    if (execution.outcome == Outcome::Answered)
        return {};
    return {{ErrorCode::Database,
             QStringLiteral("leader_lease in schema %1 cannot be read at present: %2")
                 .arg(facts.schema, execution.error.text),
             QStringLiteral("\"elector candidates --lock N\" tells who has locked it."), execution.error.sqlState}};
}

/// In the session's thread.
Diagnosis examine(const Session::Access &access, const ElectorConfig &config)
{
    Diagnosis diagnosis;
    // Once more, for now the session knows the catalogues, and its time is a round trip's.
    const BootClock::time_point before = BootClock::now();
    ServerCheck::Result again = ServerCheck::collect(access.connection, config.schema());
    const auto roundTrip = std::chrono::duration_cast<std::chrono::microseconds>(BootClock::now() - before);
    if (again.outcome != Outcome::Answered) {
        diagnosis.errors.append(again.error);
        return diagnosis;
    }
    if (access.connection.sendsWhole()) // with settings of ours, and not the role's
        again.facts.synchronousCommit = access.facts.server.synchronousCommit;
    diagnosis.reached = true;
    diagnosis.server = serverInfo(again.facts, config.connection());
    diagnosis.server.encrypted = access.connection.isEncrypted();
    diagnosis.pooled = access.facts.pooled;
    diagnosis.protection = access.connection.protection();
    diagnosis.server.notifies = access.facts.notifies;
    diagnosis.server.latency = roundTrip;
    for (const ElectorError &error : ServerCheck::errors(again.facts, config.createTableOnInit()))
        diagnosis.errors.append(error);
    for (const ElectorError &warning : ServerCheck::warnings(again.facts))
        diagnosis.warnings.append(warning);
    for (const ElectorError &warning : access.facts.warnings)
        diagnosis.warnings.append(warning);
    diagnosis.warnings += blocked(access.connection, again.facts);
    diagnosis.warnings += openToAll(access.connection, config.schema());
    diagnosis.warnings += unprotected(diagnosis.protection, config.connection());
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
