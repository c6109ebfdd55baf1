// SPDX-License-Identifier: MIT
#include <Elector/connectionparameters.h>

#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtTest/QtTest>

using namespace Elector;

namespace {

const QString Secret = QStringLiteral("sw0rdfish");

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace

class ConnectionParametersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void readsBothSyntaxes_data();
    void readsBothSyntaxes();
    void tellsNoPassword_data();
    void tellsNoPassword();
    void writesWhatItReads();
    void refusesWhatCannotWork_data();
    void refusesWhatCannotWork();
    void copiesAConnectionWithoutUsingIt();
    void bringsItselfIntoAConnection();
    void emptyMeansLeftToLibpq();
    void blanksPasswordsAsLibpqReadsThem_data();
    void blanksPasswordsAsLibpqReadsThem();
};

void ConnectionParametersTest::readsBothSyntaxes_data()
{
    QTest::addColumn<QString>("dsn");
    QTest::newRow("uri") << text("postgresql://ann:sw0rdfish@db.example:6543/app?sslmode=require");
    QTest::newRow("keywords") << text(
        "host=db.example port=6543 user=ann password='sw0rdfish' dbname=app sslmode=require");
}

void ConnectionParametersTest::readsBothSyntaxes()
{
    QFETCH(const QString, dsn);
    ElectorError error;
    const auto parameters = ConnectionParameters::fromString(dsn, &error);
    QVERIFY2(!error, qPrintable(error.message()));
    QCOMPARE(parameters.value(text("host")), text("db.example"));
    QCOMPARE(parameters.value(text("port")), text("6543"));
    QCOMPARE(parameters.value(text("user")), text("ann"));
    QCOMPARE(parameters.value(text("password")), Secret);
    QCOMPARE(parameters.value(text("dbname")), text("app"));
    QCOMPARE(parameters.value(text("sslmode")), text("require"));
    QVERIFY(parameters.hasPassword());
    QVERIFY(parameters.problems().isEmpty());
    QCOMPARE(parameters.description(), text("ann@db.example:6543/app"));
}

void ConnectionParametersTest::tellsNoPassword_data()
{
    QTest::addColumn<QString>("dsn");
    const auto row = [](const char *dsn) { QTest::newRow(dsn) << QString::fromLatin1(dsn); };
    row("postgresql://ann:sw0rdfish%zz@db/app");
    row("postgresql://ann:%zzsw0rdfish@db/app");
    row("postgresql://ann:sw0rdfish@[::1/app");
    row("postgresql://ann:sw0rdfish@db/app?nonsense=1");
    row("host=db password=my sw0rdfish user=ann");
    row("host=db password='my' sw0rdfish");
    row("host=db password=x \"sw0rdfish");
    row("host=db password='sw0rdfish");
    row("host=db PASSWORD=sw0rdfish");
    row("host=db sslpassword=my sw0rdfish");
    row("postgresql://db/app?password=my%zzsw0rdfish");
    row("host=db dbname=postgresql://ann:sw0rdfish@db/app");
    row("host=db dbname='user=ann password=sw0rdfish'");
    row("postgresql://db/user=ann%20password=sw0rdfish");
}

void ConnectionParametersTest::tellsNoPassword()
{
    QFETCH(const QString, dsn);
    ElectorError error;
    const auto parameters = ConnectionParameters::fromString(dsn, &error);
    QVERIFY(error);
    QCOMPARE(error.code, ErrorCode::Configuration);
    QVERIFY(!error.remedy.isEmpty());
    QVERIFY2(!error.message().contains(Secret), qPrintable(error.message()));
    QVERIFY(parameters == ConnectionParameters());
}

void ConnectionParametersTest::writesWhatItReads()
{
    ConnectionParameters parameters;
    parameters.set(text("host"), text("db one,db two"));
    parameters.set(text("password"), text("it's a \\ 'secret' = x"));
    parameters.set(text("options"), text("-c search_path=app"));
    ElectorError error;
    QVERIFY(ConnectionParameters::fromString(parameters.toConnectionString(), &error) == parameters);
    QVERIFY(!error);
}

void ConnectionParametersTest::refusesWhatCannotWork_data()
{
    QTest::addColumn<QString>("keyword");
    QTest::addColumn<QString>("value");
    QTest::newRow("unknown keyword") << text("hots") << text("db");
    QTest::newRow("NUL") << text("host") << QString(text("db") + QChar(QChar::Null));
    QTest::newRow("semicolon, which becomes a space in the driver") << text("options") << text("-c a=b;c");
    QTest::newRow("an address for a database") << text("dbname") << text("postgresql://ann:sw0rdfish@db/app");
    QTest::newRow("keywords for a database") << text("dbname") << text("user=ann password=sw0rdfish");
}

void ConnectionParametersTest::refusesWhatCannotWork()
{
    QFETCH(const QString, keyword);
    QFETCH(const QString, value);
    ConnectionParameters parameters;
    parameters.set(keyword, value);
    parameters.set(text("password"), Secret);
    QCOMPARE(parameters.problems().size(), 1);
    const ElectorError problem = parameters.problems().constFirst();
    QVERIFY(problem.text.contains(keyword));
    QVERIFY(!problem.remedy.isEmpty());
    QVERIFY(!problem.message().contains(Secret));
    QVERIFY2(!parameters.description().contains(Secret), qPrintable(parameters.description()));
}

void ConnectionParametersTest::copiesAConnectionWithoutUsingIt()
{
    const QString name = text("copied");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(text("QPSQL"), name);
        database.setHostName(text("nowhere.invalid"));
        database.setPort(6543);
        database.setDatabaseName(text("app"));
        database.setUserName(text("ann"));
        database.setPassword(Secret);
        database.setConnectOptions(text("sslmode=require;options='-c a=b'"));
        const auto parameters = ConnectionParameters::fromDatabase(database);
        QCOMPARE(parameters.description(), text("ann@nowhere.invalid:6543/app"));
        QCOMPARE(parameters.value(text("password")), Secret);
        QCOMPARE(parameters.value(text("sslmode")), text("require"));
        QCOMPARE(parameters.value(text("options")), text("-c a=b"));
        QVERIFY(!database.isOpen());
        QVERIFY(!database.lastError().isValid()); // nothing was tried
    }
    QSqlDatabase::removeDatabase(name);
}

void ConnectionParametersTest::bringsItselfIntoAConnection()
{
    const QString name = text("filled");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(text("QPSQL"), name);
        const auto parameters = ConnectionParameters::fromString(
            text("host=db dbname=app user=ann password=sw0rdfish sslmode=require port=1"));
        parameters.applyTo(database);
        QCOMPARE(database.password(), Secret);
        QVERIFY(!database.connectOptions().contains(Secret));
        QVERIFY(ConnectionParameters::fromDatabase(database) == parameters);
    }
    QSqlDatabase::removeDatabase(name);
}

void ConnectionParametersTest::emptyMeansLeftToLibpq()
{
    ConnectionParameters parameters;
    QCOMPARE(parameters.description(), text("the default server"));
    parameters.set(text("user"), text("ann"));
    QCOMPARE(parameters.description(), text("ann@local"));
    qputenv("PGHOST", "db.example");
    QCOMPARE(parameters.description(), text("ann@db.example"));
    qunsetenv("PGHOST");
    parameters.set(text("service"), text("lease"));
    QCOMPARE(parameters.description(), text("service lease ann"));
    parameters = ConnectionParameters();
    parameters.set(text("host"), text("db"));
    parameters.set(text("host"), {});
    QVERIFY(parameters.values().isEmpty());
    QVERIFY(ConnectionParameters::fromString({}).values().isEmpty());
}

void ConnectionParametersTest::blanksPasswordsAsLibpqReadsThem_data()
{
    QTest::addColumn<QString>("dsn");
    QTest::addColumn<QString>("password");
    const std::pair<const char *, const char *> rows[] = {
        {"postgresql://ann:sw0rdfish@db.example/app", "sw0rdfish"},
        {"postgresql://ann:sw0rd?fish@db.example/app", "sw0rd?fish"},
        {"postgresql://ann:sw:rd@a:1,b:2/app", "sw:rd"},
        {"postgresql://a?n:sw0rdfish@db.example", "sw0rdfish"},
        {"postgresql://db.example/app?password=sw0rdfish&user=ann", "sw0rdfish"},
        {"host=db password=sw0rd&fish user=ann", "sw0rd&fish"},
        {"password=sw0rd\\ fish host=db", "sw0rd fish"},
        {"password = 'sw0rd \\' fish' host=db", "sw0rd ' fish"},
    };
    for (const auto &[dsn, password] : rows)
        QTest::newRow(dsn) << text(dsn) << text(password);
}

void ConnectionParametersTest::blanksPasswordsAsLibpqReadsThem()
{
    QFETCH(const QString, dsn);
    QFETCH(const QString, password);
    QCOMPARE(ConnectionParameters::fromString(dsn).value(text("password")), password);
    for (const char *prefix : {"", "--dsn="}) {
        QByteArray argument = prefix + dsn.toLatin1();
        QByteArray program = "program";
        QByteArray other = "password"; // of its own it is none
        char *arguments[] = {program.data(), other.data(), argument.data(), nullptr};
        QVERIFY(ConnectionParameters::blankPasswords(3, arguments));
        QCOMPARE(argument.size(), qsizetype(qstrlen(prefix) + std::size_t(dsn.size())));
        for (const QByteArray &part : password.toLatin1().replace('?', ' ').replace('&', ' ').split(' ')) {
            if (part.size() > 1)
                QVERIFY2(!argument.contains(part), argument.constData());
        }
        QCOMPARE(other, QByteArray("password"));
        QVERIFY(!ConnectionParameters::blankPasswords(2, arguments));
    }
}

QTEST_GUILESS_MAIN(ConnectionParametersTest)
#include "tst_connectionparameters.moc"
