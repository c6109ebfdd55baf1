// SPDX-License-Identifier: MIT
#include "connectionprofile.h"

#include "connectionlabel.h"
#include "displaytext.h"

#include <Elector/schema.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace Elector {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Elector::ConnectionProfile)
};

constexpr qsizetype longestName = 80;
const char *const secretKeywords[] = {"password", "sslpassword"};

bool isPlainText(const QString &text)
{
    return text.isValidUtf16()
        && std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

ProfileProblem::Field fieldOf(const QString &keyword)
{
    const auto known = profileKeywords();
    const auto found
        = std::find_if(known.cbegin(), known.cend(), [&](const auto &entry) { return entry.first == keyword; });
    return found == known.cend() ? ProfileProblem::Other : found->second;
}

QString portProblem(const QString &ports)
{
    const QStringList parts = ports.split(QLatin1Char(','));
    for (const QString &part : parts) {
        bool isNumber = true;
        const int port = part.isEmpty() ? 1 : part.toInt(&isNumber);
        if (!isNumber || port < 1 || port > 65535)
            return Words::tr("A port is a number from 1 to 65535; for several hosts, several with commas.");
    }
    return {};
}

QString nameProblem(const QString &name)
{
    if (name.trimmed().isEmpty())
        return Words::tr("Give the profile a name, such as “Orders, production”.");
    if (name.size() > longestName)
        return Words::tr("The name is too long: %n characters are enough.", nullptr, int(longestName));
    if (!isPlainText(name))
        return Words::tr("The name contains control characters: write it with letters, digits and signs.");
    if (looksLikeSecret(name))
        return Words::tr("The name looks like an address with a password: choose another, names are not secret.");
    return {};
}

} // namespace

QString profileColorName(ProfileColor color)
{
    switch (color) {
    case ProfileColor::Production:
        return Words::tr("production");
    case ProfileColor::Staging:
        return Words::tr("staging");
    case ProfileColor::Test:
        return Words::tr("test");
    case ProfileColor::Development:
        return Words::tr("development");
    case ProfileColor::None:
        break;
    }
    return {};
}

ConnectionParameters withoutSecrets(const ConnectionParameters &parameters)
{
    ConnectionParameters rest = parameters;
    for (const char *keyword : secretKeywords)
        rest.set(QString::fromLatin1(keyword), {});
    return rest;
}

ConnectionParameters secretsOf(const ConnectionParameters &parameters)
{
    return withSecrets({}, parameters);
}

ConnectionParameters withSecrets(const ConnectionParameters &parameters, const ConnectionParameters &secrets)
{
    ConnectionParameters whole = parameters;
    for (const char *keyword : secretKeywords) {
        const QString word = QString::fromLatin1(keyword);
        if (!secrets.value(word).isEmpty())
            whole.set(word, secrets.value(word));
    }
    return whole;
}

QString targetOf(const ConnectionParameters &parameters)
{
    ConnectionParameters target;
    for (const char *keyword : {"service", "host", "hostaddr", "port", "dbname", "user"}) {
        const QString word = QString::fromLatin1(keyword);
        target.set(word, parameters.value(word));
    }
    return target.toConnectionString();
}

bool looksLikeSecret(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("://[^/?\\s]*:[^/?\\s]*@|password\\s*="),
                                            QRegularExpression::CaseInsensitiveOption);
    return text.contains(pattern);
}

QString ConnectionProfile::title() const
{
    return displayText(name.trimmed().isEmpty() ? targetText(m_parameters.description()) : name.trimmed(), longestName);
}

QString ConnectionProfile::keyringKey() const
{
    if (id.isEmpty())
        return {};
    const QByteArray hash
        = QCryptographicHash::hash(targetOf(m_parameters).toUtf8(), QCryptographicHash::Sha256).toHex();
    return id + QLatin1Char('/') + QString::fromLatin1(hash.first(16));
}

QList<std::pair<QString, ProfileProblem::Field>> profileKeywords()
{
    return {{QStringLiteral("service"), ProfileProblem::Service},
            {QStringLiteral("host"), ProfileProblem::Host},
            {QStringLiteral("port"), ProfileProblem::Port},
            {QStringLiteral("dbname"), ProfileProblem::Database},
            {QStringLiteral("user"), ProfileProblem::User},
            {QStringLiteral("sslrootcert"), ProfileProblem::RootCertificate},
            {QStringLiteral("sslcert"), ProfileProblem::Certificate},
            {QStringLiteral("sslkey"), ProfileProblem::Key}};
}

QList<ProfileProblem> problemsOf(const ConnectionProfile &profile, bool toSave)
{
    QList<ProfileProblem> problems;
    if (toSave) {
        if (const QString problem = nameProblem(profile.name); !problem.isEmpty())
            problems.append({ProfileProblem::Name, problem});
    }
    const QMap<QString, QString> values = profile.parameters().values();
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        ConnectionParameters one;
        one.set(it.key(), it.value());
        const QList<ElectorError> errors = one.problems();
        // First of all, so that a secret is quoted nowhere.
        if (looksLikeSecret(it.value()))
            problems.append({fieldOf(it.key()),
                             Words::tr("This looks like an address with a password: use “Import address…” for it.")});
        else if (!errors.isEmpty())
            problems.append({fieldOf(it.key()), errors.constFirst().message()});
    }
    const QString port = portProblem(profile.parameters().value(QStringLiteral("port")));
    if (!port.isEmpty())
        problems.append({ProfileProblem::Port, port});
    if (profile.schemas.isEmpty())
        problems.append({ProfileProblem::Schemas, Words::tr("Name a schema, such as public.")});
    for (const QString &schema : profile.schemas) {
        if (const ElectorError error = Schema::checkName(schema)) {
            problems.append({ProfileProblem::Schemas, error.message()});
            break;
        }
    }
    return problems;
}

ConnectionProfile profileFromAddress(const QString &address, ElectorError *error, ConnectionParameters *secrets)
{
    ElectorError problem;
    const ConnectionParameters parameters = ConnectionParameters::fromString(address.trimmed(), &problem);
    if (error)
        *error = problem;
    ConnectionProfile profile;
    if (problem)
        return profile;
    if (secrets)
        *secrets = secretsOf(parameters);
    profile.setParameters(parameters);
    profile.name = displayText(targetText(profile.parameters().description()), longestName);
    profile.passwordMode = parameters.hasPassword() ? PasswordMode::Ask : PasswordMode::Libpq;
    return profile;
}

} // namespace Elector
