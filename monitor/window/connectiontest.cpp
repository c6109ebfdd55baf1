// SPDX-License-Identifier: MIT
#include "connectiontest.h"

#include "displaytext.h"
#include "tlstext.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <iterator>
#include <utility>

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

QString sentence(const ConnectionReport::Found &found)
{
    const QString known = Words::tr("%n lock(s)", nullptr, found.locks);
    const QString schema = isolated(displayText(found.schema, 63));
    const QString level = found.server.level == SchemaLevel::Full
        ? Words::tr("Schema %1: full level, %2.").arg(schema, known)
        : Words::tr("Schema %1: plain level, without names and history, %2.").arg(schema, known);
    return level + QLatin1Char(' ') + rights(found.server);
}

} // namespace

ConnectionTest::ConnectionTest(QObject *parent)
    : QObject(parent)
{
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::start(const ConnectionParameters &parameters, const QStringList &schemas)
{
    m_parameters = parameters;
    if (m_parameters.value(QStringLiteral("application_name")).isEmpty())
        m_parameters.set(QStringLiteral("application_name"), QStringLiteral("elector-monitor test"));
    m_schemas = schemas;
    m_report = {};
    next();
}

void ConnectionTest::next()
{
    m_schema = m_schemas.takeFirst();
    m_observer = std::make_unique<LeaseObserver>(m_parameters, m_schema);
    const int attempt = ++m_attempt;
    // Queued, because the observer goes when the answer has come.
    connect(
        m_observer.get(), &LeaseObserver::snapshotTaken, this, [this, attempt] { take(attempt, {}); },
        Qt::QueuedConnection);
    connect(
        m_observer.get(), &LeaseObserver::errorOccurred, this,
        [this, attempt](const ElectorError &error) { take(attempt, error); }, Qt::QueuedConnection);
    m_observer->start();
}

void ConnectionTest::cancel()
{
    m_observer.reset();
    m_parameters = {};
}

void ConnectionTest::take(int attempt, const ElectorError &error)
{
    if (!m_observer || attempt != m_attempt)
        return; // of one that was given up
    m_report.error = error;
    if (!error)
        m_report.schemas.append({m_schema, m_observer->server(), int(m_observer->leases().size())});
    m_observer.reset();
    if (!error && !m_schemas.isEmpty()) {
        next();
        return;
    }
    const ConnectionReport report = std::exchange(m_report, {});
    m_parameters = {};
    Q_EMIT finished(report);
}

bool isPastLogin(const ElectorError &error)
{
    switch (error.code) {
    case ErrorCode::None:
    case ErrorCode::TableMissing:
    case ErrorCode::TableForeign:
    case ErrorCode::TableUnlogged:
    case ErrorCode::PrivilegeMissing:
    case ErrorCode::ReadOnlyServer:
    case ErrorCode::UnsafeServer:
        return true;
    default:
        return false;
    }
}

bool isAboutPassword(const ElectorError &error)
{
    if (error.code != ErrorCode::Authentication)
        return false;
    static const char *const others[] = {"pg_hba.conf", "does not exist", "Peer", "Ident", "ertificate"};
    return std::none_of(std::begin(others), std::end(others),
                        [&](const char *other) { return error.text.contains(QLatin1StringView(other)); });
}

QString reportText(const ConnectionReport &report, const ConnectionParameters &parameters)
{
    QStringList lines;
    if (!report.schemas.isEmpty()) {
        const ServerInfo &server = report.schemas.constFirst().server;
        lines << Words::tr("PostgreSQL %1.%2, %3, role %4; %5.")
                     .arg(server.version / 10000)
                     .arg(server.version % 10000)
                     .arg(server.standby ? Words::tr("standby") : Words::tr("primary"),
                          isolated(displayText(server.user, 60)),
                          server.encrypted ? Words::tr("encrypted (TLS)") : Words::tr("not encrypted"));
    } else if (isPastLogin(report.error)) {
        lines << Words::tr("The server was reached, and accepts the login.");
    }
    for (const ConnectionReport::Found &found : report.schemas)
        lines << sentence(found);
    if (!report.error)
        return lines.join(QLatin1Char('\n'));
    lines << displayText(report.error.text, 600);
    const QString remedy = tlsFailureSentence(report.error.text, parameters, LibpqEnvironment::current());
    lines << (remedy.isEmpty() ? displayText(report.error.remedy, 400) : remedy);
    return lines.join(QLatin1Char('\n'));
}

} // namespace Elector
