// SPDX-License-Identifier: MIT
#include "safetls.h"

#include "displaytext.h"
#include "servicefile.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <arpa/inet.h>

#include <optional>

namespace Elector {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Elector::SafeTls)
};

// The first libpq that takes sslrootcert=system.
constexpr int firstWithSystem = 160000;

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

    /// Where it connects to; one empty text for libpq's default, which is a socket.
    QStringList hosts() const
    {
        const QStringList names = value("host", "PGHOST").split(QLatin1Char(','));
        const QStringList addresses = value("hostaddr", "PGHOSTADDR").split(QLatin1Char(','));
        QStringList hosts;
        for (qsizetype i = 0; i < std::max(names.size(), addresses.size()); ++i)
            hosts.append(addresses.value(i).isEmpty() ? names.value(i) : addresses.value(i));
        return hosts;
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
    const QStringList hosts = settings.hosts();
    for (const QString &host : hosts) {
        if (!isLocalHost(host))
            return {QStringLiteral("verify-full"), TlsChoice::RemoteDefault, host};
    }
    if (settings.mayHaveMoreFromLdap())
        return {QStringLiteral("verify-full"), TlsChoice::RemoteDefault, {}};
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

QString missingRootCertificate(const ConnectionParameters &parameters, const LibpqEnvironment &environment)
{
    const TlsChoice choice = tlsChoice(parameters, environment);
    if (!choice.mode.startsWith(QLatin1StringView("verify-")))
        return {};
    const bool knowsSystem = environment.libraryVersion >= firstWithSystem;
    const QString given = Settings(parameters, environment).value("sslrootcert", "PGSSLROOTCERT");
    if (given == QLatin1StringView("system") && knowsSystem)
        return {};
    const QString file = given.isEmpty() ? environment.home + QStringLiteral("/.postgresql/root.crt") : given;
    if (QFile::exists(file))
        return {};
    const QString missing
        = Words::tr("There is no root certificate “%1”, so that no server's certificate can be verified.")
              .arg(displayText(file, 120));
    const QString remedy = knowsSystem
        ? Words::tr("Choose the file of the server's CA, or write “system” for those that this machine trusts.")
        : Words::tr("Choose the file of the server's CA, or %1 for those that this machine trusts.")
              .arg(systemCertificates());
    return missing + QLatin1Char(' ') + remedy;
}

QString tlsRemedy(const QString &failure, const ConnectionParameters &parameters, const LibpqEnvironment &environment)
{
    const auto mentions = [&](const char *words) { return failure.contains(QLatin1StringView(words)); };
    if (mentions("does not match host name"))
        return Words::tr("The server's certificate is for another name: connect by a name that stands in it, or make "
                         "sure that it is the server that you mean.");
    if (mentions("host name must be specified"))
        return Words::tr("Give the host by its name as well: an address alone cannot be verified.");
    if (mentions("server does not support SSL"))
        return Words::tr("Switch TLS on at the server, or choose a lower encryption if nobody can listen on the way.");
    if (!mentions("certificate"))
        return {};
    const QString missing = missingRootCertificate(parameters, environment);
    if (!missing.isEmpty() || !mentions("verify failed"))
        return missing;
    return Words::tr("The server's certificate is not signed by a CA in the root certificate: choose the file of the "
                     "CA that signed it, or make sure that it is the server that you mean.");
}

QString systemCertificates()
{
    return QStringLiteral("/etc/ssl/certs/ca-certificates.crt");
}

} // namespace Elector
