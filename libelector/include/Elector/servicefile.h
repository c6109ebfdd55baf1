// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/elector_export.h>
#include <Elector/libpqenvironment.h>

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace Elector {

/// Something that libpq stumbles over in a service file, or passes by. A value, any thread.
struct ServiceFileProblem
{
    /// What it is.
    enum Kind {
        None,
        Unreadable, ///< the file cannot be read
        LineTooLong, ///< libpq reads no further
        UnendedSection, ///< a section begins and lacks its `]`
        NoSetting, ///< the line is not `keyword=value`
        NestedService, ///< the service names another one
        UnknownKeyword, ///< a keyword that libpq does not know
    };
    Kind kind = None; ///< what it is
    QString file; ///< its path
    int line = 0; ///< counted from 1; 0 for the whole file
    QString keyword; ///< of UnknownKeyword, as written
};

/// A section of a libpq service file. A value, any thread.
struct Service
{
    QString name; ///< what stands in brackets
    QMap<QString, QString>
        settings; ///< keyword and value, as written; the first of two counts. **May hold a password.**
    bool isIncomplete = false; ///< the rest comes from LDAP, which is not asked here
    ServiceFileProblem problem; ///< why libpq refuses this service; None if it does not
};

/// What the service files say, read the way libpq reads them: the user's file hides the system's, name by name.
/// Reads files when made; a value afterwards, any thread.
class ELECTOR_EXPORT ServiceFile
{
public:
    /// Reads the files that libpq would find in `environment`. A file that is missing is none, unless PGSERVICEFILE
    /// names it.
    explicit ServiceFile(const LibpqEnvironment &environment);

    /// Those that libpq accepts, in alphabetical order.
    QStringList names() const;
    /// The section libpq would take; null if there is none. Lives as long as this object does.
    const Service *find(const QString &name) const;
    /// All that libpq would stumble over or pass by.
    QList<ServiceFileProblem> problems() const { return m_problems; }

private:
    bool read(const QString &path);
    void take(const QString &path, int line, const QByteArray &text);
    void fail(const ServiceFileProblem &problem);

    QList<Service> m_services;
    qsizetype m_current = -1; // the section being read; -1: none, or one that is hidden
    QList<ServiceFileProblem> m_problems;
};

} // namespace Elector
