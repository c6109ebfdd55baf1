// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/elector_export.h>
#include <Elector/electorerror.h>
#include <Elector/enums.h>

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>

class QSqlDatabase;

namespace Elector {

/// How to reach a PostgreSQL server: libpq's keywords and their values. What is not given is left to libpq, so the
/// `PG…` environment variables, `.pgpass`, the service file and the defaults all hold. A value type, any thread.
///
/// One default is this library's own: to a host that is not this machine it connects with `sslmode=verify-full`, unless
/// an sslmode is set here, in the service file or by PGSSLMODE; see tlsChoice(). Without a root certificate
/// (`sslrootcert`, `~/.postgresql/root.crt`) no such connection is made, and the error says what to set.
///
/// Passwords given here stay in memory: nothing in this library writes them to settings, logs or error texts.
class ELECTOR_EXPORT ConnectionParameters
{
public:
    ConnectionParameters() = default;

    /// Reads `postgresql://…` or `keyword=value …`, by libpq's own rules. On failure the result is empty and `error`
    /// (if given) says why, without the password.
    static ConnectionParameters fromString(const QString &dsn, ElectorError *error = nullptr);
    /// Copies host, port, database, user, password and options of a QPSQL connection; never opens or uses it. What is
    /// not said there has the defaults of this class, also where the connection itself is not encrypted.
    /// May be called in the thread that owns `database`.
    static ConnectionParameters fromDatabase(const QSqlDatabase &database);

    /// Sets a libpq keyword such as `host`, `dbname`, `sslmode`; an empty value removes it.
    void set(const QString &keyword, const QString &value);
    /// The value as set here; empty if libpq's defaults decide.
    QString value(const QString &keyword) const;
    /// All that were set. **Contains the password.**
    QMap<QString, QString> values() const { return m_values; }

    /// Whether a session of the server is ours, or lent by a pooler. Default: Pooling::Session. With
    /// Pooling::Transaction nothing is prepared, listened to or set in a session; it works without a pooler, too, but
    /// slower than it need be.
    Pooling pooling() const;
    /// The same as set() with the keyword `pooling`, which is this library's own, and `session` or `transaction`.
    void setPooling(Pooling pooling);

    /// Whether a password was set here.
    bool hasPassword() const;
    /// For people: `user@host:port/dbname`, as far as given; never the password.
    QString description() const;
    /// What cannot work, such as an unknown keyword; empty if nothing is known to be wrong.
    QList<ElectorError> problems() const;

    /// A connection string for libpq, without what is this library's own. **Contains the password.**
    QString toConnectionString() const;
    /// Puts the values into a QPSQL connection that is not open yet: exactly these, so give it those of withSafeTls()
    /// to verify another machine.
    void applyTo(QSqlDatabase &database) const;

    /// Overwrites the passwords of connection strings among a program's arguments (before a `--`), so that the process
    /// list does not show them. Call it first in main(), after copying what you need; returns whether there were any.
    static bool blankPasswords(int argc, char *argv[]);

    friend bool operator==(const ConnectionParameters &, const ConnectionParameters &) = default;

private:
    QMap<QString, QString> m_values;
};

} // namespace Elector
