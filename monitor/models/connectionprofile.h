// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/connectionparameters.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace Elector {

/// What a profile's colour says. Shown as mark and word, never as colour alone.
enum class ProfileColor { None, Production, Staging, Test, Development };
/// The colour's name for people; empty for None.
QString profileColorName(ProfileColor color);

/// Where the password comes from.
enum class PasswordMode {
    Ask, ///< asked for each time
    Keyring, ///< kept in the system's keyring; asked for once
    Libpq, ///< .pgpass, service file, environment, or none is needed
};

/// The parameters without `password` and `sslpassword`.
ConnectionParameters withoutSecrets(const ConnectionParameters &parameters);
/// Only `password` and `sslpassword`.
ConnectionParameters secretsOf(const ConnectionParameters &parameters);
/// `parameters` with the secrets of `secrets`, where it has any.
ConnectionParameters withSecrets(const ConnectionParameters &parameters, const ConnectionParameters &secrets);
/// Whom a password is for: what decides which server and role are reached, as one text. A password never goes to
/// another target than the one that it was given for.
QString targetOf(const ConnectionParameters &parameters);
/// True for text that looks like an address or setting with a password in it.
bool looksLikeSecret(const QString &text);

/// Where to connect to and how, by a name. A value type; holds no password, whatever it is given.
class ConnectionProfile
{
public:
    QString id; ///< stable, and empty as long as it was never saved
    QString name;
    QStringList schemas = {QStringLiteral("public")}; ///< one or more
    ProfileColor color = ProfileColor::None;
    bool readOnly = false;
    PasswordMode passwordMode = PasswordMode::Libpq;

    const ConnectionParameters &parameters() const { return m_parameters; }
    /// Passwords are dropped.
    void setParameters(const ConnectionParameters &parameters) { m_parameters = withoutSecrets(parameters); }
    /// For a sentence or a title: the name, or what the parameters say.
    QString title() const;
    /// Under which key the keyring has the password; another one for another target. Empty for what was never saved.
    QString keyringKey() const;

    friend bool operator==(const ConnectionProfile &, const ConnectionProfile &) = default;

private:
    ConnectionParameters m_parameters;
};

/// What is wrong with one field of a profile.
struct ProfileProblem
{
    enum Field { Name, Service, Host, Port, Database, User, Schemas, RootCertificate, Certificate, Key, Other };
    Field field = Other;
    QString sentence; ///< what is wrong, and what would be right
};

/// What has to be mended before it can be used; the name is looked at only `toSave`.
QList<ProfileProblem> problemsOf(const ConnectionProfile &profile, bool toSave);
/// The libpq keywords that a form has fields for, and the fields' names.
QList<std::pair<QString, ProfileProblem::Field>> profileKeywords();

/// A profile from an address as libpq takes it; its name is made of role, host and database. A password in the address
/// goes to `secrets` (if given) and nowhere else.
ConnectionProfile profileFromAddress(const QString &address, ElectorError *error,
                                     ConnectionParameters *secrets = nullptr);

} // namespace Elector
