// SPDX-License-Identifier: MIT
#include "tlstext.h"

#include "displaytext.h"

#include <QtCore/QCoreApplication>

namespace Elector {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Elector::SafeTls)
};

} // namespace

ConnectionParameters withoutDefaultTls(const ConnectionParameters &parameters, const LibpqEnvironment &environment)
{
    ConnectionParameters bare = parameters;
    bare.set(QStringLiteral("sslmode"), {});
    return withSafeTls(bare, environment) == parameters ? bare : parameters;
}

QString tlsSentence(const TlsChoice &choice)
{
    switch (choice.source) {
    case TlsChoice::Given:
        return Words::tr("%1 applies, as chosen here.").arg(displayText(choice.mode, 40));
    case TlsChoice::FromService:
        return Words::tr("%1 applies: the service file says so.").arg(displayText(choice.mode, 40));
    case TlsChoice::FromEnvironment:
        return Words::tr("%1 applies: the variable PGSSLMODE says so.").arg(displayText(choice.mode, 40));
    case TlsChoice::RemoteDefault:
        if (choice.host.isEmpty())
            return Words::tr("%1 applies, because the server may be another machine.").arg(choice.mode);
        return Words::tr("%1 applies, because %2 is another machine.")
            .arg(choice.mode, isolated(displayText(choice.host, 60)));
    case TlsChoice::LocalDefault:
        break;
    }
    return Words::tr("libpq decides (prefer), because the server is on this machine.");
}

QString tlsModeSentence(const QString &mode)
{
    static const std::pair<const char *, const char *> sentences[] = {
        {"", QT_TRANSLATE_NOOP("Elector::SafeTls", "verify-full for another machine, libpq's choice for this one.")},
        {"disable", QT_TRANSLATE_NOOP("Elector::SafeTls", "Never encrypted: everybody on the way can read along.")},
        {"allow", QT_TRANSLATE_NOOP("Elector::SafeTls", "Encrypted only if the server insists on it.")},
        {"prefer", QT_TRANSLATE_NOOP("Elector::SafeTls", "Encrypted if the server can; nobody notices if not.")},
        {"require", QT_TRANSLATE_NOOP("Elector::SafeTls", "Always encrypted, but it may be another server.")},
        {"verify-ca",
         QT_TRANSLATE_NOOP("Elector::SafeTls", "Encrypted, and the certificate is signed by a CA that you trust.")},
        {"verify-full",
         QT_TRANSLATE_NOOP("Elector::SafeTls",
                           "Encrypted, and the certificate is signed by a CA that you trust and names this host.")},
    };
    for (const auto &[name, sentence] : sentences) {
        if (mode == QLatin1StringView(name))
            return Words::tr(sentence);
    }
    return {};
}

QString rootCertificateSentence(const ConnectionParameters &parameters, const LibpqEnvironment &environment)
{
    const QString file = missingRootCertificate(parameters, environment);
    if (file.isEmpty())
        return {};
    const QString missing
        = Words::tr("There is no root certificate “%1”, so that no server's certificate can be verified.")
              .arg(displayText(file, 120));
    const QString trusted = systemRootCertificate(environment);
    const QString remedy = trusted == QLatin1StringView("system")
        ? Words::tr("Choose the file of the server's CA, or write “system” for those that this machine trusts.")
        : Words::tr("Choose the file of the server's CA, or %1 for those that this machine trusts.").arg(trusted);
    return missing + QLatin1Char(' ') + remedy;
}

QString tlsFailureSentence(const QString &failure, const ConnectionParameters &parameters,
                           const LibpqEnvironment &environment)
{
    switch (tlsFailure(failure).kind) {
    case TlsFailure::OtherName:
        return Words::tr("The server's certificate is for another name: connect by a name that stands in it, or make "
                         "sure that it is the server that you mean.");
    case TlsFailure::NoName:
        return Words::tr("Give the host by its name as well: an address alone cannot be verified.");
    case TlsFailure::NotOffered:
        return Words::tr("Switch TLS on at the server, or choose a lower encryption if nobody can listen on the way.");
    case TlsFailure::NoRootCertificate:
        return rootCertificateSentence(parameters, environment);
    case TlsFailure::NotVerified:
        return Words::tr("The server's certificate has expired, has been revoked, or is not signed by a CA in the root "
                         "certificate: choose the file of the CA that signed it, or make sure that it is the server "
                         "that you mean.");
    case TlsFailure::ClientCertificate:
        return Words::tr("The server wants a certificate of yours: choose one that names the user, from a CA that the "
                         "server trusts, and its key.");
    case TlsFailure::NoChannelBinding:
    case TlsFailure::None:
        break;
    }
    return {};
}

} // namespace Elector
