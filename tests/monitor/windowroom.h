// SPDX-License-Identifier: MIT
#pragma once

#include "mainwindow.h"
#include "postgresserver.h"

#include <Elector/enums.h>

#include <QTemporaryDir>

#include <memory>

class QAction;

namespace Elector {

class LeaseView;

/// What a test of the window needs: a server, a database with the tables, a place for settings that is not the
/// user's, and a window on it.
class WindowRoom
{
public:
    /// Starts the server; false with the reason in error().
    bool start();
    QString error() const { return m_error; }
    PostgresServer &server() { return m_server; }
    const PostgresServer &server() const { return m_server; }

    /// A fresh database with tables of that level; forgets the settings of earlier windows.
    bool prepare(SchemaLevel level);
    QString database() const { return m_database; }
    SqlResult exec(const QString &sql) { return m_server.exec(sql, m_database); }
    /// Writes a row as a node would that does not know the full level.
    bool hold(int lockId, const QString &leaderId, double seconds);

    MonitorOptions options(const QString &user = QStringLiteral("postgres")) const;
    /// Shows a window and waits until it is exposed.
    std::unique_ptr<MainWindow> open(const MonitorOptions &options);

private:
    QString m_error;
    QString m_database;
    PostgresServer m_server;
    QTemporaryDir m_settings;
};

LeaseView *tableOf(MainWindow &window);
QAction *actionOf(MainWindow &window, const char *name);
/// The row of a lock as the window shows it; -1 if it is not there.
int shownRow(MainWindow &window, int lockId);
QVariant shown(MainWindow &window, int lockId, int column, int role = Qt::DisplayRole);
/// Why the release is greyed; empty if it is not.
QString whyGreyed(MainWindow &window);

} // namespace Elector
