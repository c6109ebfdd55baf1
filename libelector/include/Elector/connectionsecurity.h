// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/connectionparameters.h>
#include <Elector/elector_export.h>
#include <Elector/libpqenvironment.h>

#include <QtCore/QString>

namespace Elector {

/// Which sslmode a connection gets, and who decides it. A value, any thread.
struct TlsChoice
{
    /// Who decides it.
    enum Source {
        Given, ///< the parameters
        FromService, ///< the service file
        FromEnvironment, ///< PGSSLMODE
        RemoteDefault, ///< nobody says, and another machine is meant: verify-full
        LocalDefault, ///< nobody says, and it is this machine: libpq's own default
    };
    QString mode; ///< empty for LocalDefault
    Source source = LocalDefault; ///< who decides it
    QString host; ///< for RemoteDefault: the first host that is not this machine; empty if it is not known
};

/// True for what cannot leave this machine: a socket's directory, localhost, 127.0.0.0/8, ::1, or nothing. Any thread.
ELECTOR_EXPORT bool isLocalHost(const QString &host);

/// Looks at the parameters, then the service file, then the environment, as libpq does. A host is another machine if
/// its name is, or its address (`hostaddr`): where a tunnel ends on this machine, the name says who is meant, and is
/// what is verified. Of several hosts one is enough. Reads files; any thread.
ELECTOR_EXPORT TlsChoice tlsChoice(const ConnectionParameters &parameters,
                                   const LibpqEnvironment &environment = LibpqEnvironment::current());

/// `parameters` with sslmode=verify-full where nobody chose an sslmode and any host is another machine: libpq's own
/// default would accept every certificate, and no encryption at all. All connections of this library are made like
/// that. Reads files; any thread.
ELECTOR_EXPORT ConnectionParameters withSafeTls(const ConnectionParameters &parameters,
                                                const LibpqEnvironment &environment = LibpqEnvironment::current());

/// How a connection is protected on its way, as it stands. A value, any thread.
struct ConnectionProtection
{
    /// What is known of who answers.
    enum Verification {
        Nothing, ///< nothing: anybody on the way may
        Authority, ///< a server whose certificate is signed by a CA that is trusted (verify-ca)
        Host, ///< the host that was named (verify-full, or Kerberos)
    };
    bool leavesMachine = false; ///< name or address of the server are another machine's
    QString host; ///< the server, by the name that is used; a path for a socket
    QString protocol; ///< such as `TLSv1.3`, or `GSSAPI`; empty: not encrypted
    QString mode; ///< the sslmode that applied
    Verification verified = Nothing; ///< who answers
};

/// The file that the server's certificate is to be verified by and that does not exist; empty if nothing is verified or
/// nothing is missing. Reads files; any thread.
ELECTOR_EXPORT QString missingRootCertificate(const ConnectionParameters &parameters,
                                              const LibpqEnvironment &environment = LibpqEnvironment::current());
/// The file of revoked certificates (`sslcrl`) that is named and holds none; libpq passes over it in silence, and
/// accepts all. Empty if none is named, or it is one. Reads files; any thread.
ELECTOR_EXPORT QString uselessRevocationList(const ConnectionParameters &parameters,
                                             const LibpqEnvironment &environment = LibpqEnvironment::current());

/// Where this machine keeps the certificate authorities that it trusts: the first known place that exists, otherwise
/// that of Debian. Any thread.
ELECTOR_EXPORT QString systemCertificates();
/// What to give as `sslrootcert` for those: `system` from libpq 16 on, before that systemCertificates(). Any thread.
ELECTOR_EXPORT QString systemRootCertificate(const LibpqEnvironment &environment = LibpqEnvironment::current());

/// What a failure to connect has to do with TLS. A value, any thread.
struct TlsFailure
{
    /// What it is.
    enum Kind {
        None, ///< something else
        OtherName, ///< the certificate is for another name
        NoName, ///< an address alone cannot be verified
        NotOffered, ///< the server has no TLS
        NoRootCertificate, ///< there is nothing to verify the certificate by
        NotVerified, ///< no CA that is trusted signed it, or it has expired or been revoked; libpq does not say which
        ClientCertificate, ///< the server wants a certificate of ours, or another one
        NoChannelBinding, ///< channel_binding=require, and the server or the connection cannot do it
    };
    Kind kind = None; ///< what it is
    QString said; ///< the line in which libpq says so
};

/// Understands libpq's words, which may be about several hosts; in other languages than English it understands less.
/// Any thread.
ELECTOR_EXPORT TlsFailure tlsFailure(const QString &said);
/// What is to be done about `failure`, in English; empty if it has nothing to do with TLS. Reads files; any thread.
ELECTOR_EXPORT QString tlsRemedy(const TlsFailure &failure, const ConnectionParameters &parameters,
                                 const LibpqEnvironment &environment = LibpqEnvironment::current());

} // namespace Elector
