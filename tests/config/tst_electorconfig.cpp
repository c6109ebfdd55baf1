// SPDX-License-Identifier: MIT
#include <Elector/duration.h>
#include <Elector/electorconfig.h>

#include <QtCore/QProcessEnvironment>
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtTest/QtTest>

#include <cmath>
#include <functional>
#include <memory>

using namespace Elector;
using namespace std::chrono_literals;

namespace {

const QString Secret = QStringLiteral("sw0rdfish");

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

QString messages(const QList<ElectorError> &errors)
{
    QStringList lines;
    for (const ElectorError &error : errors)
        lines.append(error.message());
    return lines.join(QLatin1Char('\n'));
}

/// The only problem of `config`, if it is about `subject` and says what would be right.
bool hasOneProblem(const ElectorConfig &config, const QString &subject)
{
    const auto problems = config.problems();
    if (problems.size() == 1 && problems.constFirst().code == ErrorCode::Configuration
        && problems.constFirst().text.contains(subject) && !problems.constFirst().remedy.isEmpty())
        return true;
    qInfo("expected one problem of %s, found: %s", qPrintable(subject), qPrintable(messages(problems)));
    return false;
}

} // namespace

class ElectorConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void hasTheDefaultsOfTheNpmPackage();
    void needsNothingButALease_data();
    void needsNothingButALease();
    void takesARenewalIntervalOnItsOwn();
    void countsTheBudget_data();
    void countsTheBudget();
    void namesALeaseThatWouldDo();
    void namesALeaseThatWouldDoForAGrace_data();
    void namesALeaseThatWouldDoForAGrace();
    void proposesNoLeaseWhereNoneWouldDo();
    void warnsOfLeasesThatSurviveNoReconnection();
    void refusesSettingsOutOfRange_data();
    void refusesSettingsOutOfRange();
    void reportsEveryProblemAtOnce();
    void checksInstanceIds_data();
    void checksInstanceIds();
    void checksSchemaNames_data();
    void checksSchemaNames();
    void tellsTheWorstCase();
    void readsSettingsInMilliseconds();
    void refusesSettingsThatCannotBeRead();
    void keepsPasswordsOutOfSettings_data();
    void keepsPasswordsOutOfSettings();
    void readsTheEnvironmentWithUnits();
    void readsTheEnvironmentOnTopOfOtherSettings();
    void refusesDurationsWithoutUnit();
    void copiesAConnectionAndNeverUsesIt();
    void refusesOtherDrivers();
    void isAValue();

private:
    std::unique_ptr<QSettings> settings(const QMap<QString, QVariant> &values)
    {
        auto result
            = std::make_unique<QSettings>(m_folder.filePath(text("%1.ini").arg(++m_files)), QSettings::IniFormat);
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            result->setValue(it.key(), it.value());
        return result;
    }
    QTemporaryDir m_folder;
    int m_files = 0;
};

void ElectorConfigTest::hasTheDefaultsOfTheNpmPackage()
{
    const ElectorConfig config;
    QVERIFY(config.leaseDuration() == 10s);
    QVERIFY(config.renewalInterval() == 3s);
    QVERIFY(config.jitterRange() == 2s);
    QVERIFY(config.attemptTimeout() == 1666ms);
    QVERIFY(config.delta() == 250ms);
    QVERIFY(config.stopTimeout() == 1s);
    QCOMPARE(config.epsilon(), 0.1);
    QCOMPARE(config.lockId(), 1);
    QCOMPARE(config.schema(), text("public"));
    QVERIFY(config.createTableOnInit());
    QVERIFY(config.instanceId().contains(QString::number(QCoreApplication::applicationPid())));
    QVERIFY(config.trust() == 8750ms);
    QCOMPARE(messages(config.problems()), QString());
    QCOMPARE(messages(config.warnings()), QString());
}

void ElectorConfigTest::needsNothingButALease_data()
{
    QTest::addColumn<int>("milliseconds");
    for (const int milliseconds : {100, 101, 1000, 1005, 5000, 10'000, 60'000, 3'600'000, 86'400'000})
        QTest::addRow("%d ms", milliseconds) << milliseconds;
}

void ElectorConfigTest::needsNothingButALease()
{
    QFETCH(const int, milliseconds);
    ElectorConfig config;
    config.setLeaseDuration(std::chrono::milliseconds(milliseconds));
    QCOMPARE(messages(config.problems()), QString());
    QVERIFY(config.renewalInterval() == config.leaseDuration() * 3 / 10);
    QVERIFY(config.jitterRange() <= config.leaseDuration() / 5);
    QVERIFY(config.jitterRange() >= config.leaseDuration() / 5 - 1ms);
    QVERIFY(config.attemptTimeout() == config.leaseDuration() / 6);
    QVERIFY(config.delta() == config.leaseDuration() / 40);
}

void ElectorConfigTest::takesARenewalIntervalOnItsOwn()
{
    ElectorConfig config;
    for (const auto interval : {1ms, 2ms, 100ms, 1000ms, 5000ms}) {
        config.setRenewalInterval(interval);
        QCOMPARE(messages(config.problems()), QString());
        QVERIFY(config.jitterRange() < interval);
    }
    config.setRenewalInterval(std::nullopt);
    QVERIFY(config.renewalInterval() == 3s);
}

void ElectorConfigTest::countsTheBudget_data()
{
    QTest::addColumn<int>("grace");
    QTest::addColumn<bool>("fits");
    // 8750 ms of trust − 3000 − 2·1600 − 200 of pause
    QTest::newRow("just fits") << 2350 << true;
    QTest::newRow("a millisecond too much") << 2351 << false;
}

void ElectorConfigTest::countsTheBudget()
{
    QFETCH(const int, grace);
    QFETCH(const bool, fits);
    ElectorConfig config;
    config.setAttemptTimeout(1600ms);
    config.setGrace(std::chrono::milliseconds(grace));
    QCOMPARE(config.problems().isEmpty(), fits);
    if (fits)
        return;
    const ElectorError problem = config.problems().constFirst();
    for (const char *part :
         {"3s", "1600ms", "200ms", "2351ms", "8751ms", "10s", "8750ms", "renewalInterval", "attemptTimeout", "grace"})
        QVERIFY2(problem.text.contains(text(part)), part);
}

void ElectorConfigTest::namesALeaseThatWouldDo()
{
    for (const bool withDelta : {false, true}) {
        ElectorConfig config;
        config.setRenewalInterval(8s);
        config.setAttemptTimeout(1s);
        if (withDelta)
            config.setDelta(1s);
        QVERIFY(hasOneProblem(config, text("do not fit")));
        const auto match = QRegularExpression(text("leaseDuration of (\\d+)(ms|s) or more"))
                               .match(config.problems().constFirst().remedy);
        QVERIFY(match.hasMatch());
        const auto lease
            = std::chrono::milliseconds(match.captured(1).toInt() * (match.captured(2) == text("s") ? 1000 : 1));
        config.setLeaseDuration(lease);
        QCOMPARE(messages(config.problems()), QString());
        config.setLeaseDuration(lease - 1s); // they are told in whole seconds
        QVERIFY(!config.problems().isEmpty());
    }
}

/// As `elector run` makes its settings: a grace that was typed stays as it is in a longer lease.
void ElectorConfigTest::namesALeaseThatWouldDoForAGrace_data()
{
    using Milliseconds = std::chrono::milliseconds;
    QTest::addColumn<Milliseconds>("lease");
    QTest::addColumn<std::optional<Milliseconds>>("typed");
    QTest::addColumn<Milliseconds>("enough");
    QTest::newRow("typed") << Milliseconds(10s) << std::optional<Milliseconds>(5s) << Milliseconds(25s);
    QTest::newRow("as long as the lease") << Milliseconds(10s) << std::optional<Milliseconds>(10s) << Milliseconds(50s);
    QTest::newRow("in a tiny lease") << 100ms << std::optional<Milliseconds>(5s) << Milliseconds(25s);
    QTest::newRow("not typed, in a tiny lease") << 100ms << std::optional<Milliseconds>() << Milliseconds(250ms);
}

void ElectorConfigTest::namesALeaseThatWouldDoForAGrace()
{
    using Milliseconds = std::chrono::milliseconds;
    QFETCH(const Milliseconds, lease);
    QFETCH(const std::optional<Milliseconds>, typed);
    QFETCH(const Milliseconds, enough);
    const auto with = [&](Milliseconds chosen) {
        ElectorConfig config;
        config.setLeaseDuration(chosen);
        config.setGrace(typed.value_or(chosen / 10) + std::max(Milliseconds(30), chosen / 50));
        return config;
    };
    QVERIFY(hasOneProblem(with(lease), text("do not fit")));
    const QString remedy = with(lease).problems().constFirst().remedy;
    QVERIFY2(remedy.contains(text("leaseDuration of %1 or more").arg(formatDuration(enough))), qPrintable(remedy));
    QCOMPARE(messages(with(enough).problems()), QString());
    QVERIFY(!with(enough - (enough > 1s ? Milliseconds(1s) : Milliseconds(10ms))).problems().isEmpty());
}

/// Trust in half of the lease at most, of which the intervals that follow it take more.
void ElectorConfigTest::proposesNoLeaseWhereNoneWouldDo()
{
    ElectorConfig config;
    config.setEpsilon(0.499);
    config.setGrace(config.leaseDuration() / 10 + config.leaseDuration() / 50);
    QVERIFY(hasOneProblem(config, text("do not fit")));
    QVERIFY2(!config.problems().constFirst().remedy.contains(text("leaseDuration of")),
             qPrintable(config.problems().constFirst().remedy));
}

void ElectorConfigTest::warnsOfLeasesThatSurviveNoReconnection()
{
    ElectorConfig config;
    config.setLeaseDuration(5s);
    QCOMPARE(config.warnings().size(), 1);
    QVERIFY(config.warnings().constFirst().message().contains(text("2s"))); // libpq's shortest connect_timeout
    QVERIFY(config.problems().isEmpty());
    config.setLeaseDuration(10s);
    QVERIFY(config.warnings().isEmpty());
    // The lease that is proposed would do, though what was not given grows with it.
    for (const std::chrono::milliseconds lease : {2s, 5s, 10s, 15s}) {
        ElectorConfig graceful;
        graceful.setLeaseDuration(lease);
        graceful.setGrace(lease * 3 / 25);
        QCOMPARE(graceful.warnings().size(), 1);
        const auto match = QRegularExpression(text("leaseDuration of (\\d+)(ms|s) would"))
                               .match(graceful.warnings().constFirst().remedy);
        QVERIFY(match.hasMatch());
        const auto enough
            = std::chrono::milliseconds(match.captured(1).toInt() * (match.captured(2) == text("s") ? 1000 : 1));
        graceful.setLeaseDuration(enough);
        graceful.setGrace(enough * 3 / 25);
        QCOMPARE(messages(graceful.warnings()), QString());
    }
}

void ElectorConfigTest::refusesSettingsOutOfRange_data()
{
    using Change = std::function<void(ElectorConfig &)>;
    QTest::addColumn<QString>("subject");
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const char *subject, Change change) {
        QTest::newRow(name) << QString::fromLatin1(subject) << change;
    };
    constexpr auto forEver = std::chrono::milliseconds(std::chrono::hours(10'000));
    row("no lease", "leaseDuration", [](ElectorConfig &c) { c.setLeaseDuration(0ms); });
    row("lease below 100 ms", "leaseDuration", [](ElectorConfig &c) { c.setLeaseDuration(99ms); });
    row("lease beyond a day", "leaseDuration", [](ElectorConfig &c) { c.setLeaseDuration(24h + 1ms); });
    row("no interval", "renewalInterval", [](ElectorConfig &c) { c.setRenewalInterval(0ms); });
    row("negative interval", "renewalInterval", [](ElectorConfig &c) { c.setRenewalInterval(-1ms); });
    row("endless interval", "renewalInterval",
        [](ElectorConfig &c) { c.setRenewalInterval(std::chrono::milliseconds::max() / 4); });
    row("jitter as long as the interval", "jitterRange", [](ElectorConfig &c) { c.setJitterRange(3s); });
    row("negative jitter", "jitterRange", [](ElectorConfig &c) { c.setJitterRange(-1ms); });
    row("attempt too short", "attemptTimeout", [](ElectorConfig &c) { c.setAttemptTimeout(9ms); });
    row("endless attempt", "attemptTimeout",
        [](ElectorConfig &c) { c.setAttemptTimeout(std::chrono::milliseconds::max()); });
    row("negative epsilon", "epsilon", [](ElectorConfig &c) { c.setEpsilon(-0.01); });
    row("epsilon of a half", "epsilon", [](ElectorConfig &c) { c.setEpsilon(0.5); });
    row("epsilon is no number", "epsilon", [](ElectorConfig &c) { c.setEpsilon(std::nan("")); });
    row("negative delta", "delta", [](ElectorConfig &c) { c.setDelta(-1ms); });
    row("delta of half the lease", "delta", [](ElectorConfig &c) { c.setDelta(5s); });
    row("endless delta", "delta", [](ElectorConfig &c) { c.setDelta(std::chrono::milliseconds::max()); });
    row("negative grace", "grace", [](ElectorConfig &c) { c.setGrace(-1ms); });
    row("endless grace", "grace", [](ElectorConfig &c) { c.setGrace(std::chrono::milliseconds::max()); });
    row("negative stop", "stopTimeout", [](ElectorConfig &c) { c.setStopTimeout(-1ms); });
    row("endless stop", "stopTimeout", [forEver](ElectorConfig &c) { c.setStopTimeout(forEver); });
}

void ElectorConfigTest::refusesSettingsOutOfRange()
{
    QFETCH(const QString, subject);
    using Change = std::function<void(ElectorConfig &)>;
    QFETCH(const Change, change);
    ElectorConfig config;
    change(config);
    QVERIFY(hasOneProblem(config, subject));
}

void ElectorConfigTest::reportsEveryProblemAtOnce()
{
    ElectorConfig config;
    config.setLeaseDuration(1ms);
    config.setRenewalInterval(-1s);
    config.setAttemptTimeout(1ms);
    config.setEpsilon(0.7);
    config.setDelta(-1s);
    config.setGrace(-1s);
    config.setInstanceId(text("#me"));
    config.setSchema(text("no good"));
    config.setConnection(text("this is no dsn"));
    const QString all = messages(config.problems());
    QVERIFY(config.problems().size() >= 9);
    for (const char *subject : {"leaseDuration", "renewalInterval", "attemptTimeout", "epsilon", "delta", "grace",
                                "instanceId", "no good", "connection string"})
        QVERIFY2(all.contains(text(subject)), qPrintable(text(subject) + QLatin1Char('\n') + all));
    QVERIFY(config.warnings().isEmpty()); // not worth saying beside errors
}

void ElectorConfigTest::checksInstanceIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("good");
    QTest::newRow("usual") << text("web-1.example:4711") << true;
    QTest::newRow("blank inside") << text("web 1") << true;
    QTest::newRow("not ASCII") << QString::fromUtf8("knoten-größe-\xf0\x9f\x90\x98") << true;
    QTest::newRow("# inside") << text("web#1") << true;
    QTest::newRow("200 bytes") << QString(200, QLatin1Char('x')) << true;
    QTest::newRow("201 bytes") << QString(201, QLatin1Char('x')) << false;
    QTest::newRow("101 characters of two bytes") << QString(101, QChar(0xe4)) << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("tombstone") << text("#revoked me") << false;
    QTest::newRow("# first") << text("#me") << false;
    QTest::newRow("line break") << text("web\n1") << false;
    QTest::newRow("NUL") << QString(text("web") + QChar(QChar::Null)) << false;
}

void ElectorConfigTest::checksInstanceIds()
{
    QFETCH(const QString, id);
    QFETCH(const bool, good);
    ElectorConfig config;
    config.setInstanceId(id);
    QVERIFY(good ? config.problems().isEmpty() : hasOneProblem(config, text("instanceId")));
}

void ElectorConfigTest::checksSchemaNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("public") << text("public") << true;
    QTest::newRow("digits and _") << text("_app_2") << true;
    QTest::newRow("63 characters") << QString(63, QLatin1Char('x')) << true;
    QTest::newRow("64 characters") << QString(64, QLatin1Char('x')) << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("capital") << text("App") << false;
    QTest::newRow("digit first") << text("2app") << false;
    QTest::newRow("quoted") << text("\"app\"") << false;
    QTest::newRow("quote at the end") << text("app\"") << false;
    QTest::newRow("injection") << text("a; drop table x") << false;
    QTest::newRow("line break at the end") << text("app\n") << false;
    QTest::newRow("letter of another alphabet") << QString(QChar(0xe4)) << false;
}

void ElectorConfigTest::checksSchemaNames()
{
    QFETCH(const QString, name);
    QFETCH(const bool, good);
    ElectorConfig config;
    config.setSchema(name);
    QVERIFY(good ? config.problems().isEmpty() : hasOneProblem(config, text("schema")));
}

void ElectorConfigTest::tellsTheWorstCase()
{
    ElectorConfig config;
    QVERIFY(config.worstCaseFailover() == 10s + 2 * 1666ms);
    config.setLeaseDuration(5s);
    config.setAttemptTimeout(500ms);
    QVERIFY(config.worstCaseFailover() == 6s);
}

void ElectorConfigTest::readsSettingsInMilliseconds()
{
    const auto file = settings({{text("app/leaseDuration"), 6000},
                                {text("app/renewalInterval"), 1500},
                                {text("app/jitterRange"), 400},
                                {text("app/attemptTimeout"), 700},
                                {text("app/stopTimeout"), 800},
                                {text("app/grace"), 50},
                                {text("app/epsilon"), 0.05},
                                {text("app/delta"), 120},
                                {text("app/lockId"), -7},
                                {text("app/schema"), text("app")},
                                {text("app/createTableOnInit"), false},
                                {text("app/instanceId"), text("web-1")},
                                {text("app/connection/host"), QStringList{text("one"), text("two")}},
                                {text("app/connection/dbname"), text("app")},
                                {text("leaseDuration"), 1}});
    file->beginGroup(text("app"));
    const auto config = ElectorConfig::fromSettings(*file);
    QCOMPARE(file->group(), text("app"));
    QCOMPARE(messages(config.problems()), QString());
    QVERIFY(config.leaseDuration() == 6s);
    QVERIFY(config.renewalInterval() == 1500ms);
    QVERIFY(config.jitterRange() == 400ms);
    QVERIFY(config.attemptTimeout() == 700ms);
    QVERIFY(config.stopTimeout() == 800ms);
    QVERIFY(config.grace() == 50ms);
    QCOMPARE(config.epsilon(), 0.05);
    QVERIFY(config.delta() == 120ms);
    QCOMPARE(config.lockId(), -7);
    QCOMPARE(config.schema(), text("app"));
    QVERIFY(!config.createTableOnInit());
    QCOMPARE(config.instanceId(), text("web-1"));
    QCOMPARE(config.connection().description(), text("one,two/app"));
}

void ElectorConfigTest::refusesSettingsThatCannotBeRead()
{
    const auto file = settings({{text("leaseDuration"), text("10 fortnights")},
                                {text("grace"), -1},
                                {text("delta"), text("99999999999999999999")},
                                {text("stopTimeout"), text("9223372036854775807")},
                                {text("lockId"), text("3000000000")},
                                {text("createTableOnInit"), text("perhaps")},
                                {text("epsilon"), text("little")}});
    const auto config = ElectorConfig::fromSettings(*file);
    const QString all = messages(config.problems());
    QCOMPARE(config.problems().size(), 7);
    for (const char *name :
         {"leaseDuration", "grace", "delta", "stopTimeout", "lockId", "createTableOnInit", "epsilon"})
        QVERIFY2(all.contains(text("\"%1\"").arg(text(name))), name);
    QVERIFY(all.contains(text("milliseconds")));
    QVERIFY(config.leaseDuration() == 10s);
    QVERIFY(config.createTableOnInit());
    // A number is milliseconds, as nest-leader-election has it; a unit may stand behind it.
    const auto withUnits = settings({{text("leaseDuration"), text("12s")}, {text("attemptTimeout"), text("900ms")}});
    const auto readConfig = ElectorConfig::fromSettings(*withUnits);
    QCOMPARE(messages(readConfig.problems()), QString());
    QVERIFY(readConfig.leaseDuration() == 12s && readConfig.attemptTimeout() == 900ms);
}

void ElectorConfigTest::keepsPasswordsOutOfSettings_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("keyword") << text("connection/password") << Secret;
    QTest::newRow("key's password") << text("connection/sslpassword") << Secret;
    QTest::newRow("uri") << text("dsn") << text("postgresql://ann:sw0rdfish@db/app");
    QTest::newRow("keywords") << text("dsn") << text("host=db password=sw0rdfish");
    QTest::newRow("unreadable") << text("dsn") << text("host=db password=a sw0rdfish");
}

void ElectorConfigTest::keepsPasswordsOutOfSettings()
{
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    const auto file = settings({{key, value}});
    const auto config = ElectorConfig::fromSettings(*file);
    QVERIFY(!config.problems().isEmpty());
    QVERIFY2(!messages(config.problems()).contains(Secret), qPrintable(messages(config.problems())));
    QVERIFY(!config.connection().toConnectionString().contains(Secret));
}

void ElectorConfigTest::readsTheEnvironmentWithUnits()
{
    QProcessEnvironment environment;
    const std::pair<const char *, const char *> variables[] = {
        {"LEASE_DURATION", "6s"},
        {"RENEWAL_INTERVAL", "1500ms"},
        {"JITTER_RANGE", "0.4s"},
        {"ATTEMPT_TIMEOUT", "700ms"},
        {"STOP_TIMEOUT", "1min"},
        {"GRACE", "50ms"},
        {"DELTA", "120ms"},
        {"EPSILON", "0.05"},
        {"LOCK_ID", "9"},
        {"SCHEMA", "app"},
        {"CREATE_TABLE_ON_INIT", "FALSE"},
        {"INSTANCE_ID", "web-1"},
        {"DSN", "postgresql://ann:sw0rdfish@db/app"},
    };
    for (const auto &[name, value] : variables)
        environment.insert(text("ELECTOR_") + text(name), text(value));
    const auto config = ElectorConfig::fromEnvironment(environment);
    QCOMPARE(messages(config.problems()), QString());
    QVERIFY(config.leaseDuration() == 6s);
    QVERIFY(config.renewalInterval() == 1500ms);
    QVERIFY(config.jitterRange() == 400ms);
    QVERIFY(config.attemptTimeout() == 700ms);
    QVERIFY(config.stopTimeout() == 1min);
    QVERIFY(config.grace() == 50ms);
    QVERIFY(config.delta() == 120ms);
    QCOMPARE(config.epsilon(), 0.05);
    QCOMPARE(config.lockId(), 9);
    QCOMPARE(config.schema(), text("app"));
    QVERIFY(!config.createTableOnInit());
    QCOMPARE(config.instanceId(), text("web-1"));
    QCOMPARE(config.connection().value(text("password")), Secret); // an environment is no file
    QCOMPARE(config.connection().description(), text("ann@db/app"));
}

void ElectorConfigTest::readsTheEnvironmentOnTopOfOtherSettings()
{
    ElectorConfig base;
    base.setLeaseDuration(6s);
    base.setLockId(9);
    base.setInstanceId(text("from-file"));
    QProcessEnvironment environment;
    environment.insert(text("ELECTOR_LOCK_ID"), text("8"));
    environment.insert(text("ELECTOR_JITTER_RANGE"), text("5"));
    const auto config = ElectorConfig::fromEnvironment(environment, base);
    QCOMPARE(config.lockId(), 8);
    QVERIFY(config.leaseDuration() == 6s);
    QCOMPARE(config.instanceId(), text("from-file"));
    QVERIFY2(messages(config.problems()).contains(text("ELECTOR_JITTER_RANGE")),
             qPrintable(messages(config.problems())));
    QCOMPARE(base.lockId(), 9);
}

void ElectorConfigTest::refusesDurationsWithoutUnit()
{
    QProcessEnvironment environment;
    environment.insert(text("ELECTOR_LEASE_DURATION"), text("10"));
    environment.insert(text("ELECTOR_GRACE"), QString());
    const auto config = ElectorConfig::fromEnvironment(environment);
    QCOMPARE(config.problems().size(), 2);
    QVERIFY(messages(config.problems()).contains(text("ELECTOR_LEASE_DURATION is \"10\"")));
    QVERIFY(messages(config.problems()).contains(text("10s")));
    QVERIFY(messages(config.problems()).contains(text("ELECTOR_GRACE")));
}

void ElectorConfigTest::copiesAConnectionAndNeverUsesIt()
{
    const QString name = text("application");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(text("QPSQL"), name);
        database.setHostName(text("nowhere.invalid"));
        database.setPassword(Secret);
        const auto config = ElectorConfig::fromConnection(database);
        QCOMPARE(messages(config.problems()), QString());
        QCOMPARE(config.connection().value(text("password")), Secret);
        QVERIFY(!database.isOpen());
        QVERIFY(!database.lastError().isValid());
        database.setHostName(text("elsewhere"));
        QCOMPARE(config.connection().value(text("host")), text("nowhere.invalid"));
    }
    QSqlDatabase::removeDatabase(name); // would warn if something still used it
}

void ElectorConfigTest::refusesOtherDrivers()
{
    const auto config = ElectorConfig::fromConnection(QSqlDatabase());
    QVERIFY(hasOneProblem(config, text("driver")));
}

void ElectorConfigTest::isAValue()
{
    ElectorConfig one;
    one.setLockId(1);
    ElectorConfig two = one;
    two.setLockId(2);
    two.setLeaseDuration(5s);
    QCOMPARE(one.lockId(), 1);
    QVERIFY(one.leaseDuration() == 10s);
    one = two;
    QCOMPARE(one.lockId(), 2);
}

QTEST_GUILESS_MAIN(ElectorConfigTest)
#include "tst_electorconfig.moc"
