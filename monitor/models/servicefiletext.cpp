// SPDX-License-Identifier: MIT
#include "servicefiletext.h"

#include <QtCore/QCoreApplication>

namespace Elector {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Elector::ServiceFile)
};

} // namespace

QString serviceFileSentence(const ServiceFileProblem &problem)
{
    const QString &path = problem.file;
    switch (problem.kind) {
    case ServiceFileProblem::Unreadable:
        return Words::tr("The service file “%1” cannot be read.").arg(path);
    case ServiceFileProblem::LineTooLong:
        return Words::tr("Line %1 of the service file “%2” is too long for libpq, which reads no further.")
            .arg(problem.line)
            .arg(path);
    case ServiceFileProblem::UnendedSection:
        return Words::tr("Line %1 of the service file “%2” begins a section and lacks its “]”.")
            .arg(problem.line)
            .arg(path);
    case ServiceFileProblem::NoSetting:
        return Words::tr("Line %1 of the service file “%2” is not “keyword=value”.").arg(problem.line).arg(path);
    case ServiceFileProblem::NestedService:
        return Words::tr("Line %1 of the service file “%2” names another service, which libpq does not allow.")
            .arg(problem.line)
            .arg(path);
    case ServiceFileProblem::UnknownKeyword:
        return Words::tr("Line %1 of the service file “%2” has a keyword that libpq does not know: “%3”.")
            .arg(problem.line)
            .arg(path, problem.keyword);
    case ServiceFileProblem::None:
        break;
    }
    return {};
}

} // namespace Elector
