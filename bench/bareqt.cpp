// SPDX-License-Identifier: MIT

// The least that a Qt program with a connection needs: what the memory of `elector run` is compared to.
#include <QtCore/QCoreApplication>
#include <QtSql/QSqlDatabase>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"));
    database.setHostName(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    database.setPort(argc > 2 ? std::atoi(argv[2]) : 0);
    database.setDatabaseName(QString::fromLocal8Bit(argc > 3 ? argv[3] : ""));
    database.setUserName(QStringLiteral("postgres"));
    if (!database.open())
        return 1;
    std::puts("ready");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
