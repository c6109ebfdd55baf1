// SPDX-License-Identifier: MIT
// Connection strings in libpq's two syntaxes: what is understood is written so that it is understood the same again,
// and is described without its password.
#include "fuzzing.h"

#include <Elector/connectionparameters.h>

using namespace Elector;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    ElectorError error;
    const QString dsn = QString::fromUtf8(Fuzzing::bytes(data, size));
    const auto parameters = ConnectionParameters::fromString(dsn, &error);
    if (error) {
        Fuzzing::require(!error.message().isEmpty(), "an error says what it is");
        return 0;
    }
    ElectorError again;
    const auto copy = ConnectionParameters::fromString(parameters.toConnectionString(), &again);
    Fuzzing::require(!again && copy == parameters, "what is written is read back");
    ConnectionParameters without = parameters;
    without.set(QStringLiteral("password"), QString());
    Fuzzing::require(without.description() == parameters.description(), "a description tells nothing of a password");
    return 0;
}
