// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/lease.h>

#include <QRandomGenerator>
#include <QStringList>

#include <limits>

namespace Elector {

/// Texts that our own code would never write and that a row may hold all the same.
inline QStringList hostileTexts()
{
    return {
        QString(),
        QStringLiteral("node-a#3f2a9c.1"),
        QStringLiteral("<b>bold</b><img src='file:///etc/passwd'><script>alert(1)</script>"),
        QStringLiteral("line\nfeed\rand\ttab\x1b[31mred\x07"),
        QString(QChar(u'\0')) + QStringLiteral("zero"),
        QString(10'000, QLatin1Char('x')),
        QString(10'000, QChar(u'\u0301')),
        QStringLiteral("\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627"),
        QStringLiteral("evil\u202Egnp.exe\u2066\u200B\uFEFF"),
        QString::fromUcs4(U"\U0001F468\u200D\U0001F469\u200D\U0001F467 \U0001F1E9\U0001F1EA"),
        QString(QChar(char16_t(0xd83d))) + QStringLiteral("lone") + QChar(char16_t(0xdc00)),
        QStringLiteral("###"),
        QStringLiteral("%1 %2 %n & && \\ ' \""),
    };
}

/// Any row, from the ordinary to the absurd.
inline Lease randomLease(QRandomGenerator &random, int lockId)
{
    const QStringList texts = hostileTexts();
    const auto text = [&] { return texts.at(random.bounded(int(texts.size()))); };
    const qint64 spans[]
        = {0, 1, 99'999, 4'200'000, 3'600'000'000, 252'000'000'000'000'000, std::numeric_limits<qint64>::max()};
    Lease lease;
    lease.lockId = lockId;
    lease.state = LeaseState(random.bounded(4));
    lease.name = text();
    if (lease.state != LeaseState::Free) {
        lease.leaderId = text();
        lease.remaining = std::chrono::microseconds(spans[random.bounded(int(std::size(spans)))]);
        const qint64 moments[] = {0, -1, 253'402'300'799'000, 1'795'000'000'000};
        if (random.bounded(3) > 0)
            lease.createdAt = QDateTime::fromMSecsSinceEpoch(moments[random.bounded(int(std::size(moments)))], Qt::UTC);
    }
    if (random.bounded(2) == 0)
        lease.term = random.bounded(2) == 0 ? std::numeric_limits<qint64>::max() : qint64(random.bounded(3));
    lease.leaseDuration = std::chrono::milliseconds(random.bounded(3) * 5000);
    lease.renewals = random.bounded(5) - 1;
    lease.metadata = text();
    return lease;
}

} // namespace Elector
