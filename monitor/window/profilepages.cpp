// SPDX-License-Identifier: MIT
#include "profilepages.h"

#include "mainwindow.h"

namespace Elector {

ProfilePages::ProfilePages(PasswordVault *vault, MainWindow *window)
    : QObject(window)
    , m_window(window)
    , m_opener(vault, window)
{
    // Queued, because the opener is still busy with the one that it tells of.
    connect(
        &m_opener, &ConnectionOpener::opened, this,
        [this](const ConnectionChoice &choice) {
            m_window->watchBeside(choice);
            next();
        },
        Qt::QueuedConnection);
    connect(&m_opener, &ConnectionOpener::cancelled, this, &ProfilePages::next, Qt::QueuedConnection);
}

void ProfilePages::open(const QList<ConnectionProfile> &profiles)
{
    m_left = profiles;
    next();
}

void ProfilePages::next()
{
    if (!m_left.isEmpty())
        m_opener.open(m_left.takeFirst());
}

} // namespace Elector
