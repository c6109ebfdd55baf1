// SPDX-License-Identifier: MIT
#include "processtree.h"

#include <QtTest>

#include <csignal>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Elector;

namespace {

/// A /proc made of files.
class FakeProc
{
public:
    void addProcess(pid_t pid, pid_t parent, const char *name = "sh", quint64 startTime = 100)
    {
        QByteArray stat = QByteArray::number(pid) + " (" + name + ") S " + QByteArray::number(parent);
        for (int field = 5; field < 22; ++field)
            stat += " 0";
        stat += ' ' + QByteArray::number(startTime) + " 0 0\n";
        write(QStringLiteral("%1/stat").arg(pid), stat);
    }
    void addChildren(pid_t pid, pid_t task, const QByteArray &children)
    {
        write(QStringLiteral("thread-self/children"), {});
        write(QStringLiteral("%1/task/%2/children").arg(pid).arg(task), children);
    }
    std::string path() const { return m_directory.path().toStdString(); }

private:
    void write(const QString &name, const QByteArray &content)
    {
        const QString path = m_directory.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
    }

    QTemporaryDir m_directory;
};

QList<pid_t> pids(const std::vector<ProcessTree::Process> &processes)
{
    QList<pid_t> list;
    for (const auto &process : processes)
        list.append(process.pid);
    return list;
}

/// A child that only waits; reaped in the end.
class Child
{
public:
    Child()
        : m_pid(::fork())
    {
        if (m_pid == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            for (;;)
                ::pause();
        }
    }
    ~Child()
    {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    pid_t pid() const { return m_pid; }

private:
    pid_t m_pid;
};

} // namespace

class TestProcessTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsDescendantsByParent();
    void findsDescendantsByLists();
    void thoroughLookDoesNotTrustLists();
    void oddNamesAndBrokenFiles();
    void aCircleEnds();
    void findsRealChildren();
    void signalsOnlyTheProcessThatWasSeen();
    void killsEverythingBelow();
};

void TestProcessTree::findsDescendantsByParent()
{
    FakeProc proc;
    proc.addProcess(10, 1);
    proc.addProcess(11, 10);
    proc.addProcess(12, 11);
    proc.addProcess(13, 12);
    proc.addProcess(20, 1);
    proc.addProcess(21, 20);
    QCOMPARE(pids(ProcessTree(10, proc.path()).descendants()), (QList<pid_t>{11, 12, 13}));
    QVERIFY(ProcessTree(13, proc.path()).descendants().empty());
}

void TestProcessTree::findsDescendantsByLists()
{
    FakeProc proc;
    proc.addProcess(10, 1);
    proc.addProcess(11, 10);
    proc.addProcess(12, 11);
    proc.addProcess(14, 11);
    proc.addProcess(15, 10); // in no list: proves that the lists were used
    proc.addChildren(10, 10, "11 ");
    proc.addChildren(11, 11, "12 ");
    proc.addChildren(11, 99, "14 "); // the child of another thread
    const auto found = ProcessTree(10, proc.path()).descendants();
    QCOMPARE(found.size(), 3u);
    QCOMPARE(found.front().pid, 11);
    QCOMPARE(found.front().startTime, 100u);
    const auto list = pids(found);
    QVERIFY(list.contains(12) && list.contains(14));
}

void TestProcessTree::thoroughLookDoesNotTrustLists()
{
    FakeProc proc;
    proc.addProcess(10, 1);
    proc.addProcess(11, 10);
    proc.addChildren(10, 10, "");
    const ProcessTree tree(10, proc.path());
    QVERIFY(tree.descendants().empty());
    QCOMPARE(pids(tree.descendants(ProcessTree::Look::Thorough)), (QList<pid_t>{11}));
}

void TestProcessTree::oddNamesAndBrokenFiles()
{
    FakeProc proc;
    proc.addProcess(11, 10, ") R 1 1 (");
    proc.addProcess(12, 11, "a b)c");
    QVERIFY(QDir().mkpath(QString::fromStdString(proc.path()) + QStringLiteral("/13"))); // ended while we looked
    QCOMPARE(pids(ProcessTree(10, proc.path()).descendants()), (QList<pid_t>{11, 12}));
    QVERIFY(ProcessTree(10, "/nonexistent").descendants().empty());
}

void TestProcessTree::aCircleEnds()
{
    FakeProc proc;
    proc.addProcess(10, 12);
    proc.addProcess(11, 10);
    proc.addProcess(12, 11);
    QCOMPARE(ProcessTree(10, proc.path()).descendants().size(), 3u);
}

void TestProcessTree::findsRealChildren()
{
    const Child first, second;
    const auto found = pids(ProcessTree(::getpid()).descendants());
    QVERIFY(found.contains(first.pid()) && found.contains(second.pid()));
    const auto thorough = pids(ProcessTree(::getpid()).descendants(ProcessTree::Look::Thorough));
    QVERIFY(thorough.contains(first.pid()) && thorough.contains(second.pid()));
}

void TestProcessTree::signalsOnlyTheProcessThatWasSeen()
{
    const Child child;
    auto seen = ProcessTree(::getpid()).descendants();
    const auto match = std::find_if(seen.begin(), seen.end(), [&](const auto &p) { return p.pid == child.pid(); });
    QVERIFY(match != seen.end());
    auto another = *match;
    ++another.startTime; // as if the pid had been given to a later process
    QCOMPARE(ProcessTree::send(another, SIGKILL), ProcessTree::Delivery::Ended);
    QCOMPARE(::waitpid(child.pid(), nullptr, WNOHANG), 0);
    QCOMPARE(ProcessTree::send(*match, SIGKILL), ProcessTree::Delivery::Sent);
    int status = 0;
    QCOMPARE(::waitpid(child.pid(), &status, 0), child.pid());
    QCOMPARE(WTERMSIG(status), SIGKILL);
    QCOMPARE(ProcessTree::send(*match, SIGKILL), ProcessTree::Delivery::Ended);
}

void TestProcessTree::killsEverythingBelow()
{
    const pid_t root = ::fork();
    if (root == 0) { // a subreaper of its own, so that only its tree is at stake
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::prctl(PR_SET_CHILD_SUBREAPER, 1);
        for (int i = 0; i < 4; ++i) {
            if (::fork() == 0) {
                ::setsid();
                if (::fork() == 0)
                    for (;;)
                        ::pause();
                if (i % 2)
                    ::_exit(0);
                for (;;)
                    ::pause();
            }
        }
        ProcessTree tree(::getpid());
        for (;;) {
            tree.killRound();
            pid_t reaped = 0;
            while ((reaped = ::waitpid(-1, nullptr, WNOHANG)) > 0) { }
            if (reaped < 0)
                ::_exit(33);
            ::usleep(1000);
        }
    }
    int status = 0;
    QCOMPARE(::waitpid(root, &status, 0), root);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 33);
}

QTEST_GUILESS_MAIN(TestProcessTree)
#include "tst_processtree.moc"
