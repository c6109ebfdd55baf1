// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/lease.h>

#include <QtCore/QByteArray>
#include <QtCore/QCoreApplication>
#include <QtCore/QList>

#include <chrono>
#include <functional>

namespace Elector {

/// Leases as a file for other programs: the fields of <Elector/LeaseJson>, and the text as it stands in the database.
/// Any thread.
class LeaseExport
{
    Q_DECLARE_TR_FUNCTIONS(Elector::LeaseExport)

public:
    enum Format { Csv, Json };

    struct Row
    {
        Lease lease;
        std::chrono::microseconds remaining{}; ///< now
    };

    /// Gathers what is to be written.
    using Source = std::function<QList<Row>()>;

    /// CSV by RFC 4180 in UTF-8, with a line of headers. Text that a spreadsheet would take for a formula is preceded
    /// by an apostrophe. JSON is an array of objects.
    static QByteArray write(const QList<Row> &rows, Format format);
    /// Writes the file as a whole or not at all. Returns what went wrong, in a sentence; empty if nothing did.
    static QString save(const QString &path, const QByteArray &contents);
};

} // namespace Elector
