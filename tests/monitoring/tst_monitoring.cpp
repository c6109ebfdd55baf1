// SPDX-License-Identifier: MIT
#include "cliroom.h"
#include "healthclient.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtTest/QTest>

#include <map>
#include <set>

using namespace Elector;
using namespace Qt::StringLiterals;

namespace {

QString text(const QString &name)
{
    QFile file(QStringLiteral(ELECTOR_SOURCE_DIR "/docs/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const QString rules = u"monitoring/elector.rules.yml"_s;
const QString cases = u"monitoring/elector.rules.test.yml"_s;
const QString dashboard = u"monitoring/elector.dashboard.json"_s;

/// What a node exports, as it says itself.
struct Exported
{
    std::set<QString> families;
    std::set<QString> samples; ///< the families, those of histograms with their suffixes
    std::map<QString, std::set<QString>> labels; ///< with the values that were seen

    static Exported from(const QString &metrics)
    {
        static const QRegularExpression type(u"^# TYPE (\\S+)"_s, QRegularExpression::MultilineOption);
        static const QRegularExpression sample(u"^(elector_\\w+)\\{(.*)\\} "_s, QRegularExpression::MultilineOption);
        static const QRegularExpression label(u"(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\""_s);
        Exported exported;
        for (const auto &match : type.globalMatch(metrics))
            exported.families.insert(match.captured(1));
        for (const auto &match : sample.globalMatch(metrics)) {
            exported.samples.insert(match.captured(1));
            for (const auto &pair : label.globalMatch(match.captured(2)))
                exported.labels[pair.captured(1)].insert(pair.captured(2));
        }
        return exported;
    }
};

std::set<QString> metricsIn(const QString &text)
{
    static const QRegularExpression name(u"\\belector_\\w+"_s);
    std::set<QString> names;
    for (const auto &match : name.globalMatch(text))
        names.insert(match.captured(0));
    return names;
}

/// What `text` asks for that nobody exports: metrics, labels of them, values of labels.
QStringList complaints(const QString &text, const Exported &exported)
{
    static const QRegularExpression matcher(u"(\\w+)\\s*(?:=~|!=|!~|=)\\s*\\\\?\"([^\"\\\\]*)\\\\?\""_s);
    static const QRegularExpression grouping(u"\\b(?:by|on) \\(([^)]*)\\)"_s);
    static const QRegularExpression selection(u"\\{[^{}]*\\}"_s);
    QStringList found;
    const auto isLabel = [&](const QString &name) {
        return name == u"job"_s || name == u"instance"_s || exported.labels.count(name) > 0;
    };
    for (const QString &name : metricsIn(text)) {
        if (exported.samples.count(name) == 0)
            found.append(u"metric "_s + name);
    }
    for (const auto &match : grouping.globalMatch(text)) {
        for (const QString &name : match.captured(1).split(u',')) {
            if (!isLabel(name.trimmed()))
                found.append(u"label "_s + name.trimmed());
        }
    }
    for (const auto &selected : selection.globalMatch(text)) {
        for (const auto &match : matcher.globalMatch(selected.captured(0))) {
            const QString name = match.captured(1);
            if (!isLabel(name)) {
                found.append(u"label "_s + name);
                continue;
            }
            if (name != u"reason"_s && name != u"kind"_s)
                continue;
            for (const QString &value : match.captured(2).split(u'|')) {
                if (exported.labels.at(name).count(value) == 0)
                    found.append(u"value %1=%2"_s.arg(name, value));
            }
        }
    }
    return found;
}

QStringList expressionsOf(const QJsonArray &panels)
{
    QStringList found;
    for (const QJsonValue panel : panels) {
        for (const QJsonValue target : panel[u"targets"].toArray())
            found.append(target[u"expr"].toString());
    }
    return found;
}

/// As GitHub links to it.
QString anchorOf(const QString &heading)
{
    static const QRegularExpression punctuation(u"[^a-z0-9 _-]"_s);
    return heading.toLower().remove(punctuation).replace(u' ', u'-');
}

} // namespace

/// The dashboard and the alerts of docs/monitoring ask for what `elector run --health` exports, and do what they say.
class TestMonitoring : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    Exported m_exported;
    QString m_promtool = qEnvironmentVariable("ELECTOR_PROMTOOL", QStandardPaths::findExecutable(u"promtool"_s));

    /// What promtool says against it; empty if it is content.
    QByteArray refusal(const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setWorkingDirectory(QStringLiteral(ELECTOR_SOURCE_DIR "/docs/monitoring"));
        process.start(m_promtool, arguments);
        if (!process.waitForFinished(120000))
            return "promtool did not end";
        const QByteArray said = process.readAll();
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0 ? QByteArray() : said + '!';
    }
    static void files()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : {rules, cases, dashboard})
            QTest::newRow(qPrintable(file)) << file;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
        const CliRoom room(m_server);
        // Once it has ended, its exit code is among the metrics.
        const auto node = room.run(u"a"_s, {u"sh"_s, u"-c"_s, u"exit 3"_s},
                                   {u"--health"_s, u"0"_s, u"--restart"_s, u"on-failure"_s});
        QTRY_VERIFY_WITH_TIMEOUT(portOf(*node) != 0, 30000);
        QByteArray metrics;
        QTRY_VERIFY_WITH_TIMEOUT(
            (metrics = request(portOf(*node), "/metrics").body).contains("elector_command_exits_total{"), 30000);
        m_exported = Exported::from(QString::fromUtf8(metrics));
        QVERIFY2(m_exported.families.size() > 10, metrics.constData());
        QVERIFY(m_exported.labels.count(u"lock"_s) > 0);
    }

    void asksForWhatIsExported_data() { files(); }
    void asksForWhatIsExported()
    {
        QFETCH(QString, file);
        QVERIFY(!metricsIn(text(file)).empty());
        const QStringList found = complaints(text(file), m_exported);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u"; "_s)));
    }

    /// The check above must notice each of these.
    void noticesWhatNobodyExports_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("wrong");
        QTest::newRow("metric") << rules << u"elector_ready == 0"_s << u"elector_redy == 0"_s;
        QTest::newRow("suffix") << rules << u"slack_seconds_bucket"_s << u"slack_seconds_buckets"_s;
        QTest::newRow("label") << rules << u"by (job, lock, kind)"_s << u"by (job, lock, sort)"_s;
        QTest::newRow("value") << rules << u"reason=\"expired\""_s << u"reason=\"timeout\""_s;
        QTest::newRow("one of several values") << rules << u"table_foreign|"_s << u"table_strange|"_s;
        QTest::newRow("metric of a panel") << dashboard << u"elector_term"_s << u"elector_terms"_s;
        QTest::newRow("label of a panel") << dashboard << u"lock=~"_s << u"lok=~"_s;
        QTest::newRow("grouping of a panel") << dashboard << u"by (lock, code)"_s << u"by (lock, exit)"_s;
    }
    void noticesWhatNobodyExports()
    {
        QFETCH(QString, file);
        QFETCH(QString, right);
        QFETCH(QString, wrong);
        QString changed = text(file);
        QVERIFY(changed.contains(right));
        changed.replace(right, wrong);
        QVERIFY(!complaints(changed, m_exported).isEmpty());
    }

    void showsAllThatIsExported()
    {
        const std::set<QString> used = metricsIn(text(dashboard));
        for (const QString &family : m_exported.families) {
            const bool isShown = std::any_of(used.begin(), used.end(), [&](const QString &name) {
                return name == family || name.startsWith(family + u'_');
            });
            QVERIFY2(isShown, qPrintable(family + u" is on no panel"_s));
        }
    }

    void eachAlertHasACaseOfEach()
    {
        static const QRegularExpression alert(u"^ *- alert: (\\w+)"_s, QRegularExpression::MultilineOption);
        static const QRegularExpression tried(
            u"- alertname: (\\w+)\\n *eval_time: \\w+\\n *exp_alerts:( \\[\\])?\\n?"_s);
        std::map<QString, std::pair<int, int>> counts; // firing and silent
        for (const auto &match : tried.globalMatch(text(cases)))
            ++(match.captured(2).isEmpty() ? counts[match.captured(1)].first : counts[match.captured(1)].second);
        int alerts = 0;
        for (const auto &match : alert.globalMatch(text(rules))) {
            const auto &[firing, silent] = counts[match.captured(1)];
            QVERIFY2(firing > 0 && silent > 0, qPrintable(match.captured(1)));
            ++alerts;
        }
        QVERIFY(alerts > 10);
        QCOMPARE(counts.size(), std::size_t(alerts));
    }

    void runbooksExist()
    {
        static const QRegularExpression runbook(u"runbook: docs/(\\S+)#(\\S+)"_s);
        static const QRegularExpression heading(u"^#+ (.*)$"_s, QRegularExpression::MultilineOption);
        int count = 0;
        for (const auto &match : runbook.globalMatch(text(rules))) {
            std::set<QString> anchors;
            for (const auto &each : heading.globalMatch(text(match.captured(1))))
                anchors.insert(anchorOf(each.captured(1)));
            QVERIFY2(anchors.count(match.captured(2)) > 0, qPrintable(match.captured(0)));
            ++count;
        }
        QVERIFY(count > 10);
    }

    void alertsFireAndAreSilent()
    {
        if (m_promtool.isEmpty())
            QSKIP("NOT CHECKED: promtool is not installed (package prometheus), so nobody has played the alerts.");
        QCOMPARE(refusal({u"check"_s, u"rules"_s, rules.section(u'/', 1)}), QByteArray());
        QCOMPARE(refusal({u"test"_s, u"rules"_s, cases.section(u'/', 1)}), QByteArray());
    }

    /// Grafana is not needed for that: its expressions are Prometheus' own, but for its variables.
    void panelsAreExpressions()
    {
        QJsonParseError error{};
        const QJsonDocument document = QJsonDocument::fromJson(text(dashboard).toUtf8(), &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        const QStringList expressions = expressionsOf(document[u"panels"].toArray());
        QVERIFY(expressions.size() > 10);
        if (m_promtool.isEmpty())
            QSKIP("NOT CHECKED: promtool is not installed (package prometheus), so nobody has read the expressions.");
        const auto asRules = [](const QStringList &list) {
            QJsonArray records;
            for (QString expression : list) {
                expression.replace(u"$__rate_interval"_s, u"1m"_s);
                records.append(QJsonObject{{u"record"_s, u"panel:%1"_s.arg(records.size())}, {u"expr"_s, expression}});
            }
            const QJsonObject group{{u"name"_s, u"panels"_s}, {u"rules"_s, records}};
            return QJsonDocument(QJsonObject{{u"groups"_s, QJsonArray{group}}}).toJson(); // JSON is YAML
        };
        const QTemporaryDir room;
        const auto refused = [&](const QStringList &list) {
            QFile file(room.filePath(u"panels.yml"_s));
            return file.open(QIODevice::WriteOnly) && file.write(asRules(list)) > 0 && file.flush()
                ? refusal({u"check"_s, u"rules"_s, file.fileName()})
                : QByteArray("not written");
        };
        QCOMPARE(refused(expressions), QByteArray());
        QVERIFY(!refused({u"sum by (lock (elector_leader)"_s}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMonitoring)
#include "tst_monitoring.moc"
