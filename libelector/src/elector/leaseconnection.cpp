// SPDX-License-Identifier: MIT
#include "Elector/leaseconnection.h"

#include "elector/sessionoptions_p.h"
#include "session/session_p.h"

namespace Elector {

LeaseConnection::LeaseConnection(const ElectorConfig &config)
    : m_session(std::make_shared<Session>(sessionOptions(config)))
{
}

ConnectionParameters LeaseConnection::connection() const
{
    return m_session->options().connection;
}

QString LeaseConnection::schema() const
{
    return m_session->options().schema;
}

} // namespace Elector
