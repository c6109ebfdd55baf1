// SPDX-License-Identifier: MIT
#pragma once

#include "libpqenvironment.h"

#include <Elector/connectionparameters.h>

#include <QtCore/QString>

namespace Elector {

/// Which sslmode a connection gets, and who decides it.
struct TlsChoice
{
    enum Source {
        Given, ///< the profile or address
        FromService,
        FromEnvironment, ///< PGSSLMODE
        RemoteDefault, ///< nobody says, and another machine is meant: verify-full
        LocalDefault, ///< nobody says, and it is this machine: libpq's own default
    };
    QString mode; ///< empty for LocalDefault
    Source source = LocalDefault;
    QString host; ///< for RemoteDefault: the first host that is not this machine; empty if it is not known
};

/// True for what cannot leave this machine: a socket's directory, localhost, 127.0.0.0/8, ::1, or nothing.
bool isLocalHost(const QString &host);

/// Looks at the parameters, then the service file, then the environment, as libpq does. Reads files.
TlsChoice tlsChoice(const ConnectionParameters &parameters, const LibpqEnvironment &environment);

/// `parameters` with sslmode=verify-full where nobody chose an sslmode and any host is another machine: libpq's own
/// default would accept every certificate, and no encryption at all.
ConnectionParameters withSafeTls(const ConnectionParameters &parameters, const LibpqEnvironment &environment);
/// The reverse, for a form: without an sslmode that withSafeTls() would set again.
ConnectionParameters withoutDefaultTls(const ConnectionParameters &parameters, const LibpqEnvironment &environment);

/// For people: what applies, and why.
QString tlsSentence(const TlsChoice &choice);
/// What an sslmode means; an empty one is the automatic choice.
QString tlsModeSentence(const QString &mode);
/// What is to be done if certificates are to be verified and there is no root certificate; otherwise empty.
QString missingRootCertificate(const ConnectionParameters &parameters, const LibpqEnvironment &environment);
/// What is to be done about a failure to connect that is about TLS, by libpq's words; empty if it is about anything
/// else.
QString tlsRemedy(const QString &failure, const ConnectionParameters &parameters, const LibpqEnvironment &environment);

/// Where Debian and its relatives keep the certificate authorities that the machine trusts.
QString systemCertificates();

} // namespace Elector
