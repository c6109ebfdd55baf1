// SPDX-License-Identifier: MIT
#include "sql/hostorder_p.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace Elector {

/// The order in which libpq tries several hosts.
class HostOrderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void putLast_data()
    {
        QTest::addColumn<QByteArrayList>("lists"); // hosts, addresses, ports
        QTest::addColumn<QByteArrayList>("refused"); // host, address, port
        QTest::addColumn<QByteArrayList>("expected"); // empty: nothing is changed
        const auto row = [](const char *name, const QByteArrayList &lists, const QByteArrayList &refused,
                            const QByteArrayList &expected) { QTest::newRow(name) << lists << refused << expected; };
        row("first of three", {"a,b,c", "", "1,2,3"}, {"a", "10.0.0.1", "1"}, {"b,c,a", "", "2,3,1"});
        row("one in the middle", {"a,b,c", "", "1,2,3"}, {"b", "10.0.0.2", "2"}, {"a,c,b", "", "1,3,2"});
        row("the last one", {"a,b", "", "1,2"}, {"b", "10.0.0.2", "2"}, {"a,b", "", "1,2"});
        row("one port for all", {"a,b", "", "5432"}, {"a", "10.0.0.1", "5432"}, {"b,a", "", "5432,5432"});
        row("no port", {"a,b", "", ""}, {"a", "10.0.0.1", "5432"}, {"b,a", "", ""});
        row("told apart by their ports", {"a,a", "", "1,2"}, {"a", "10.0.0.1", "2"}, {"a,a", "", "1,2"});
        row("addresses only", {"", "10.0.0.1,10.0.0.2", "1,2"}, {"10.0.0.1", "10.0.0.1", "1"},
            {"", "10.0.0.2,10.0.0.1", "2,1"});
        row("names with addresses", {"a,a", "10.0.0.1,10.0.0.2", "1"}, {"a", "10.0.0.2", "1"},
            {"a,a", "10.0.0.1,10.0.0.2", "1,1"});
        row("folders of sockets", {"/run/a,/run/b", "", ""}, {"/run/a", "", "5432"}, {"/run/b,/run/a", "", ""});
        row("a single one", {"a", "", "1"}, {"a", "10.0.0.1", "1"}, {});
        row("none", {"", "", ""}, {"/var/run/postgresql", "", "5432"}, {});
        row("one that is not in the list", {"a,b", "", "1,2"}, {"c", "10.0.0.3", "3"}, {});
        row("lists of which libpq makes nothing", {"a,b,c", "", "1,2"}, {"a", "10.0.0.1", "1"}, {});
    }

    void putLast()
    {
        QFETCH(QByteArrayList, lists);
        QFETCH(QByteArrayList, refused);
        QFETCH(QByteArrayList, expected);
        HostOrder order(lists[0], lists[1], lists[2]);
        QCOMPARE(order.putLast(refused[0], refused[1], refused[2]), !expected.isEmpty());
        if (!expected.isEmpty())
            QCOMPARE((QByteArrayList{order.hosts(), order.addresses(), order.ports()}), expected);
    }

    void eachComesFirstInTurn()
    {
        HostOrder order("a,b,c", "", "1,2,3");
        for (const char *first : {"a", "b", "c", "a"}) {
            QCOMPARE(order.hosts().split(',').constFirst(), QByteArray(first));
            QVERIFY(order.putLast(first, "10.0.0.1", order.ports().split(',').constFirst()));
        }
    }
};

} // namespace Elector

QTEST_APPLESS_MAIN(Elector::HostOrderTest)
#include "tst_hostorder.moc"
