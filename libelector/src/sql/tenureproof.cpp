// SPDX-License-Identifier: MIT
#include "sql/tenureproof_p.h"

#include <QtCore/QByteArray>
#include <QtCore/QCryptographicHash>
#include <QtCore/QRandomGenerator>

#include <array>

namespace Elector::TenureProof {

namespace {

constexpr auto encoding = QByteArray::Base64UrlEncoding;

template <std::size_t Words> QByteArray randomBytes()
{
    std::array<quint32, Words> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), qsizetype(sizeof words));
}

} // namespace

QString newIncarnation()
{
    const QByteArray salt = randomBytes<2>().left(6).toBase64(encoding);
    const QByteArray digest = QCryptographicHash::hash(key().toLatin1() + salt, QCryptographicHash::Sha256);
    return QString::fromLatin1(salt + digest.left(12).toBase64(encoding));
}

const QString &key()
{
    static const QString key = QString::fromLatin1(randomBytes<4>().toHex());
    return key;
}

} // namespace Elector::TenureProof
