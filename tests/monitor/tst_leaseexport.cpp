// SPDX-License-Identifier: MIT
#include "leaseexport.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace Elector {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLeaseExport : public QObject
{
    Q_OBJECT

    static LeaseExport::Row row(int lockId, const QString &leaderId)
    {
        Lease lease;
        lease.lockId = lockId;
        lease.leaderId = leaderId;
        lease.state = LeaseState::Held;
        lease.term = 4611686018427387904; // more than a double can tell apart
        lease.remaining = 4s;
        return {lease, 4s};
    }

    static QStringList lines(const QByteArray &csv)
    {
        return QString::fromUtf8(csv).split(u"\r\n"_s, Qt::SkipEmptyParts);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void csvHasHeadersAndEachFieldInItsPlace()
    {
        const QStringList all = lines(LeaseExport::write({row(-7, u"web-1#a.1"_s)}, LeaseExport::Csv));
        QCOMPARE(all.size(), 2);
        const QStringList headers = all.at(0).split(u',');
        const QStringList cells = all.at(1).split(u',');
        QCOMPARE(cells.size(), headers.size());
        const auto cell = [&](const QString &header) { return cells.at(headers.indexOf(header)); };
        QCOMPARE(cell(u"lock"_s), u"-7"_s);
        QCOMPARE(cell(u"holder"_s), u"web-1#a.1"_s);
        QCOMPARE(cell(u"instance"_s), u"web-1"_s);
        QCOMPARE(cell(u"term"_s), u"4611686018427387904"_s);
        QCOMPARE(cell(u"state"_s), u"held"_s);
        QCOMPARE(cell(u"expires_in_ms"_s), u"4000"_s);
        QCOMPARE(cell(u"paused"_s), u"false"_s);
        QCOMPARE(cell(u"renewals"_s), QString());
    }

    void csvQuotesAndDefusesText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
        QTest::newRow("quote") << u"a\"b"_s << u"\"a\"\"b\""_s;
        QTest::newRow("line break") << u"a\nb"_s << u"\"a\nb\""_s;
        QTest::newRow("formula") << u"=cmd()"_s << u"'=cmd()"_s;
        QTest::newRow("formula with comma") << u"@x(1,2)"_s << u"\"'@x(1,2)\""_s;
        QTest::newRow("letters") << u"узел-1"_s << u"узел-1"_s;
    }
    void csvQuotesAndDefusesText()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        const QString csv = QString::fromUtf8(LeaseExport::write({row(1, text)}, LeaseExport::Csv));
        QVERIFY2(csv.contains(u"1,,"_s + written + u','), qPrintable(csv));
    }

    void whatIsPublishedAsAnObjectIsOneCell()
    {
        LeaseExport::Row published = row(1, u"a"_s);
        published.lease.metadata = u"{\"address\": \"web:80\", \"version\": 3}"_s;
        const QString csv = QString::fromUtf8(LeaseExport::write({published}, LeaseExport::Csv));
        QVERIFY2(csv.contains(u",\"{\"\"address\"\":\"\"web:80\"\",\"\"version\"\":3}\","_s), qPrintable(csv));
        const QJsonDocument json = QJsonDocument::fromJson(LeaseExport::write({published}, LeaseExport::Json));
        QCOMPARE(json.array().at(0)[u"metadata"][u"address"].toString(), u"web:80"_s);
    }

    void jsonIsAnArrayOfWhatStatusPrints()
    {
        const QJsonDocument json
            = QJsonDocument::fromJson(LeaseExport::write({row(1, u"a"_s), row(2, u"b"_s)}, LeaseExport::Json));
        QCOMPARE(json.array().size(), 2);
        const QJsonObject second = json.array().at(1).toObject();
        QCOMPARE(second.value(u"lock"_s).toInt(), 2);
        QCOMPARE(second.value(u"holder"_s).toString(), u"b"_s);
        QCOMPARE(second.value(u"term"_s).toInteger(), 4611686018427387904);
        QVERIFY(second.value(u"name"_s).isNull());
    }

    void nothingIsStillAFile()
    {
        QCOMPARE(lines(LeaseExport::write({}, LeaseExport::Csv)).size(), 1);
        QCOMPARE(QJsonDocument::fromJson(LeaseExport::write({}, LeaseExport::Json)).array().size(), 0);
    }

    void aFileIsWrittenWholeOrNotAtAll()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"leases.csv"_s);
        QCOMPARE(LeaseExport::save(path, "first"), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "first");
        const QString problem = LeaseExport::save(dir.filePath(u"missing/leases.csv"_s), "second");
        QVERIFY2(problem.contains(u"missing"_s), qPrintable(problem));
        QVERIFY(!QDir(dir.filePath(u"missing"_s)).exists());
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::TestLeaseExport)
#include "tst_leaseexport.moc"
