// SPDX-License-Identifier: MIT
#include "controlgroup.h"

#include <QtTest>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

namespace Elector {

using namespace Qt::StringLiterals;

class TestControlGroup : public QObject
{
    Q_OBJECT

    // A child in the group that waits for ever, and says when it is there.
    static pid_t member(const ControlGroup &group)
    {
        int ends[2];
        if (::pipe(ends) != 0)
            return -1;
        const pid_t pid = group.fork();
        if (pid == 0) {
            [[maybe_unused]] const ssize_t written = ::write(ends[1], "y", 1);
            for (;;)
                ::pause();
        }
        char there = 0;
        const bool told = ::read(ends[0], &there, 1) == 1;
        ::close(ends[0]);
        ::close(ends[1]);
        return told ? pid : -1;
    }

    static bool isAlive(pid_t pid) { return ::waitpid(pid, nullptr, WNOHANG) == 0; }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void killsWhoIsInAndNobodyElse()
    {
        ControlGroup group(::getpid());
        if (!group.create())
            QSKIP("This system does not let us make control groups.");
        const pid_t inside = member(group);
        const pid_t outside = member(ControlGroup(::getpid())); // never made: it is an ordinary fork()
        QVERIFY(inside > 0 && outside > 0);
        // Whoever knows the guardian's number can kill: elector, when the guardian is dead.
        QVERIFY(ControlGroup(::getpid()).killAll());
        int status = 0;
        QCOMPARE(::waitpid(inside, &status, 0), inside);
        QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
        QVERIFY(isAlive(outside));
        QCOMPARE(::kill(outside, SIGKILL), 0);
        QCOMPARE(::waitpid(outside, nullptr, 0), outside);
    }

    void isRemovedWhenItIsEmpty()
    {
        {
            ControlGroup group(::getpid());
            if (!group.create())
                QSKIP("This system does not let us make control groups.");
            QVERIFY(!ControlGroup(::getpid()).create()); // it is there
        }
        QVERIFY(ControlGroup(::getpid()).create());
    }

    void whatKilledGuardiansLeaveIsRemoved()
    {
        const pid_t guardian = ::fork();
        if (guardian == 0) {
            ControlGroup left(::getpid());
            ::_exit(left.create() ? 0 : 1); // and is not destroyed
        }
        int status = 0;
        QCOMPARE(::waitpid(guardian, &status, 0), guardian);
        if (WEXITSTATUS(status) != 0)
            QSKIP("This system does not let us make control groups.");
        const QString left = u"elector-%1-*"_s.arg(guardian);
        const auto found = [&left] {
            return !QDir(u"/sys/fs/cgroup/unified"_s).entryList({left}, QDir::Dirs).isEmpty()
                || !QDir(u"/sys/fs/cgroup"_s).entryList({left}, QDir::Dirs).isEmpty();
        };
        const bool visible = found(); // where the group of this process is the topmost one
        ControlGroup(::getpid()).sweep();
        QVERIFY(!visible || !found());
    }

    void noGroupDoesNothing()
    {
        const ControlGroup group(::getpid());
        QVERIFY(!group.killAll());
        const pid_t outside = member(group);
        QVERIFY(outside > 0 && isAlive(outside));
        QCOMPARE(::kill(outside, SIGKILL), 0);
        QCOMPARE(::waitpid(outside, nullptr, 0), outside);
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::TestControlGroup)
#include "tst_controlgroup.moc"
