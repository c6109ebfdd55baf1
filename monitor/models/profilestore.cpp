// SPDX-License-Identifier: MIT
#include "profilestore.h"

#include "displaytext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSettings>
#include <QtCore/QUuid>

#include <algorithm>

namespace Elector {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Elector::ProfileStore)
};

template <typename Value> using WordList = QList<std::pair<QString, Value>>;

const WordList<ProfileColor> &colorWords()
{
    static const WordList<ProfileColor> words = {{QStringLiteral("none"), ProfileColor::None},
                                                 {QStringLiteral("production"), ProfileColor::Production},
                                                 {QStringLiteral("staging"), ProfileColor::Staging},
                                                 {QStringLiteral("test"), ProfileColor::Test},
                                                 {QStringLiteral("development"), ProfileColor::Development}};
    return words;
}

const WordList<PasswordMode> &passwordWords()
{
    static const WordList<PasswordMode> words = {{QStringLiteral("ask"), PasswordMode::Ask},
                                                 {QStringLiteral("keyring"), PasswordMode::Keyring},
                                                 {QStringLiteral("libpq"), PasswordMode::Libpq}};
    return words;
}

template <typename Value> QString wordOf(const WordList<Value> &words, Value value)
{
    const auto found = std::find_if(words.cbegin(), words.cend(), [&](const auto &w) { return w.second == value; });
    return found == words.cend() ? QString() : found->first;
}

template <typename Value> bool take(const WordList<Value> &words, const QVariant &word, Value *value)
{
    const auto found
        = std::find_if(words.cbegin(), words.cend(), [&](const auto &w) { return w.first == word.toString(); });
    if (found == words.cend())
        return false;
    *value = found->second;
    return true;
}

QString place(const QString &id)
{
    return QStringLiteral("profiles/%1/").arg(id);
}

} // namespace

ProfileStore::Contents ProfileStore::load() const
{
    QSettings settings;
    Contents contents;
    if (settings.status() == QSettings::FormatError)
        contents.problems.append(
            Words::tr("The settings file %1 is damaged; what can be read of it is used.").arg(settings.fileName()));
    settings.beginGroup(QStringLiteral("profiles"));
    const QStringList ids = settings.childGroups();
    settings.endGroup();
    for (const QString &id : ids) {
        QString problem;
        if (const auto profile = read(settings, id, &problem))
            contents.profiles.append(*profile);
        else
            contents.problems.append(problem);
    }
    std::sort(contents.profiles.begin(), contents.profiles.end(), [](const auto &a, const auto &b) {
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return contents;
}

std::optional<ConnectionProfile> ProfileStore::read(const QSettings &settings, const QString &id, QString *problem)
{
    const auto value = [&](const char *key) { return settings.value(place(id) + QString::fromLatin1(key)); };
    ConnectionProfile profile;
    profile.id = id;
    profile.name = value("name").toString();
    const auto skip = [&](const QString &why) {
        const QString name = looksLikeSecret(profile.name) ? QString() : profile.title();
        *problem = Words::tr("The profile “%1” in the settings is skipped. %2").arg(name, displayText(why, 300));
        return std::nullopt;
    };
    if (!take(colorWords(), value("color"), &profile.color))
        return skip(Words::tr("Its colour is not known."));
    if (!take(passwordWords(), value("password"), &profile.passwordMode))
        return skip(Words::tr("Where its password comes from is not known."));
    const QString readOnly = value("readOnly").toString();
    if (readOnly != QLatin1StringView("true") && readOnly != QLatin1StringView("false"))
        return skip(Words::tr("Whether it is read-only is not known."));
    profile.readOnly = readOnly == QLatin1StringView("true");
    profile.schemas = value("schemas").toStringList();

    ConnectionParameters parameters;
    const QString prefix = place(id) + QStringLiteral("parameters/");
    const QStringList keys = settings.allKeys();
    for (const QString &key : keys) {
        if (key.startsWith(prefix))
            parameters.set(key.mid(prefix.size()), settings.value(key).toString());
    }
    if (parameters.hasPassword())
        return skip(Words::tr("It has a password in it, which does not belong there: remove it from the file."));
    profile.setParameters(parameters);
    const QList<ProfileProblem> problems = problemsOf(profile, true);
    if (!problems.isEmpty())
        return skip(problems.constFirst().sentence);
    return profile;
}

void ProfileStore::write(QSettings &settings, const ConnectionProfile &profile)
{
    settings.remove(QStringLiteral("profiles/") + profile.id);
    const auto put = [&](const char *key, const QVariant &value) {
        settings.setValue(place(profile.id) + QString::fromLatin1(key), value);
    };
    put("name", profile.name);
    put("color", wordOf(colorWords(), profile.color));
    put("password", wordOf(passwordWords(), profile.passwordMode));
    put("readOnly", profile.readOnly ? QStringLiteral("true") : QStringLiteral("false"));
    put("schemas", profile.schemas);
    const QMap<QString, QString> values = profile.parameters().values();
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        settings.setValue(place(profile.id) + QStringLiteral("parameters/") + it.key(), it.value());
}

QList<ProfileProblem> ProfileStore::save(ConnectionProfile *profile)
{
    profile->name = profile->name.trimmed();
    QList<ProfileProblem> problems = problemsOf(*profile, true);
    const QList<ConnectionProfile> known = load().profiles;
    for (const ConnectionProfile &other : known) {
        if (other.id != profile->id && other.name.compare(profile->name, Qt::CaseInsensitive) == 0)
            problems.append(
                {ProfileProblem::Name, Words::tr("Another profile has this name: choose a different one.")});
    }
    if (!problems.isEmpty())
        return problems;
    if (profile->id.isEmpty())
        profile->id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSettings settings;
    write(settings, *profile);
    settings.sync();
    if (settings.status() == QSettings::AccessError)
        problems.append(
            {ProfileProblem::Name, Words::tr("The settings file %1 cannot be written.").arg(settings.fileName())});
    return problems;
}

void ProfileStore::remove(const QString &id)
{
    QSettings settings;
    if (!id.isEmpty())
        settings.remove(QStringLiteral("profiles/") + id);
    settings.sync();
}

} // namespace Elector
