// SPDX-License-Identifier: MIT
#include "Elector/connectionsecurity.h"

#include <Elector/servicefile.h>

#include <QtCore/QFile>
#include <QtCore/QStringList>

#include <arpa/inet.h>

#include <algorithm>
#include <optional>

namespace Elector {

namespace {

// The first libpq that takes sslrootcert=system.
constexpr int firstWithSystem = 160000;

const QString &system()
{
    static const QString word = QStringLiteral("system");
    return word;
}

/// A setting as libpq finds it: given, of the service, of the environment.
class Settings
{
public:
    Settings(const ConnectionParameters &parameters, const LibpqEnvironment &environment)
        : m_parameters(parameters)
        , m_environment(environment)
    {
        QString service = parameters.value(QStringLiteral("service"));
        if (service.isEmpty())
            service = environment.variable("PGSERVICE");
        if (!service.isEmpty()) {
            const ServiceFile file(environment);
            if (const Service *found = file.find(service))
                m_service = *found;
        }
    }

    QString value(const char *keyword, const char *variable, TlsChoice::Source *source = nullptr) const
    {
        const QString word = QString::fromLatin1(keyword);
        const std::pair<TlsChoice::Source, QString> places[]
            = {{TlsChoice::Given, m_parameters.value(word)},
               {TlsChoice::FromService, m_service ? m_service->settings.value(word) : QString()},
               {TlsChoice::FromEnvironment, m_environment.variable(variable)}};
        for (const auto &[place, value] : places) {
            if (value.isEmpty())
                continue;
            if (source)
                *source = place;
            return value;
        }
        return {};
    }

    /// The first host that is another machine, by its name or else by its address; empty if there is none.
    QString remoteHost() const
    {
        const QStringList names = value("host", "PGHOST").split(QLatin1Char(','));
        const QStringList addresses = value("hostaddr", "PGHOSTADDR").split(QLatin1Char(','));
        for (qsizetype i = 0; i < std::max(names.size(), addresses.size()); ++i) {
            for (const QString &host : {names.value(i), addresses.value(i)}) {
                if (!isLocalHost(host))
                    return host;
            }
        }
        return {};
    }

    bool mayHaveMoreFromLdap() const { return m_service && m_service->isIncomplete; }

private:
    const ConnectionParameters &m_parameters;
    const LibpqEnvironment &m_environment;
    std::optional<Service> m_service;
};

} // namespace

bool isLocalHost(const QString &host)
{
    const QString name = host.trimmed();
    if (name.isEmpty() || name.startsWith(QLatin1Char('/')) || name.startsWith(QLatin1Char('@')))
        return true;
    if (name.compare(QLatin1StringView("localhost"), Qt::CaseInsensitive) == 0)
        return true;
    const QByteArray text = name.toLatin1();
    in_addr four = {};
    if (inet_pton(AF_INET, text.constData(), &four) == 1)
        return ntohl(four.s_addr) >> 24 == 127;
    in6_addr six = {};
    if (inet_pton(AF_INET6, text.constData(), &six) != 1)
        return false;
    return IN6_IS_ADDR_LOOPBACK(&six) || (IN6_IS_ADDR_V4MAPPED(&six) && six.s6_addr[12] == 127);
}

TlsChoice tlsChoice(const ConnectionParameters &parameters, const LibpqEnvironment &environment)
{
    const Settings settings(parameters, environment);
    TlsChoice choice;
    choice.mode = settings.value("sslmode", "PGSSLMODE", &choice.source);
    if (!choice.mode.isEmpty())
        return choice;
    const QString remote = settings.remoteHost();
    if (!remote.isEmpty() || settings.mayHaveMoreFromLdap())
        return {QStringLiteral("verify-full"), TlsChoice::RemoteDefault, remote};
    return {};
}

ConnectionParameters withSafeTls(const ConnectionParameters &parameters, const LibpqEnvironment &environment)
{
    ConnectionParameters safe = parameters;
    const TlsChoice choice = tlsChoice(parameters, environment);
    if (choice.source == TlsChoice::RemoteDefault)
        safe.set(QStringLiteral("sslmode"), choice.mode);
    return safe;
}

QString missingRootCertificate(const ConnectionParameters &parameters, const LibpqEnvironment &environment)
{
    if (!tlsChoice(parameters, environment).mode.startsWith(QLatin1StringView("verify-")))
        return {};
    const QString given = Settings(parameters, environment).value("sslrootcert", "PGSSLROOTCERT");
    if (given == system() && environment.libraryVersion >= firstWithSystem)
        return {};
    const QString file = given.isEmpty() ? environment.home + QStringLiteral("/.postgresql/root.crt") : given;
    return QFile::exists(file) ? QString() : file;
}

QString uselessRevocationList(const ConnectionParameters &parameters, const LibpqEnvironment &environment)
{
    const QString path = Settings(parameters, environment).value("sslcrl", "PGSSLCRL");
    QFile file(path);
    if (path.isEmpty() || (file.open(QIODevice::ReadOnly) && file.readAll().contains("-----BEGIN X509 CRL-----")))
        return {};
    return path;
}

QString systemCertificates()
{
    const QString debian = QStringLiteral("/etc/ssl/certs/ca-certificates.crt");
    const QString others[] = {QStringLiteral("/etc/pki/tls/certs/ca-bundle.crt"),
                              QStringLiteral("/etc/ssl/ca-bundle.pem"), QStringLiteral("/etc/ssl/cert.pem")};
    if (QFile::exists(debian))
        return debian;
    const auto found
        = std::find_if(std::begin(others), std::end(others), [](const QString &each) { return QFile::exists(each); });
    return found == std::end(others) ? debian : *found;
}

QString systemRootCertificate(const LibpqEnvironment &environment)
{
    return environment.libraryVersion >= firstWithSystem ? system() : systemCertificates();
}

TlsFailure tlsFailure(const QString &said)
{
    static const std::pair<const char *, TlsFailure::Kind> words[] = {
        {"does not match host name", TlsFailure::OtherName},
        {"host name must be specified", TlsFailure::NoName},
        {"server does not support SSL", TlsFailure::NotOffered},
        {"root certificate file", TlsFailure::NoRootCertificate},
        {"to locate root certificate", TlsFailure::NoRootCertificate},
        {"certificate verify failed", TlsFailure::NotVerified},
        {"channel binding", TlsFailure::NoChannelBinding},
        {"valid client certificate", TlsFailure::ClientCertificate},
        {"certificate authentication failed", TlsFailure::ClientCertificate},
        {"private key file", TlsFailure::ClientCertificate},
        {"alert unknown ca", TlsFailure::ClientCertificate},
        {"alert certificate", TlsFailure::ClientCertificate},
        {"alert bad certificate", TlsFailure::ClientCertificate},
    };
    const QStringList lines = said.split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        for (const auto &[word, kind] : words) {
            if (line.contains(QLatin1StringView(word)))
                return {kind, line.trimmed()};
        }
    }
    return {};
}

namespace {

QString rootCertificateRemedy(const ConnectionParameters &parameters, const LibpqEnvironment &environment)
{
    const QString given = Settings(parameters, environment).value("sslrootcert", "PGSSLROOTCERT");
    const QString remedy
        = QStringLiteral("Set sslrootcert to the file of the CA that signed the server's certificate%1, or to %2 for "
                         "those that this machine trusts.")
              .arg(given.isEmpty() ? QStringLiteral(" (or put it at %1/.postgresql/root.crt)").arg(environment.home)
                                   : QString(),
                   systemRootCertificate(environment));
    if (given != system())
        return remedy;
    return QStringLiteral("libpq %1 takes \"system\" for the name of a file (16 and newer do not). %2")
        .arg(environment.libraryVersion / 10000)
        .arg(remedy);
}

QString remedyOf(const TlsFailure &failure, const ConnectionParameters &parameters, const LibpqEnvironment &environment)
{
    switch (failure.kind) {
    case TlsFailure::OtherName:
        return QStringLiteral("Connect by a name that stands in the server's certificate, and make sure that it is the "
                              "server that you mean.");
    case TlsFailure::NoName:
        return QStringLiteral("Give the host by its name as well: an address alone cannot be verified.");
    case TlsFailure::NotOffered:
        return QStringLiteral("Switch TLS on at the server (ssl = on), or, if nobody can listen or answer in its place "
                              "on the way, set sslmode=disable.");
    case TlsFailure::NoRootCertificate:
        return rootCertificateRemedy(parameters, environment);
    case TlsFailure::NotVerified:
        return QStringLiteral(
            "The server's certificate has expired, has been revoked, or is signed by no CA in "
            "sslrootcert: renew it or name the right CA, and make sure that it is the server that you "
            "mean.");
    case TlsFailure::ClientCertificate:
        return QStringLiteral("Set sslcert and sslkey to a certificate that names the user, from a CA that the server "
                              "trusts, and its key (mode 0600).");
    case TlsFailure::NoChannelBinding:
        return QStringLiteral(
            "channel_binding=require wants TLS and a password that the server keeps as scram-sha-256.");
    case TlsFailure::None:
        break;
    }
    return {};
}

} // namespace

QString tlsRemedy(const TlsFailure &failure, const ConnectionParameters &parameters,
                  const LibpqEnvironment &environment)
{
    const QString remedy = remedyOf(failure, parameters, environment);
    const bool isOurs = failure.kind <= TlsFailure::NotVerified && failure.kind != TlsFailure::None;
    // Not as it was opened, but as it was given: whoever set it knows it.
    const TlsChoice choice = tlsChoice(parameters, environment);
    if (!isOurs || choice.source != TlsChoice::RemoteDefault)
        return remedy;
    const QString who
        = choice.host.isEmpty() ? QStringLiteral("the server may be") : choice.host + QStringLiteral(" is");
    return QStringLiteral("%1 sslmode=verify-full applies because %2 another machine and no sslmode is set.")
        .arg(remedy, who);
}

} // namespace Elector
