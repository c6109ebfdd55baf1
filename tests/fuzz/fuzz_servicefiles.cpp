// SPDX-License-Identifier: MIT
// libpq's service files, which are anybody's text.
#include "fuzzing.h"

#include <Elector/servicefile.h>

#include <QtCore/QTemporaryFile>

using namespace Elector;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static QTemporaryFile file;
    static const bool isOpen = file.open();
    Fuzzing::require(isOpen, "there is a file");
    file.resize(0);
    file.seek(0);
    file.write(Fuzzing::bytes(data, size));
    file.flush();
    LibpqEnvironment environment;
    environment.variables.insert(QStringLiteral("PGSERVICEFILE"), file.fileName());
    environment.systemDirectory = QStringLiteral("/nonexistent");
    const ServiceFile services(environment);
    for (const QString &name : services.names()) {
        const Service *service = services.find(name);
        Fuzzing::require(service && service->problem.kind == ServiceFileProblem::None, "what is offered can be used");
    }
    for (const ServiceFileProblem &problem : services.problems())
        Fuzzing::require(problem.kind != ServiceFileProblem::None && !problem.file.isEmpty(),
                         "a problem says what it is");
    return 0;
}
