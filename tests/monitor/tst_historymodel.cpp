// SPDX-License-Identifier: MIT
#include "historymodel.h"
#include "hostilelease.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <set>

using namespace Elector;

namespace {

LeaseEvent entryOf(qint64 sequence, const QString &text = QStringLiteral("captured"))
{
    LeaseEvent entry;
    entry.sequence = sequence;
    entry.at = QDateTime::fromMSecsSinceEpoch(1'795'000'000'000 + sequence, Qt::UTC);
    entry.lockId = 1;
    entry.kind = text;
    entry.leaderId = text;
    entry.actor = text;
    entry.reason = text;
    return entry;
}

QList<qint64> sequences(const HistoryModel &model)
{
    QList<qint64> all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << model.index(row, 0).data(HistoryModel::SequenceRole).toLongLong();
    return all;
}

} // namespace

class TestHistoryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirstWithoutRepetition()
    {
        HistoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.add({entryOf(3), entryOf(5)}); // recorded live, before the answer with the past arrives
        model.add({entryOf(1), entryOf(2), entryOf(3), entryOf(4), entryOf(5)});
        QCOMPARE(sequences(model), QList<qint64>({5, 4, 3, 2, 1}));
        model.add({entryOf(6), entryOf(6)});
        QCOMPARE(model.rowCount(), 6);
    }

    void theOldestGoFirst()
    {
        HistoryModel model(3);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.add({entryOf(1), entryOf(2), entryOf(3), entryOf(4), entryOf(5)});
        QCOMPARE(sequences(model), QList<qint64>({5, 4, 3}));
        model.add({entryOf(1)});
        QCOMPARE(sequences(model), QList<qint64>({5, 4, 3}));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void whoDidItIsTheOperatorBeforeTheProgram()
    {
        HistoryModel model;
        LeaseEvent entry = entryOf(1, QStringLiteral("revoked"));
        entry.application = QStringLiteral("elector-monitor");
        entry.operatorName = QStringLiteral("ada@ops");
        model.add({entry});
        QCOMPARE(model.index(0, HistoryModel::ByColumn).data().toString(), QStringLiteral("ada@ops"));
        QVERIFY(model.index(0, HistoryModel::ByColumn)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("elector-monitor")));
    }

    void hostileEntriesInAnyOrder()
    {
        HistoryModel model(60);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QRandomGenerator random(5);
        const QStringList texts = hostileTexts();
        std::set<qint64> truth;
        for (int round = 0; round < 60; ++round) {
            QList<LeaseEvent> events;
            for (int i = random.bounded(10); i > 0; --i)
                events.append(entryOf(random.bounded(200), texts.at(random.bounded(int(texts.size())))));
            for (const LeaseEvent &entry : events)
                truth.insert(entry.sequence);
            while (truth.size() > 60)
                truth.erase(truth.begin());
            model.add(events);
            QCOMPARE(sequences(model), QList<qint64>(truth.rbegin(), truth.rend()));
        }
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < HistoryModel::columns; ++column) {
                const QString shown = model.index(row, column).data().toString();
                QVERIFY(!shown.contains(QLatin1Char('\n')) && shown.size() <= 501);
                QVERIFY(!model.index(row, column).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"
