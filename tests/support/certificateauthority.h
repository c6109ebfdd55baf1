// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace Elector {

/// A certificate authority of a test's own, made by the command openssl in a directory that goes with this object.
class CertificateAuthority
{
public:
    enum Validity { Now, Past };

    /// Whether there is an openssl at all: without it, tests are skipped.
    static bool isAvailable();

    [[nodiscard]] bool create(const QString &name);
    /// `NAME.crt` and `NAME.key`, for \a commonName, as a server's for \a host if that is not empty.
    [[nodiscard]] bool issue(const QString &name, const QString &commonName, const QString &host = {},
                             Validity validity = Now);
    /// Writes revocationList() anew, with \a name in it.
    [[nodiscard]] bool revoke(const QString &name);
    /// Lets the server that scripts/throwaway-postgres starts read that key, and nobody else.
    [[nodiscard]] bool giveToServer(const QString &name) const;
    QString errorString() const { return m_error; }

    QString authority() const { return file(QStringLiteral("ca.crt")); }
    QString revocationList() const { return file(QStringLiteral("ca.crl")); }
    QString certificate(const QString &name) const { return file(name + QStringLiteral(".crt")); }
    QString key(const QString &name) const { return file(name + QStringLiteral(".key")); }

private:
    QString file(const QString &name) const { return m_directory.filePath(name); }
    bool write(const QString &name, const QByteArray &text);
    bool openssl(const QStringList &arguments);

    QTemporaryDir m_directory;
    QString m_error;
};

} // namespace Elector
