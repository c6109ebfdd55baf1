// SPDX-License-Identifier: MIT
#include "texts.h"

#include <QtCore/QMetaEnum>
#include <QtCore/QRegularExpression>

#include <array>

namespace Elector::Texts {

namespace {

template <typename... Handlers> struct Overloaded : Handlers...
{
    using Handlers::operator()...;
};
template <typename... Handlers> Overloaded(Handlers...) -> Overloaded<Handlers...>;

template <typename Enum> QString name(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

QString key(const TenureKey &key)
{
    return key.term ? QStringLiteral("%1/%2").arg(key.leaderId).arg(*key.term) : key.leaderId;
}

/// As if the server's clock showed the same as ours, so that people can compare.
QString serverTime(ServerTime time)
{
    return span(std::chrono::nanoseconds(time.time_since_epoch()) - Origin.time_since_epoch());
}

QString order(const LockOrder &order)
{
    if (order.paused)
        return QStringLiteral("paused");
    return order.isReserved() ? QStringLiteral("reserved for ") + order.reservedFor : QStringLiteral("none");
}

QString captureText(const CaptureRequest &capture)
{
    QString text = QStringLiteral("capture as %1 for %2 notAfter %3")
                       .arg(capture.leaderId, span(capture.lease),
                            capture.notAfter ? serverTime(*capture.notAfter) : QStringLiteral("-"));
    if (capture.ungated)
        text += QStringLiteral(" ungated");
    if (capture.stuck)
        text += QStringLiteral(" over %1").arg(capture.stuck->leaderId);
    return text;
}

} // namespace

QString span(std::chrono::nanoseconds span)
{
    const bool inSeconds = std::chrono::abs(span) >= std::chrono::seconds(1);
    const double value = static_cast<double>(span.count()) / (inSeconds ? 1e9 : 1e6);
    return QString::number(value, 'f', inSeconds ? 9 : 6).remove(QRegularExpression(QStringLiteral("\\.?0+$")))
        + (inSeconds ? QLatin1String("s") : QLatin1String("ms"));
}

QString time(Candidate::Time time)
{
    return time == Candidate::Time::min() ? QStringLiteral("now") : span(time - Origin);
}

QString row(const std::optional<RowState> &row)
{
    if (!row)
        return QStringLiteral("none");
    return key({row->leaderId, row->term}) + QStringLiteral(" for ") + span(row->remaining);
}

QString verdict(Verdict verdict)
{
    static const std::array names = {"none",    "read",    "captured", "held", "gate",     "barred",  "beyond",
                                     "renewed", "expired", "busy",     "lost", "released", "nothing", "cleaned"};
    return QLatin1String(names.at(static_cast<std::size_t>(verdict)));
}

QString request(const Request &request)
{
    return std::visit(
        Overloaded{
            [](const ReadRequest &) { return QStringLiteral("read"); },
            [](const CaptureRequest &capture) { return captureText(capture); },
            [](const RenewRequest &renew) {
                return QStringLiteral("renew %1 for %2").arg(key(renew.key), span(renew.lease))
                    + QLatin1String(renew.alone ? " alone" : "");
            },
            [](const ReleaseRequest &release) { return QStringLiteral("release %1").arg(key(release.key)); },
            [](const CleanUpRequest &cleanUp) {
                return QStringLiteral("clean up notAfter %1")
                    .arg(cleanUp.notAfter ? serverTime(*cleanUp.notAfter) : QStringLiteral("-"));
            },
        },
        request.what);
}

QString reply(const Reply &reply)
{
    if (reply.outcome == Outcome::Unknown)
        return QStringLiteral("unknown");
    if (reply.outcome == Outcome::Failed)
        return QStringLiteral("failed %1").arg(reply.error.sqlState);
    return QStringLiteral("%1, row %2").arg(verdict(reply.verdict), row(reply.row));
}

QString event(const Candidate::Event &event)
{
    using C = Candidate;
    return std::visit(
        Overloaded{
            [](const C::Gained &gained) {
                return QStringLiteral("GAINED %1 until %2").arg(key(gained.key), time(gained.deadline));
            },
            [](const C::Extended &extended) { return QStringLiteral("trusted until %1").arg(time(extended.deadline)); },
            [](const C::Lost &lost) { return QStringLiteral("LOST %1").arg(name(lost.reason)); },
            [](const C::HolderSeen &seen) {
                return QStringLiteral("holder %1")
                    .arg(seen.holder ? key({seen.holder->leaderId, seen.holder->term}) : QStringLiteral("none"));
            },
            [](const C::OrderSeen &seen) { return QStringLiteral("order %1").arg(order(seen.order)); },
            [](const C::StateChanged &changed) { return QStringLiteral("state %1").arg(name(changed.state)); },
            [](const C::Trouble &trouble) { return QStringLiteral("trouble %1").arg(name(trouble.error.code)); },
            [](const C::Recovered &) { return QStringLiteral("recovered"); },
            [](const C::ClockStepped &step) {
                return step.direction == ServerClockEstimate::Step::Forward
                    ? QStringLiteral("clock stepped forward, no bids for %1").arg(span(step.holdOff))
                    : QStringLiteral("clock stepped backward, no bids for %1").arg(span(step.holdOff));
            },
            [](const C::ServerReplaced &replaced) {
                return QStringLiteral("another server, no bids for %1").arg(span(replaced.holdOff));
            },
            [](const C::Stopped &) { return QStringLiteral("stopped"); },
        },
        event);
}

QString hint(const Candidate::Hint &hint)
{
    static const std::array names = {"free", "captured", "revoked", "changed", "reconnected"};
    return QLatin1String(names.at(static_cast<std::size_t>(hint.kind)))
        + (hint.term ? QStringLiteral(" %1").arg(*hint.term) : QString());
}

} // namespace Elector::Texts
