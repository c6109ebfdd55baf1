// SPDX-License-Identifier: MIT
#include "librarytest.h"

#include <Elector/leaderelector.h>

#include <QSignalSpy>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Elector;

/// What a leader publishes.
class TestMetadata : public LibraryTest
{
    Q_OBJECT

private:
    QString published() { return m_room.value(u"SELECT coalesce(metadata, '(none)') FROM leader_lease"_s).toString(); }

private Q_SLOTS:
    void isInTheRowOfEachTenure()
    {
        LeaderElector elector(m_room.config(u"node"_s, 2s));
        QVERIFY(elector.setMetadata(u"http://10.0.0.1:80"_s));
        QVERIFY(elector.start());
        ELECTOR_TRY_COMPARE(published(), u"http://10.0.0.1:80"_s);
        QVERIFY(elector.setMetadata(u"{\"port\": 81}"_s));
        ELECTOR_TRY_COMPARE(published(), u"{\"port\": 81}"_s);
        const QString tenure = elector.leaderId();
        elector.release();
        ELECTOR_TRY(elector.isLeader() && elector.leaderId() != tenure);
        ELECTOR_TRY_COMPARE(published(), u"{\"port\": 81}"_s);
        QVERIFY(elector.setMetadata({}));
        ELECTOR_TRY_COMPARE(published(), u"(none)"_s);
    }

    void theNextLeaderStartsWithout()
    {
        auto first = std::make_unique<LeaderElector>(m_room.config(u"first"_s, 1s));
        QVERIFY(first->setMetadata(u"of the first"_s));
        QVERIFY(first->start());
        ELECTOR_TRY_COMPARE(published(), u"of the first"_s);
        LeaderElector second(m_room.config(u"second"_s, 1s));
        QVERIFY(second.start());
        first->abandon(); // the row stays, to be taken over
        ELECTOR_TRY(second.isLeader());
        QCOMPARE(published(), u"(none)"_s);
    }

    void isTriedAgain()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Full));
        QVERIFY(m_room.exec(u"CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
                            " 'BEGIN RAISE lock_not_available; END';"
                            "CREATE TRIGGER refuse BEFORE UPDATE OF metadata ON leader_lease FOR EACH ROW"
                            " WHEN (NEW.metadata IS NOT NULL) EXECUTE FUNCTION refuse();"
                            "ALTER TABLE leader_lease ENABLE ALWAYS TRIGGER refuse"_s));
        LeaderElector elector(m_room.config(u"node"_s, 1s));
        QVERIFY(elector.setMetadata(u"address"_s));
        QSignalSpy renewals(&elector, &LeaderElector::deadlineChanged);
        QVERIFY(elector.start());
        ELECTOR_TRY(renewals.count() >= 3);
        QCOMPARE(published(), u"(none)"_s);
        QVERIFY(m_room.exec(u"DROP TRIGGER refuse ON leader_lease"_s));
        ELECTOR_TRY_COMPARE(published(), u"address"_s);
        QVERIFY(elector.isLeader());
    }

    void refusesWhatTheRowCannotTake()
    {
        LeaderElector elector(m_room.config(u"node"_s, 1s));
        QVERIFY(elector.setMetadata(u"good"_s));
        QVERIFY(!elector.setMetadata(QString(2001, u'\u00e4')));
        QVERIFY(!elector.setMetadata(u"a\0b"_s));
        QCOMPARE(elector.metadata(), u"good"_s);
        QVERIFY(elector.setMetadata(QString(2000, u'\u00e4')));
    }

    void plainSaysOnceThatThereIsNoRoom()
    {
        QVERIFY(m_room.newDatabase(SchemaLevel::Plain));
        LeaderElector elector(m_room.config(u"node"_s, 1s));
        int warned = 0;
        connect(&elector, &LeaderElector::warningOccurred, this,
                [&](const ElectorError &warning) { warned += warning.text.contains(u"no room"_s) ? 1 : 0; });
        QVERIFY(elector.setMetadata(u"address"_s));
        QVERIFY(elector.start());
        ELECTOR_TRY(warned == 1);
        QVERIFY(elector.setMetadata(u"another"_s));
        QSignalSpy renewals(&elector, &LeaderElector::deadlineChanged);
        ELECTOR_TRY(renewals.count() >= 2);
        QCOMPARE(warned, 1);
    }
};

QTEST_GUILESS_MAIN(TestMetadata)
#include "tst_metadata.moc"
