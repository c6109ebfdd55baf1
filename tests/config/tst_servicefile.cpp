// SPDX-License-Identifier: MIT
#include <Elector/servicefile.h>

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <libpq-fe.h>

#include <memory>

using namespace Elector;

class TestServiceFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_room = std::make_unique<QTemporaryDir>();
        m_environment = {};
        m_environment.home = m_room->filePath(QStringLiteral("home"));
        m_environment.systemDirectory = m_room->filePath(QStringLiteral("etc"));
        QVERIFY(QDir().mkpath(m_environment.home));
        QVERIFY(QDir().mkpath(m_environment.systemDirectory));
    }

    void withoutAFileThereIsNothing()
    {
        const ServiceFile file(m_environment);
        QVERIFY(file.names().isEmpty());
        QVERIFY(file.problems().isEmpty());
    }

    void sectionsCommentsAndBlanksAreReadAsLibpqDoes()
    {
        write(own(),
              "ignored=yes\n# a comment\n  [orders]  \n host=db.example\nport=5433\r\n\n#host=no\nhost=second\n"
              "[billing]x\ndbname= with blank\n");
        const ServiceFile file(m_environment);
        QCOMPARE(file.names(), QStringList({QStringLiteral("billing"), QStringLiteral("orders")}));
        const auto orders = file.find(QStringLiteral("orders"))->settings;
        QCOMPARE(orders.value(QStringLiteral("host")), QStringLiteral("db.example")); // the first counts
        QCOMPARE(orders.value(QStringLiteral("port")), QStringLiteral("5433"));
        QCOMPARE(orders.size(), 2);
        QCOMPARE(file.find(QStringLiteral("billing"))->settings.value(QStringLiteral("dbname")),
                 QStringLiteral(" with blank"));
        QVERIFY(file.problems().isEmpty());
    }

    void theUsersFileHidesTheSystems()
    {
        write(own(), "[a]\nhost=mine\n");
        write(shared(), "[a]\nhost=theirs\n[b]\nhost=theirs\n");
        const ServiceFile file(m_environment);
        QCOMPARE(file.names(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(file.find(QStringLiteral("a"))->settings.value(QStringLiteral("host")), QStringLiteral("mine"));
    }

    void theVariablesSayWhere()
    {
        write(own(), "[own]\n");
        write(shared(), "[shared]\n");
        const QString named = m_room->filePath(QStringLiteral("named.conf"));
        write(named, "[named]\n");
        const QString other = m_room->filePath(QStringLiteral("other"));
        QVERIFY(QDir().mkpath(other));
        write(other + QStringLiteral("/pg_service.conf"), "[other]\n");
        m_environment.variables.insert(QStringLiteral("PGSERVICEFILE"), named);
        m_environment.variables.insert(QStringLiteral("PGSYSCONFDIR"), other);
        QCOMPARE(ServiceFile(m_environment).names(), QStringList({QStringLiteral("named"), QStringLiteral("other")}));
    }

    void aNamedFileThatIsMissingIsReportedAndEndsTheSearch()
    {
        write(shared(), "[shared]\n");
        m_environment.variables.insert(QStringLiteral("PGSERVICEFILE"), QStringLiteral("/nowhere/at all"));
        const ServiceFile file(m_environment);
        QVERIFY(file.names().isEmpty());
        QCOMPARE(file.problems().constFirst().kind, ServiceFileProblem::Unreadable);
        QCOMPARE(file.problems().constFirst().file, QStringLiteral("/nowhere/at all"));
    }

    void badLinesSpoilTheirOwnServiceOnly_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("kind");
        QTest::newRow("no sign") << QByteArray("host db.example") << int(ServiceFileProblem::NoSetting);
        QTest::newRow("unknown keyword") << QByteArray("hots=db.example") << int(ServiceFileProblem::UnknownKeyword);
        QTest::newRow("blank before the sign")
            << QByteArray("host =db.example") << int(ServiceFileProblem::UnknownKeyword);
        QTest::newRow("nested") << QByteArray("service=good") << int(ServiceFileProblem::NestedService);
    }

    void badLinesSpoilTheirOwnServiceOnly()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, kind);
        write(own(), "[bad]\nport=1\n" + line + "\n[good]\nport=2\n");
        const ServiceFile file(m_environment);
        QCOMPARE(file.names(), QStringList(QStringLiteral("good")));
        QCOMPARE(file.problems().size(), 1);
        QCOMPARE(int(file.problems().constFirst().kind), kind);
        QCOMPARE(file.problems().constFirst().file, own());
        QCOMPARE(file.problems().constFirst().line, 3);
        QCOMPARE(int(file.find(QStringLiteral("bad"))->problem.kind), kind);
    }

    void aSectionWithoutItsEndIsReported()
    {
        write(own(), "[half\nhost=db\n[whole]\n");
        const ServiceFile file(m_environment);
        QCOMPARE(file.names(), QStringList(QStringLiteral("whole")));
        QCOMPARE(file.problems().size(), 1);
        QCOMPARE(file.problems().constFirst().kind, ServiceFileProblem::UnendedSection);
    }

    void aLineThatIsTooLongEndsTheReading()
    {
        write(own(), "[before]\nhost=a\n[with]\nhost=" + QByteArray(1100, 'x') + "\n[after]\nhost=b\n");
        write(shared(), "[system]\n");
        const ServiceFile file(m_environment);
        QCOMPARE(file.names(), QStringList(QStringLiteral("before")));
        QCOMPARE(file.problems().size(), 1);
        QCOMPARE(file.problems().constFirst().kind, ServiceFileProblem::LineTooLong);
    }

    void ldapIsLeftToLibpq()
    {
        write(own(), "[far]\nldap://directory.example/dc=x?y?z\n");
        const ServiceFile file(m_environment);
        QCOMPARE(file.names(), QStringList(QStringLiteral("far")));
        QVERIFY(file.find(QStringLiteral("far"))->isIncomplete);
    }

    // What this reading of the file promises is what the library beside us does.
    void libpqAgrees()
    {
        write(own(),
              "[a]\nport=1\n[bad]\nhost db\n[a]\nport=2\n[b]junk\nport=3\n[half\nport=4\n[nested]\nservice=a\n[odd]\n"
              "host =x\n[edge]\nhost="
                  + QByteArray(1016, 'x') + "\n[tail]\nport=5\n");
        const QByteArray before = qgetenv("PGSERVICEFILE");
        qputenv("PGSERVICEFILE", own().toLocal8Bit());
        m_environment.variables.insert(QStringLiteral("PGSERVICEFILE"), own());
        const ServiceFile file(m_environment);
        for (const char *name : {"a", "bad", "b", "half", "nested", "odd", "edge", "tail", "none"}) {
            const QString text = QString::fromLatin1(name);
            QCOMPARE(file.names().contains(text), isKnownToLibpq(name));
        }
        before.isNull() ? qunsetenv("PGSERVICEFILE") : qputenv("PGSERVICEFILE", before);
        QCOMPARE(file.find(QStringLiteral("a"))->settings.value(QStringLiteral("port")), QStringLiteral("1"));
    }

private:
    QString own() const { return m_environment.home + QStringLiteral("/.pg_service.conf"); }
    QString shared() const { return m_environment.systemDirectory + QStringLiteral("/pg_service.conf"); }

    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    // libpq reads the file while it takes the options, before it connects anywhere. The port leads nowhere.
    static bool isKnownToLibpq(const char *service)
    {
        const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(
            PQconnectStart((QByteArray("hostaddr=127.0.0.1 connect_timeout=2 service=") + service).constData()),
            &PQfinish);
        const QByteArray error = PQerrorMessage(connection.get());
        return !error.contains("service");
    }

    std::unique_ptr<QTemporaryDir> m_room;
    LibpqEnvironment m_environment;
};

QTEST_GUILESS_MAIN(TestServiceFile)
#include "tst_servicefile.moc"
