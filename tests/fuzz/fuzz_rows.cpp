// SPDX-License-Identifier: MIT
// Rows as the database sends them, of any length and content, for any column: what is read of them is what was sent,
// and no neighbour of it.
#include "fuzzing.h"

#include "rules/tombstone_p.h"
#include "sql/binaryrows_p.h"

#include <Elector/leasejson.h>

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <array>
#include <vector>

using namespace Elector;

namespace {

/// One row; the first byte of each value tells its length, 255 that it is NULL.
PGresult *result(QByteArray bytes, std::vector<QByteArray> &values)
{
    PGresult *result = PQmakeEmptyPGresult(nullptr, PGRES_TUPLES_OK);
    constexpr int columns = 4;
    std::array<PGresAttDesc, columns> descriptions{};
    std::array<char, 2> name{"c"};
    for (PGresAttDesc &description : descriptions) {
        description.name = name.data();
        description.format = 1;
    }
    PQsetResultAttrs(result, columns, descriptions.data());
    for (int column = 0; column < columns; ++column) {
        const int length = bytes.isEmpty() ? 255 : static_cast<std::uint8_t>(bytes.at(0));
        QByteArray value = length == 255 ? QByteArray() : bytes.mid(1, length);
        bytes = bytes.mid(1 + value.size());
        // Exactly as long as it says: whoever reads beyond it is caught.
        PQsetvalue(result, 0, column, value.data(), length == 255 ? -1 : static_cast<int>(value.size()));
        values.push_back(value);
    }
    return result;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::vector<QByteArray> values;
    const BinaryRows rows(result(Fuzzing::bytes(data, size), values));
    Fuzzing::require(rows.isAnswer() && rows.count() == 1, "one row");
    for (int column = 0; column < 4; ++column) {
        const QByteArray &value = values[static_cast<std::size_t>(column)];
        const QString text = rows.text(0, column);
        Fuzzing::require(text == QString::fromUtf8(value), "a text is read as it was sent");
        Fuzzing::require(value.size() == 4 || rows.int32(0, column) == 0, "no number of another size");
        Fuzzing::require(value.size() == 8 || rows.int64(0, column) == 0, "no number of another size");
        const auto time = rows.time(0, column);
        Fuzzing::require(time.count() >= -62'135'596'800'000'000, "no time before the year 1");
        Fuzzing::require(Tombstone::original(Tombstone::of(text)) == text, "a tombstone names its holder");
        Lease lease;
        lease.lockId = rows.int32(0, column);
        lease.leaderId = text;
        lease.term = rows.int64(0, column);
        lease.metadata = text;
        const QJsonObject object = toJson(lease, time);
        Fuzzing::require(QJsonDocument::fromJson(QJsonDocument(object).toJson()).object() == object,
                         "JSON is read back");
    }
    return 0;
}
