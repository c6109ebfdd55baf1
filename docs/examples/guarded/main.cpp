// SPDX-License-Identifier: MIT

// Work inside the database that must never be done by two: the guard and the work are in one transaction, so that
// nobody takes over before it ends, whatever happens to clocks and processes. Needs the full level.
#include "../common/quitonsignals.h"

#include <Elector/LeaderElector>
#include <Elector/LeaseGuard>

#include <QtCore/QCoreApplication>
#include <QtCore/QTextStream>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

namespace {

/// Adds a line to the ledger, if this node may.
void book(const Elector::LeaderElector &elector, QSqlDatabase database)
{
    QTextStream out(stdout);
    database.transaction();
    const Elector::LeaseGuard guard(database, elector);
    if (!guard.isGranted()) {
        database.rollback();
        out << "refused: " << guard.error().text << Qt::endl;
        return;
    }
    QSqlQuery query(database);
    query.prepare(QStringLiteral("INSERT INTO ledger (term) VALUES (?)"));
    query.addBindValue(guard.term());
    if (query.exec() && database.commit()) {
        out << "booked under term " << guard.term() << Qt::endl;
        return;
    }
    out << query.lastError().text() << database.lastError().text() << Qt::endl;
    database.rollback();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    quitOnSignals();
    const auto config = Elector::ElectorConfig::fromEnvironment();
    // The application's own connection, used in the thread that opens it.
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"));
    config.connection().applyTo(database);
    QSqlQuery table(database);
    if (!database.open()
        || !table.exec(
            QStringLiteral("CREATE TABLE IF NOT EXISTS ledger (at TIMESTAMPTZ DEFAULT now(), term BIGINT)"))) {
        qWarning("%s", qPrintable(database.lastError().text() + table.lastError().text()));
        return 1;
    }

    Elector::LeaderElector elector(config);
    book(elector, database); // refused: it does not lead yet
    QObject::connect(&elector, &Elector::LeaderElector::leadershipChanged, &application, [&](bool leader) {
        if (leader)
            book(elector, database);
    });
    return elector.start() ? QCoreApplication::exec() : 1;
}
