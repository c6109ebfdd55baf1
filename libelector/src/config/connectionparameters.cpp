// SPDX-License-Identifier: MIT
#include "Elector/connectionparameters.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>
#include <QtSql/QSqlDatabase>

#include <libpq-fe.h>

#include <algorithm>
#include <memory>

namespace Elector {

namespace {

struct FreeOptions
{
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};
using Options = std::unique_ptr<PQconninfoOption, FreeOptions>;

/// Where passwords stand in a connection string: start and length of each. As libpq reads it, a password may have a `?`
/// in an address, and an `&` or an escaped blank behind a keyword; what comes along with it does no harm.
QList<std::pair<qsizetype, qsizetype>> passwordsIn(const QString &dsn)
{
    static const QRegularExpression userInfo(QStringLiteral("://[^:/@]*:([^/@]*)@"));
    static const QRegularExpression keyword(
        QStringLiteral("(?:password|sslpassword)\\s*=\\s*('(?:[^'\\\\]|\\\\.)*'|(?:\\\\.|[^\\s\\\\])+)"));
    QList<std::pair<qsizetype, qsizetype>> found;
    for (const QRegularExpression &pattern : {userInfo, keyword}) {
        auto matches = pattern.globalMatch(dsn);
        while (matches.hasNext()) {
            const auto match = matches.next();
            if (match.capturedLength(1) > 0)
                found.append({match.capturedStart(1), match.capturedLength(1)});
        }
    }
    return found;
}

/// libpq quotes the offending text in its messages, and in a text with a password that may be a part of it.
bool mayContainSecret(const QString &dsn)
{
    static const QRegularExpression userInfo(QStringLiteral("://[^@]*:[^@]*@"));
    return dsn.contains(QLatin1String("password"), Qt::CaseInsensitive) || dsn.contains(userInfo);
}

QString quoted(QString value)
{
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + value + QLatin1Char('\'');
}

/// What QSqlDatabase has setters for; everything else goes through its connect options.
bool hasSetter(const QString &keyword)
{
    return keyword == QLatin1String("host") || keyword == QLatin1String("dbname") || keyword == QLatin1String("user")
        || keyword == QLatin1String("password");
}

/// This library's own keyword.
QString poolingKeyword()
{
    return QStringLiteral("pooling");
}

bool isKeyword(const QString &keyword)
{
    const Options known(PQconndefaults());
    for (const PQconninfoOption *option = known.get(); option && option->keyword; ++option) {
        if (keyword == QLatin1String(option->keyword))
            return true;
    }
    return false;
}

/// A database's name that libpq itself would take for an address: then there may be a password in it. Qt's driver
/// passes it on as a name, which the server logs and tells to everybody.
bool isAddress(const QString &database)
{
    return database.contains(QLatin1Char('=')) || database.contains(QLatin1String("://"));
}

ElectorError addressForDatabase()
{
    return {ErrorCode::Configuration,
            QStringLiteral("The connection setting \"dbname\" holds an address, which may have a password in it."),
            QStringLiteral("Give the address itself as the connection string, and only a database's name as dbname."),
            {}};
}

} // namespace

ConnectionParameters ConnectionParameters::fromString(const QString &dsn, ElectorError *error)
{
    ConnectionParameters parameters;
    if (error)
        *error = {};
    const auto refuse = [&](const QString &why) {
        if (error)
            *error = {ErrorCode::Configuration,
                      QStringLiteral("The connection string cannot be used: %1.").arg(why),
                      QStringLiteral("Write postgresql://user@host:5432/database or \"host=… dbname=… user=…\"."),
                      {}};
        return ConnectionParameters();
    };
    if (dsn.contains(QChar::Null))
        return refuse(QStringLiteral("it contains a NUL character"));
    char *rawMessage = nullptr;
    const Options options(PQconninfoParse(dsn.toUtf8().constData(), &rawMessage));
    const std::unique_ptr<char, decltype(&PQfreemem)> message(rawMessage, &PQfreemem);
    if (!options) {
        if (mayContainSecret(dsn))
            return refuse(
                QStringLiteral("libpq cannot read it (what it says is not shown, because the password may be in it)"));
        return refuse(QString::fromUtf8(message.get()).trimmed());
    }
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        if (option->val && *option->val)
            parameters.set(QString::fromLatin1(option->keyword), QString::fromUtf8(option->val));
    }
    if (isAddress(parameters.value(QStringLiteral("dbname")))) {
        if (error)
            *error = addressForDatabase();
        return {};
    }
    return parameters;
}

ConnectionParameters ConnectionParameters::fromDatabase(const QSqlDatabase &database)
{
    // The connect options are libpq's own syntax, with ';' for the space between two of them.
    QString options = database.connectOptions();
    options.replace(QLatin1Char(';'), QLatin1Char(' '));
    ConnectionParameters parameters = fromString(options);
    const std::pair<const char *, QString> fields[] = {
        {"host", database.hostName()},
        {"dbname", database.databaseName()},
        {"user", database.userName()},
        {"password", database.password()},
        {"port", database.port() > 0 ? QString::number(database.port()) : QString()},
    };
    for (const auto &[keyword, value] : fields) {
        if (!value.isEmpty())
            parameters.set(QString::fromLatin1(keyword), value);
    }
    return parameters;
}

void ConnectionParameters::set(const QString &keyword, const QString &value)
{
    if (value.isEmpty())
        m_values.remove(keyword);
    else
        m_values.insert(keyword, value);
}

QString ConnectionParameters::value(const QString &keyword) const
{
    return m_values.value(keyword);
}

Pooling ConnectionParameters::pooling() const
{
    return value(poolingKeyword()) == QLatin1String("transaction") ? Pooling::Transaction : Pooling::Session;
}

void ConnectionParameters::setPooling(Pooling pooling)
{
    set(poolingKeyword(), pooling == Pooling::Transaction ? QStringLiteral("transaction") : QString());
}

bool ConnectionParameters::hasPassword() const
{
    return m_values.contains(QStringLiteral("password")) || m_values.contains(QStringLiteral("sslpassword"));
}

QString ConnectionParameters::description() const
{
    QString text;
    const auto part = [this](const char *keyword) { return value(QString::fromLatin1(keyword)); };
    if (const QString service = part("service"); !service.isEmpty())
        text += QStringLiteral("service ") + service + QLatin1Char(' ');
    QString host = part("host").isEmpty() ? part("hostaddr") : part("host");
    // Where libpq goes then, unless the service says it.
    if (host.isEmpty() && part("service").isEmpty() && !(part("user") + part("port") + part("dbname")).isEmpty())
        host = qEnvironmentVariable("PGHOST", QStringLiteral("local"));
    if (const QString user = part("user"); !user.isEmpty())
        text += host.isEmpty() ? user : user + QLatin1Char('@');
    text += host;
    if (const QString port = part("port"); !port.isEmpty())
        text += QLatin1Char(':') + port;
    if (const QString database = part("dbname"); !database.isEmpty())
        text += QLatin1Char('/') + (isAddress(database) ? QStringLiteral("…") : database);
    text = text.trimmed();
    return text.isEmpty() ? QStringLiteral("the default server") : text;
}

QList<ElectorError> ConnectionParameters::problems() const
{
    QList<ElectorError> problems;
    if (isAddress(value(QStringLiteral("dbname"))))
        problems.append(addressForDatabase());
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it) {
        if (it.key() == poolingKeyword()) {
            if (it.value() != QLatin1String("session") && it.value() != QLatin1String("transaction"))
                problems.append(
                    {ErrorCode::Configuration,
                     QStringLiteral("The connection setting \"pooling\" is \"%1\".").arg(it.value()),
                     QStringLiteral("Use session (the server itself, or a pooler that keeps a session for each client) "
                                    "or transaction (a pooler that lends one for each transaction)."),
                     {}});
        } else if (!isKeyword(it.key())) {
            problems.append(
                {ErrorCode::Configuration,
                 QStringLiteral("libpq knows no connection keyword \"%1\".").arg(it.key()),
                 QStringLiteral("Use those of PostgreSQL's documentation, such as host, port, dbname, user, sslmode."),
                 {}});
        } else if (it.value().contains(QChar::Null)) {
            problems.append({ErrorCode::Configuration,
                             QStringLiteral("The connection setting \"%1\" contains a NUL character.").arg(it.key()),
                             QStringLiteral("Remove it."),
                             {}});
        } else if (!hasSetter(it.key()) && it.value().contains(QLatin1Char(';'))) {
            problems.append(
                {ErrorCode::Configuration,
                 QStringLiteral("The connection setting \"%1\" contains a semicolon, which Qt's driver cannot pass on.")
                     .arg(it.key()),
                 QStringLiteral("Put this setting into a libpq service file and use service=…."),
                 {}});
        }
    }
    return problems;
}

QString ConnectionParameters::toConnectionString() const
{
    QStringList parts;
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it) {
        if (it.key() != poolingKeyword())
            parts.append(it.key() + QLatin1Char('=') + quoted(it.value()));
    }
    return parts.join(QLatin1Char(' '));
}

void ConnectionParameters::applyTo(QSqlDatabase &database) const
{
    database.setHostName(value(QStringLiteral("host")));
    database.setDatabaseName(value(QStringLiteral("dbname")));
    database.setUserName(value(QStringLiteral("user")));
    database.setPassword(value(QStringLiteral("password")));
    QStringList options;
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it) {
        if (!hasSetter(it.key()) && it.key() != poolingKeyword())
            options.append(it.key() + QLatin1Char('=') + quoted(it.value()));
    }
    database.setConnectOptions(options.join(QLatin1Char(';')));
}

bool ConnectionParameters::blankPasswords(int argc, char *argv[])
{
    bool found = false;
    for (int i = 1; i < argc && qstrcmp(argv[i], "--") != 0; ++i) {
        // Latin-1, so that characters and bytes are one to one.
        for (const auto &[start, length] : passwordsIn(QString::fromLatin1(argv[i]))) {
            std::fill_n(argv[i] + start, length, '*');
            found = true;
        }
    }
    return found;
}

} // namespace Elector
