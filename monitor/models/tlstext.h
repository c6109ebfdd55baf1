// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/connectionsecurity.h>

#include <QtCore/QString>

namespace Elector {

/// For a form, the reverse of withSafeTls(): without an sslmode that it would set again.
ConnectionParameters withoutDefaultTls(const ConnectionParameters &parameters, const LibpqEnvironment &environment);

/// For people: what applies, and why.
QString tlsSentence(const TlsChoice &choice);
/// What an sslmode means; an empty one is the automatic choice.
QString tlsModeSentence(const QString &mode);
/// What is to be done if certificates are to be verified and there is no root certificate; otherwise empty.
QString rootCertificateSentence(const ConnectionParameters &parameters, const LibpqEnvironment &environment);
/// What is to be done about a failure to connect that is about TLS, by libpq's words; empty if it is about anything
/// else.
QString tlsFailureSentence(const QString &failure, const ConnectionParameters &parameters,
                           const LibpqEnvironment &environment);

} // namespace Elector
