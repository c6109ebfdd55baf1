// SPDX-License-Identifier: MIT
#include "Elector/leasejson.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace Elector {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue orNull(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QString time(const std::optional<QDateTime> &utc)
{
    return utc ? utc->toUTC().toString(Qt::ISODateWithMs) : QString();
}

/// Readers of JSON have limits of their own; what a leader publishes must not make a whole list of leases unreadable.
constexpr int deepest = 32;

bool isShallow(const QJsonValue &value, int levels)
{
    if (!value.isObject() && !value.isArray())
        return true;
    if (levels == 0)
        return false;
    const auto below = [levels](const QJsonValue &inner) { return isShallow(inner, levels - 1); };
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::all_of(array.cbegin(), array.cend(), below);
    }
    const QJsonObject object = value.toObject();
    return std::all_of(object.begin(), object.end(), below);
}

/// What was published as it was meant: an object, if it is one that every reader can read, otherwise the text.
QJsonValue published(const QString &metadata)
{
    if (!metadata.trimmed().startsWith(QLatin1Char('{')))
        return orNull(metadata);
    const QJsonDocument document = QJsonDocument::fromJson(metadata.toUtf8());
    const bool isSound = document.isObject() && isShallow(document.object(), deepest);
    return isSound ? QJsonValue(document.object()) : QJsonValue(metadata);
}

} // namespace

QString stateName(LeaseState state)
{
    switch (state) {
    case LeaseState::Held:
        return QStringLiteral("held");
    case LeaseState::Expired:
        return QStringLiteral("expired");
    case LeaseState::Revoked:
        return QStringLiteral("revoked");
    case LeaseState::Free:
        break;
    }
    return QStringLiteral("free");
}

QJsonObject toJson(const Lease &lease, std::chrono::microseconds remaining)
{
    const bool infinite = remaining == std::chrono::microseconds::max();
    return {
        {QStringLiteral("lock"), lease.lockId},
        {QStringLiteral("name"), orNull(lease.name)},
        {QStringLiteral("holder"), orNull(lease.leaderId)},
        {QStringLiteral("instance"), orNull(lease.instanceId())},
        {QStringLiteral("term"), orNull(lease.term)},
        {QStringLiteral("state"),
         stateName(lease.state == LeaseState::Held && remaining <= std::chrono::microseconds::zero()
                       ? LeaseState::Expired
                       : lease.state)},
        {QStringLiteral("expires_in_ms"),
         infinite ? QJsonValue(QJsonValue::Null) : QJsonValue(static_cast<qint64>(remaining.count() / 1000))},
        {QStringLiteral("expires_at"), orNull(time(lease.expiresAt))},
        {QStringLiteral("created_at"), orNull(time(lease.createdAt))},
        {QStringLiteral("lease_ms"),
         lease.leaseDuration.count() > 0 ? QJsonValue(static_cast<qint64>(lease.leaseDuration.count()))
                                         : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("renewals"), lease.renewals >= 0 ? QJsonValue(lease.renewals) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("metadata"), published(lease.metadata)},
        {QStringLiteral("paused"), lease.order.paused},
        {QStringLiteral("reserved_for"), orNull(lease.order.reservedFor)},
        {QStringLiteral("ordered_by"), orNull(lease.order.operatorName)},
        {QStringLiteral("order_reason"), orNull(lease.order.reason)},
    };
}

QJsonObject toJson(const LeaseEvent &event)
{
    return {
        {QStringLiteral("event"), event.kind},
        {QStringLiteral("at"), time(event.at)},
        {QStringLiteral("lock"), event.lockId},
        {QStringLiteral("holder"), orNull(event.leaderId)},
        {QStringLiteral("term"), orNull(event.term)},
        {QStringLiteral("actor"), orNull(event.actor)},
        {QStringLiteral("operator"), orNull(event.operatorName)},
        {QStringLiteral("application"), orNull(event.application)},
        {QStringLiteral("address"), orNull(event.address)},
        {QStringLiteral("reason"), orNull(event.reason)},
        {QStringLiteral("sequence"), event.sequence},
    };
}

} // namespace Elector
