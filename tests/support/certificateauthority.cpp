// SPDX-License-Identifier: MIT
#include "certificateauthority.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Elector {

namespace {

// Paths in it are relative to where openssl runs.
constexpr char configuration[] = R"([ca]
default_ca = ours
[ours]
database = index.txt
serial = serial
crlnumber = crlnumber
new_certs_dir = .
certificate = ca.crt
private_key = ca.key
default_md = sha256
default_days = 30
default_crl_days = 30
unique_subject = no
policy = policy
[policy]
commonName = supplied
)";

const QStringList newKey{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s};

} // namespace

bool CertificateAuthority::isAvailable()
{
    return !QStandardPaths::findExecutable(u"openssl"_s).isEmpty();
}

bool CertificateAuthority::create(const QString &name)
{
    // The server is another user where the test runs as root.
    const auto everybodys = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::ExeOther;
    return QFile::setPermissions(m_directory.path(), everybodys) && write(u"openssl.cnf"_s, configuration)
        && write(u"index.txt"_s, {}) && write(u"serial"_s, "01\n") && write(u"crlnumber"_s, "01\n")
        && openssl(QStringList{u"req"_s, u"-x509"_s, u"-days"_s, u"30"_s, u"-keyout"_s, u"ca.key"_s, u"-out"_s,
                               u"ca.crt"_s, u"-subj"_s, u"/CN="_s + name}
                   + newKey);
}

bool CertificateAuthority::issue(const QString &name, const QString &commonName, const QString &host, Validity validity)
{
    QStringList sign{u"ca"_s,          u"-config"_s, u"openssl.cnf"_s, u"-batch"_s,   u"-notext"_s,   u"-in"_s,
                     name + u".csr"_s, u"-out"_s,    name + u".crt"_s, u"-extfile"_s, u"extensions"_s};
    if (validity == Past)
        sign << u"-startdate"_s << u"20200101000000Z"_s << u"-enddate"_s << u"20200201000000Z"_s;
    const QByteArray extensions
        = host.isEmpty() ? "extendedKeyUsage=clientAuth\n" : "subjectAltName=DNS:" + host.toLatin1() + '\n';
    return openssl(QStringList{u"req"_s, u"-new"_s, u"-keyout"_s, name + u".key"_s, u"-out"_s, name + u".csr"_s,
                               u"-subj"_s, u"/CN="_s + commonName}
                   + newKey)
        && write(u"extensions"_s, extensions) && openssl(sign)
        && QFile::setPermissions(key(name), QFile::ReadOwner | QFile::WriteOwner);
}

bool CertificateAuthority::revoke(const QString &name)
{
    return openssl({u"ca"_s, u"-config"_s, u"openssl.cnf"_s, u"-revoke"_s, name + u".crt"_s})
        && openssl({u"ca"_s, u"-config"_s, u"openssl.cnf"_s, u"-gencrl"_s, u"-out"_s, u"ca.crl"_s});
}

bool CertificateAuthority::giveToServer(const QString &name) const
{
    if (::geteuid() != 0)
        return true;
    // As the script chooses it.
    const passwd *user = ::getpwnam("postgres");
    if (!user)
        user = ::getpwnam("nobody");
    return user && ::chown(QFile::encodeName(key(name)).constData(), user->pw_uid, user->pw_gid) == 0;
}

bool CertificateAuthority::write(const QString &name, const QByteArray &text)
{
    QFile target(file(name));
    if (target.open(QIODevice::WriteOnly) && target.write(text) == text.size())
        return true;
    m_error = target.fileName() + u": "_s + target.errorString();
    return false;
}

bool CertificateAuthority::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_directory.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_s, arguments);
    if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    m_error = u"openssl "_s + arguments.join(u' ') + u": "_s + QString::fromLocal8Bit(process.readAll());
    return false;
}

} // namespace Elector
