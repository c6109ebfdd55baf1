// SPDX-License-Identifier: MIT
#pragma once

#include "connectionopener.h"
#include "connectionprofile.h"

#include <QtCore/QList>
#include <QtCore/QObject>

namespace Elector {

class MainWindow;

/// Opens pages for profiles beside those that a window has, one profile after the other: each may ask for a password,
/// and whoever gives that up goes on without it. Belongs to the window.
class ProfilePages : public QObject
{
    Q_OBJECT

public:
    /// `vault` outlives it.
    ProfilePages(PasswordVault *vault, MainWindow *window);

    void open(const QList<ConnectionProfile> &profiles);

private:
    void next();

    MainWindow *m_window;
    ConnectionOpener m_opener;
    QList<ConnectionProfile> m_left;
};

} // namespace Elector
