// SPDX-License-Identifier: MIT
#pragma once

#include "libpqenvironment.h"

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace Elector {

/// A section of a libpq service file.
struct Service
{
    QString name;
    QMap<QString, QString> settings; ///< keyword and value, as written; the first of two counts
    bool isIncomplete = false; ///< the rest comes from LDAP, which is not asked here
    QString error; ///< why libpq refuses this service; empty if it does not
};

/// What the service files say, read the way libpq reads them: the user's file hides the system's, name by name.
/// Reads files when made; a value afterwards.
class ServiceFile
{
public:
    explicit ServiceFile(const LibpqEnvironment &environment);

    /// Those that libpq accepts, in alphabetical order.
    QStringList names() const;
    /// The section libpq would take; null if there is none.
    const Service *find(const QString &name) const;
    /// One sentence for each thing that libpq would stumble over or pass by.
    QStringList problems() const { return m_problems; }

private:
    bool read(const QString &path);
    void take(const QString &path, int line, const QByteArray &text);
    void fail(const QString &problem);

    QList<Service> m_services;
    qsizetype m_current = -1; // the section being read; -1: none, or one that is hidden
    QStringList m_problems;
};

} // namespace Elector
