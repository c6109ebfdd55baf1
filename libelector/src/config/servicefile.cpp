// SPDX-License-Identifier: MIT
#include "Elector/servicefile.h"

#include <Elector/connectionparameters.h>

#include <QtCore/QFile>

#include <algorithm>

namespace Elector {

namespace {

// libpq reads lines into 1024 bytes; one that fills them, with its line break, is too long.
constexpr qsizetype longestLine = 1021;

bool isKeyword(const QString &word)
{
    ConnectionParameters parameters;
    parameters.set(word, QStringLiteral("x"));
    return !word.isEmpty() && parameters.problems().isEmpty();
}

} // namespace

ServiceFile::ServiceFile(const LibpqEnvironment &environment)
{
    const QString named = QStringLiteral("PGSERVICEFILE");
    if (environment.variables.contains(named)) {
        if (!read(environment.variables.value(named)))
            return;
    } else {
        const QString own = environment.home + QStringLiteral("/.pg_service.conf");
        if (QFile::exists(own) && !read(own))
            return;
    }
    const QString set = environment.variable("PGSYSCONFDIR");
    const QString shared = (set.isEmpty() ? environment.systemDirectory : set) + QStringLiteral("/pg_service.conf");
    if (QFile::exists(shared))
        read(shared);
}

QStringList ServiceFile::names() const
{
    QStringList names;
    for (const Service &service : m_services) {
        if (service.problem.kind == ServiceFileProblem::None)
            names.append(service.name);
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

const Service *ServiceFile::find(const QString &name) const
{
    const auto found = std::find_if(m_services.cbegin(), m_services.cend(),
                                    [&](const Service &service) { return service.name == name; });
    return found == m_services.cend() ? nullptr : &*found;
}

/// False if libpq reads no further either.
bool ServiceFile::read(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        m_problems.append({ServiceFileProblem::Unreadable, path, 0, {}});
        return false;
    }
    m_current = -1;
    int number = 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        ++number;
        if (line.size() > longestLine) {
            fail({ServiceFileProblem::LineTooLong, path, number, {}});
            return false;
        }
        take(path, number, line.trimmed());
    }
    return true;
}

void ServiceFile::fail(const ServiceFileProblem &problem)
{
    m_problems.append(problem);
    if (m_current >= 0 && m_services[m_current].problem.kind == ServiceFileProblem::None)
        m_services[m_current].problem = problem;
}

void ServiceFile::take(const QString &path, int line, const QByteArray &text)
{
    if (text.isEmpty() || text.startsWith('#'))
        return;
    if (text.startsWith('[')) {
        m_current = -1;
        const qsizetype end = text.indexOf(']');
        const QString name = QString::fromUtf8(text.mid(1, end - 1));
        if (end < 0)
            m_problems.append({ServiceFileProblem::UnendedSection, path, line, {}});
        else if (!name.isEmpty() && !find(name)) { // libpq stops at the first
            m_current = m_services.size();
            m_services.append({name, {}, false, {}});
        }
        return;
    }
    if (m_current < 0)
        return;
    if (text.startsWith("ldap")) {
        m_services[m_current].isIncomplete = true;
        return;
    }
    const qsizetype sign = text.indexOf('=');
    const QString keyword = QString::fromUtf8(text.left(sign));
    if (sign < 0)
        fail({ServiceFileProblem::NoSetting, path, line, {}});
    else if (keyword == QLatin1StringView("service"))
        fail({ServiceFileProblem::NestedService, path, line, {}});
    else if (!isKeyword(keyword))
        fail({ServiceFileProblem::UnknownKeyword, path, line, keyword});
    else if (!m_services[m_current].settings.contains(keyword))
        m_services[m_current].settings.insert(keyword, QString::fromUtf8(text.mid(sign + 1)));
}

} // namespace Elector
