// SPDX-License-Identifier: MIT
#include "cliroom.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

#include <csignal>

using namespace Elector;
using namespace Qt::StringLiterals;

/// Hundreds of commands, one after the other, under one `elector run`.
class TestCliRestarts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.errorString())); }
    void leaveNothingBehind();

private:
    PostgresServer m_server;
};

namespace {

struct Footprint
{
    qsizetype descriptors = 0;
    qsizetype threads = 0;
    qint64 memory = 0; // KiB that are its own
    int zombies = 0;
    int children = 0;
};

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Footprint footprintOf(qint64 pid)
{
    Footprint result;
    const QString process = u"/proc/%1/"_s.arg(pid);
    result.descriptors
        = QDir(process + u"fd"_s).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
    result.threads = QDir(process + u"task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
    const QByteArray status = read(process + u"status"_s);
    const qsizetype at = status.indexOf("RssAnon:") + 8;
    result.memory = status.mid(at, status.indexOf("kB", at) - at).trimmed().toLongLong();
    const QList<qint64> below = descendants(pid);
    for (const qint64 child : below) {
        const QByteArray stat = read(u"/proc/%1/stat"_s.arg(child));
        ++result.children;
        result.zombies += stat.mid(stat.lastIndexOf(')') + 2).startsWith('Z');
    }
    return result;
}

} // namespace

void TestCliRestarts::leaveNothingBehind()
{
    constexpr int warmUp = 20; // by then everything has been loaded and allocated once
    constexpr int many = 220;
    const CliRoom room(m_server);
    // Each leaves a process behind; two of them wait, so that all can be counted at rest.
    const QString script
        = u"echo run >> %1; n=$(wc -l < %1); sleep 1000 & "
          "if [ $n -eq %2 ] || [ $n -eq %3 ]; then while ! [ -e %1.$n ]; do sleep 0.1; done; fi; exit 1"_s
              .arg(room.file(u"runs"_s))
              .arg(warmUp)
              .arg(many);
    const auto node
        = room.run(u"a"_s, {u"sh"_s, u"-c"_s, script},
                   {u"--restart"_s, u"on-failure"_s, u"--restart-pause"_s, u"5ms"_s, u"--lease"_s, u"10s"_s});
    const auto runs = [&] { return room.lines(u"runs"_s).size(); };
    // The elector of a command that runs has nothing under way: one guardian, the shell and its two children.
    const auto atRest = [&] {
        const Footprint now = footprintOf(node->pid());
        return now.zombies == 0 && now.children <= 4;
    };
    QTRY_COMPARE_WITH_TIMEOUT(runs(), qsizetype(warmUp), 120000);
    QTRY_VERIFY_WITH_TIMEOUT(atRest(), 30000);
    const Footprint before = footprintOf(node->pid());
    QVERIFY(QFile(room.file(u"runs.%1"_s.arg(warmUp))).open(QIODevice::WriteOnly));
    QTRY_COMPARE_WITH_TIMEOUT(runs(), qsizetype(many), 240000);
    QTRY_VERIFY_WITH_TIMEOUT(atRest(), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(footprintOf(node->pid()).descriptors <= before.descriptors, 30000);
    const Footprint after = footprintOf(node->pid());
    QVERIFY(after.threads <= before.threads);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    // 200 times as little as 5 KiB would be seen.
    QVERIFY2(after.memory - before.memory < 1000,
             qPrintable(u"%1 KiB, before %2 KiB"_s.arg(after.memory).arg(before.memory)));
#endif
    // All in one tenure, and nothing of the earlier ones is alive.
    QCOMPARE(room.sql(u"SELECT count(*) FROM leader_lease_history WHERE event = 'captured'"_s).value().toInt(), 1);
    const QList<qint64> below = descendants(node->pid());
    node->signal(SIGTERM);
    QCOMPARE(node->waitForEnd(), 128 + SIGTERM);
    for (const qint64 pid : below)
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(u"/proc/%1"_s.arg(pid)), 30000);
}

QTEST_GUILESS_MAIN(TestCliRestarts)
#include "tst_clirestarts.moc"
