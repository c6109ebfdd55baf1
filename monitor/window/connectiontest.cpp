// SPDX-License-Identifier: MIT
#include "connectiontest.h"

#include "displaytext.h"
#include "safetls.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace Elector {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Elector::ConnectionTest)
};

QString rights(const ServerInfo &server)
{
    if (server.standby)
        return Words::tr("Only reading: this is a standby.");
    if (server.mayRelease && server.mayOrder)
        return Words::tr("The role may release, pause, hand over and name locks.");
    if (server.mayRelease)
        return Words::tr("The role may release locks.");
    return Words::tr("The role may only read.");
}

QString level(const ServerInfo &server, const QString &schema, int locks)
{
    const QString known = Words::tr("%n lock(s)", nullptr, locks);
    if (server.level == SchemaLevel::Full)
        return Words::tr("Schema %1: full level, %2.").arg(schema, known);
    return Words::tr("Schema %1: plain level, without names and history, %2.").arg(schema, known);
}

} // namespace

ConnectionTest::ConnectionTest(QObject *parent)
    : QObject(parent)
{
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::start(const ConnectionParameters &parameters, const QString &schema)
{
    ConnectionParameters named = parameters;
    if (named.value(QStringLiteral("application_name")).isEmpty())
        named.set(QStringLiteral("application_name"), QStringLiteral("elector-monitor test"));
    m_observer = std::make_unique<LeaseObserver>(named, schema);
    // Queued, because the observer goes when the answer has come.
    const int attempt = ++m_attempt;
    connect(
        m_observer.get(), &LeaseObserver::snapshotTaken, this, [this, attempt] { finish(attempt, {}); },
        Qt::QueuedConnection);
    connect(
        m_observer.get(), &LeaseObserver::errorOccurred, this,
        [this, attempt](const ElectorError &error) { finish(attempt, error); }, Qt::QueuedConnection);
    m_observer->start();
}

void ConnectionTest::cancel()
{
    m_observer.reset();
}

void ConnectionTest::finish(int attempt, const ElectorError &error)
{
    if (!m_observer || attempt != m_attempt)
        return; // of one that was given up
    const ConnectionReport report{error, m_observer->server(), int(m_observer->leases().size())};
    m_observer.reset();
    Q_EMIT finished(report);
}

bool isAboutPassword(const ElectorError &error)
{
    return error.code == ErrorCode::Authentication && !error.text.contains(QLatin1StringView("pg_hba.conf"))
        && !error.text.contains(QLatin1StringView("does not exist"));
}

QString reportText(const ConnectionReport &report, const ConnectionParameters &parameters, const QString &schema)
{
    const ServerInfo &server = report.server;
    QStringList lines;
    if (server.version > 0) {
        lines << Words::tr("PostgreSQL %1.%2, %3, role %4.")
                     .arg(server.version / 10000)
                     .arg(server.version % 10000)
                     .arg(server.standby ? Words::tr("standby") : Words::tr("primary"),
                          isolated(displayText(server.user, 60)));
        lines << (server.encrypted ? Words::tr("The connection is encrypted (TLS).")
                                   : Words::tr("The connection is not encrypted."));
    }
    if (!report.error) {
        lines << level(server, schema, report.locks) << rights(server);
        return lines.join(QLatin1Char('\n'));
    }
    lines << displayText(report.error.text, 600);
    const bool isAboutCertificates = report.error.text.contains(QLatin1StringView("certificate"));
    const QString missing = missingRootCertificate(parameters, LibpqEnvironment::current());
    lines << (isAboutCertificates && !missing.isEmpty() ? missing : displayText(report.error.remedy, 400));
    return lines.join(QLatin1Char('\n'));
}

} // namespace Elector
