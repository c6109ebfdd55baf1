// SPDX-License-Identifier: MIT
#pragma once

#include "connectionprofile.h"

#include <QtCore/QList>
#include <QtCore/QStringList>

#include <optional>

class QSettings;

namespace Elector {

/// The profiles in the program's QSettings, group "profiles", each under its id. Passwords never get there. Reads and
/// writes a small file in the calling thread; needs the organisation's and application's names, no application object.
class ProfileStore
{
public:
    struct Contents
    {
        QList<ConnectionProfile> profiles; ///< ordered by name
        QStringList problems; ///< one sentence for each profile that was skipped; they stay in the file as they are
    };
    Contents load() const;

    /// Gives a new profile its id. Returns what has to be mended first, then nothing was written; empty if it is saved.
    QList<ProfileProblem> save(ConnectionProfile *profile);
    void remove(const QString &id);

private:
    static std::optional<ConnectionProfile> read(const QSettings &settings, const QString &id, QString *problem);
    static void write(QSettings &settings, const ConnectionProfile &profile);
};

} // namespace Elector
