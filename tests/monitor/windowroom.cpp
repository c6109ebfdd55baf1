// SPDX-License-Identifier: MIT
#include "windowroom.h"

#include "leasepage.h"
#include "leaseview.h"

#include <Elector/schema.h>

#include <QAction>
#include <QCoreApplication>
#include <QSettings>
#include <QTest>

namespace Elector {

bool WindowRoom::start()
{
    QCoreApplication::setOrganizationName(QStringLiteral("elector"));
    QCoreApplication::setApplicationName(QStringLiteral("elector-monitor"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    const bool started = m_server.start();
    m_error = m_server.errorString();
    return started;
}

bool WindowRoom::prepare(SchemaLevel level)
{
    QSettings().clear();
    m_database = m_server.createDatabase();
    const SqlResult result = exec(Schema::installSql(QStringLiteral("public"), level, 15));
    m_error = result.error;
    return !m_database.isEmpty() && result;
}

bool WindowRoom::hold(int lockId, const QString &leaderId, double seconds)
{
    const SqlResult result
        = exec(QStringLiteral("INSERT INTO leader_lease (id, leader_id, expires_at, created_at) "
                              "VALUES (%1, '%2', clock_timestamp() + interval '%3 s', clock_timestamp())")
                   .arg(lockId)
                   .arg(leaderId)
                   .arg(seconds));
    m_error = result.error;
    return bool(result);
}

MonitorOptions WindowRoom::options(const QString &user) const
{
    MonitorOptions options;
    options.connection = ConnectionParameters::fromString(m_server.dsn(m_database, user));
    options.interval = std::chrono::milliseconds(200);
    return options;
}

std::unique_ptr<MainWindow> WindowRoom::open(const MonitorOptions &options)
{
    auto window = std::make_unique<MainWindow>(options);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get()))
        return nullptr;
    return window;
}

LeaseView *tableOf(MainWindow &window)
{
    return window.page()->view();
}

QAction *actionOf(MainWindow &window, const char *name)
{
    return window.findChild<QAction *>(QString::fromLatin1(name));
}

int shownRow(MainWindow &window, int lockId)
{
    const QAbstractItemModel *model = tableOf(window)->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data(LeaseModel::LockIdRole).toInt() == lockId)
            return row;
    }
    return -1;
}

QVariant shown(MainWindow &window, int lockId, int column, int role)
{
    const int row = shownRow(window, lockId);
    return row < 0 ? QVariant() : tableOf(window)->model()->index(row, column).data(role);
}

QString whyGreyed(MainWindow &window)
{
    const QAction *release = actionOf(window, "releaseAction");
    return release->isEnabled() ? QString() : release->toolTip();
}

} // namespace Elector
