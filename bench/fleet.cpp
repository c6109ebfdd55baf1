// SPDX-License-Identifier: MIT
#include "fleet.h"

#include <Elector/schema.h>

#include <chrono>

namespace Elector {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Past the triggers: they cost whoever writes, and the monitor, which is measured here, reads the same rows. One
// transaction, so nobody ever sees the table without them.
QString pastTriggers(const QString &statements)
{
    return u"BEGIN; ALTER TABLE leader_lease DISABLE TRIGGER USER; "_s + statements
        + u"; DO $$ DECLARE t text; BEGIN FOR t IN SELECT tgname FROM pg_trigger WHERE tgrelid = "
          u"'leader_lease'::regclass "
          "AND NOT tgisinternal LOOP EXECUTE format('ALTER TABLE leader_lease ENABLE ALWAYS TRIGGER %I', t); END LOOP; "
          "END $$; COMMIT"_s;
}

QString renewal(const QString &which)
{
    return pastTriggers(
        u"UPDATE leader_lease SET expires_at = clock_timestamp() + interval '30 s', renewals = renewals + 1 "
        "WHERE "_s
        + which);
}

} // namespace

Fleet::~Fleet()
{
    stopRenewing();
}

bool Fleet::start(int leases)
{
    PostgresServer::Options options;
    options.conf = {u"shared_buffers=256MB"_s, u"max_wal_size=2GB"_s};
    if (!m_server.start(options)) {
        m_error = m_server.errorString();
        return false;
    }
    m_database = m_server.createDatabase();
    const SqlResult installed
        = m_server.exec(Schema::installSql(u"public"_s, SchemaLevel::Full, m_server.majorVersion()), m_database);
    const SqlResult filled = m_server.exec(
        pastTriggers(
            u"INSERT INTO leader_lease_lock (id, name, term) SELECT i, "
            u"(ARRAY['tenant','import','report','mail','index'])[i "
            "% 5 + 1] || '-' || i, i FROM generate_series(1, %1) i; "
            "INSERT INTO leader_lease (id, leader_id, expires_at, created_at, term, lease_ms, renewals) SELECT i, "
            "'worker-' || lpad((i::bigint * 37 % 500)::text, 3, '0') || '.eu-west#' || substr(md5(i::text), 1, 8) || "
            "'.1', "
            "clock_timestamp() + interval '1 ms' * (20000 + i % 10000), clock_timestamp() - interval '1 s' * (i % "
            "100000), "
            "i, 30000, i % 5000 FROM generate_series(1, %1) i"_s.arg(leases)),
        m_database);
    m_error = installed.error + filled.error;
    return installed && filled && m_server.exec(u"VACUUM ANALYZE"_s, m_database);
}

void Fleet::startRenewing()
{
    m_stop = false;
    m_thread = std::thread([this] { renewForEver(); });
}

void Fleet::stopRenewing()
{
    m_stop = true;
    if (m_thread.joinable())
        m_thread.join();
}

void Fleet::renewForEver()
{
    TestConnection connection(m_server.socketDir(), m_server.port(), m_database);
    auto next = std::chrono::steady_clock::now();
    for (int round = 0; !m_stop; ++round) {
        connection.exec(renewal(u"id % 3 = %1"_s.arg(round % 3)));
        ++m_rounds;
        next = std::max(next + 1s, std::chrono::steady_clock::now());
        while (!m_stop && std::chrono::steady_clock::now() < next)
            std::this_thread::sleep_for(20ms);
    }
}

void Fleet::renew(int leases)
{
    m_server.exec(renewal(u"id <= %1"_s.arg(leases)), m_database);
}

} // namespace Elector
