// SPDX-License-Identifier: MIT
#include "electionroom.h"

#include <Elector/schema.h>

namespace Elector {

using namespace Qt::StringLiterals;

bool ElectionRoom::start(int maxConnections)
{
    PostgresServer::Options options;
    options.conf = {u"max_connections=%1"_s.arg(maxConnections), u"fsync=on"_s};
    if (m_server.start(options))
        return true;
    m_error = m_server.errorString();
    return false;
}

bool ElectionRoom::newDatabase()
{
    m_database = m_server.createDatabase();
    const SqlResult result = exec(Schema::installSql(u"public"_s, SchemaLevel::Full, 15));
    m_error = result.error;
    return !m_database.isEmpty() && result.ok;
}

ElectorConfig ElectionRoom::config(const QString &instanceId, std::chrono::milliseconds lease) const
{
    ElectorConfig config;
    config.setConnection(ConnectionParameters::fromString(dsn()));
    config.setInstanceId(instanceId);
    config.setLeaseDuration(lease);
    return config;
}

bool waitUntil(const std::function<bool()> &done, std::chrono::milliseconds limit)
{
    QEventLoop loop;
    QTimer poll;
    if (done) {
        QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
            if (done())
                loop.exit(0);
        });
        poll.start(std::chrono::milliseconds(5));
    }
    QTimer::singleShot(limit, &loop, [&] { loop.exit(1); });
    return (done && done()) || loop.exec() == 0;
}

} // namespace Elector
