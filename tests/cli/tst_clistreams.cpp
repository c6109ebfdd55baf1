// SPDX-License-Identifier: MIT
#include "cliroom.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Elector;
using namespace Qt::StringLiterals;

/// Standard streams that are closed, full, or that nobody reads (any more).
class TestCliStreams : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void readerIsGone_data();
    void readerIsGone();
    void watchEndsWithItsReader_data();
    void watchEndsWithItsReader();
    void fullDisk_data();
    void fullDisk();
    void watchEndsWhenTheDiskIsFull();
    void whatFailedIsToldInAnyCase();
    void closedStreams();
    void noStreamIsTakenForTheDatabase();
    void commandInheritsWhatIsThere();
    void logsOnAFullDisk();
    void logsThatNobodyReads();
    void logsWhoseReaderIsGone();

private:
    struct Ended
    {
        int status = -1;
        QByteArray output;
        QByteArray errors;
    };
    /// A line as one types it; `elector` is ours, and knows the database of `room`.
    Ended shell(const CliRoom &room, const QString &line) const
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"ELECTOR_DSN"_s, room.dsn());
        environment.insert(u"PATH"_s, QStringLiteral(ELECTOR_BIN_DIR ":") + environment.value(u"PATH"_s));
        process.setProcessEnvironment(environment);
        process.start(u"bash"_s, {u"-c"_s, line});
        if (!process.waitForFinished(60000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 128 + process.exitCode(),
                process.readAllStandardOutput(), process.readAllStandardError()};
    }
    /// `elector run` whose standard error is the file `log`; the command notes that it runs, and goes on.
    std::unique_ptr<QProcess> runWithLog(const CliRoom &room, const QString &log) const
    {
        auto process = std::make_unique<QProcess>();
        process->setStandardErrorFile(log, QIODevice::Append);
        process->start(QStringLiteral(ELECTOR_BIN_DIR "/elector"),
                       {u"run"_s, u"--dsn"_s, room.dsn(), u"--lease"_s, u"2s"_s, u"--verbose"_s, u"--restart"_s,
                        u"on-failure"_s, u"--restart-pause"_s, u"50ms"_s, u"--"_s, u"sh"_s, u"-c"_s,
                        u"exec 2> /dev/null; echo run >> %1; test $(wc -l < %1) -gt 20 || exit 1; trap 'exit 42' TERM;"
                        " touch %1.up; while :; do sleep 0.1; done"_s.arg(room.file(u"runs"_s))});
        return process;
    }
    /// Leads without a break for several leases, however much it had to say, and ends as it should.
    void leadsOn(const CliRoom &room, QProcess &node)
    {
        const auto renewals = [&] {
            return room.sql(u"SELECT max(extract(epoch FROM expires_at)) FROM leader_lease"_s).value().toDouble();
        };
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(room.file(u"runs.up"_s)), 60000);
        const double before = renewals();
        QVERIFY(before > 0);
        QTRY_VERIFY_WITH_TIMEOUT(renewals() > before + 6, 60000); // three leases
        QCOMPARE(room.lines(u"runs"_s).size(), qsizetype(21));
        QCOMPARE(room.sql(u"SELECT count(*) FROM leader_lease_history WHERE event = 'captured'"_s).value().toInt(), 1);
        node.terminate();
        QVERIFY(node.waitForFinished(30000));
        QCOMPARE(node.exitStatus(), QProcess::NormalExit);
        QCOMPARE(node.exitCode(), 42);
        QCOMPARE(room.sql(u"SELECT count(*) FROM leader_lease"_s).value().toInt(), 0);
    }
    PostgresServer m_server;
};

void TestCliStreams::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

void TestCliStreams::readerIsGone_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"status", "status --json", "history", "history --json", "candidates --lock 1", "doctor",
                             "migrate --print", "fence --sql", "--help", "run --help", "--version"}) {
        QTest::newRow(line) << QString::fromLatin1(line);
        QTest::addRow("%s, SIGPIPE ignored", line) << u"trap '' PIPE; "_s + QString::fromLatin1(line);
    }
}

/// Quietly, and not as if all had been said. (In a pipe it is luck whether the reader goes before or after the
/// writing, so here it goes first.)
void TestCliStreams::readerIsGone()
{
    QFETCH(QString, line);
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    const bool ignored = line.startsWith(u"trap"_s);
    const QString arguments = line.mid(ignored ? line.indexOf(u';') + 2 : 0);
    const Ended ended = shell(room,
                              u"exec 3> >(:); wait $!; "_s + (ignored ? u"trap '' PIPE; "_s : QString()) + u"elector "_s
                                  + arguments + u" >&3"_s);
    QCOMPARE(ended.status, 128 + SIGPIPE);
    QCOMPARE(ended.errors, QByteArray());
}

void TestCliStreams::watchEndsWithItsReader_data()
{
    QTest::addColumn<QString>("option");
    QTest::newRow("people") << QString();
    QTest::newRow("programs") << u"--json"_s;
}

/// Though nothing happens that would be written.
void TestCliStreams::watchEndsWithItsReader()
{
    QFETCH(QString, option);
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    const Ended ended = shell(room, u"elector watch %1 | head -n 1; exit ${PIPESTATUS[0]}"_s.arg(option));
    QCOMPARE(ended.status, 128 + SIGPIPE);
    QCOMPARE(ended.errors, QByteArray());
    QVERIFY2(ended.output.contains(option.isEmpty() ? "HOLDER" : "\"snapshot\""), ended.output.constData());
}

void TestCliStreams::fullDisk_data()
{
    QTest::addColumn<QString>("arguments");
    for (const char *arguments : {"status", "status --json", "history", "doctor --json", "fence --sql", "--version"})
        QTest::newRow(arguments) << QString::fromLatin1(arguments);
}

void TestCliStreams::fullDisk()
{
    QFETCH(QString, arguments);
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    const Ended ended = shell(room, u"elector %1 > /dev/full"_s.arg(arguments));
    QCOMPARE(ended.status, 8);
    QCOMPARE(ended.errors, QByteArray("elector: Standard output cannot be written: No space left on device.\n"));
}

void TestCliStreams::watchEndsWhenTheDiskIsFull()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    const Ended ended = shell(room, u"elector watch --json > /dev/full"_s);
    QCOMPARE(ended.status, 8);
    QVERIFY2(ended.errors.contains("No space left"), ended.errors.constData());
}

void TestCliStreams::whatFailedIsToldInAnyCase()
{
    const CliRoom room(m_server); // without a table
    QCOMPARE(shell(room, u"elector status > /dev/full 2> /dev/full"_s).status, 1);
    QCOMPARE(shell(room, u"elector nonsense > /dev/full 2> /dev/full"_s).status, 2);
    QCOMPARE(shell(room, u"elector status --config /none >&- 2>&-"_s).status, 2);
}

void TestCliStreams::closedStreams()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    const Ended noInput = shell(room, u"elector status --json <&- 2>&-"_s);
    QCOMPARE(noInput.status, 0);
    QVERIFY(QJsonDocument::fromJson(noInput.output).isArray());
    const Ended noOutput = shell(room, u"elector status >&-"_s);
    QCOMPARE(noOutput.status, 8);
    QVERIFY2(noOutput.errors.contains("Bad file descriptor"), noOutput.errors.constData());
    QCOMPARE(shell(room, u"elector status <&- >&- 2>&-"_s).status, 8);
    // Nobody can be asked, so nothing is done.
    const Ended noAnswer = shell(room, u"elector migrate --uninstall <&-"_s);
    QCOMPARE(noAnswer.status, 2);
    QVERIFY2(noAnswer.errors.contains("--yes"), noAnswer.errors.constData());
    // Away from any terminal, as services are.
    QCOMPARE(shell(room, u"setsid --wait elector status < /dev/null > /dev/null 2>&1"_s).status, 0);
}

/// A stream that is closed is no place for the connection to get to: what is said would go to the server.
void TestCliStreams::noStreamIsTakenForTheDatabase()
{
    const CliRoom room(m_server);
    QCOMPARE(room.elector({u"migrate"_s})->waitForEnd(), 0);
    for (const QString &closed : {u"<&- >&- 2>&-"_s, u">&-"_s, u"2>&-"_s}) {
        const Ended ended = shell(
            room,
            u"elector run --verbose -- sh -c 'readlink /proc/self/fd/0 /proc/self/fd/1 /proc/self/fd/2 > %1' %2"_s.arg(
                room.file(u"streams"_s), closed));
        // readlink has its output in our file.
        QCOMPARE(ended.status, 0);
        const QStringList streams = room.lines(u"streams"_s);
        QCOMPARE(streams.size(), 3);
        for (const QString &stream : streams)
            QVERIFY2(!stream.startsWith(u"socket:"_s) && !stream.startsWith(u"anon_inode:"_s), qPrintable(stream));
    }
}

/// What a command would find without us, it finds with us: a signal that ends writers without a reader, too.
void TestCliStreams::commandInheritsWhatIsThere()
{
    const CliRoom room(m_server);
    QCOMPARE(shell(room, u"elector run -- sh -c 'kill -PIPE $$; echo went on'"_s).status, 128 + SIGPIPE);
    const Ended full = shell(room, u"elector run -- sh -c 'echo lost > /dev/stdout || exit 7' > /dev/full"_s);
    QCOMPARE(full.status, 7);
}

void TestCliStreams::logsOnAFullDisk()
{
    const CliRoom room(m_server);
    const auto node = runWithLog(room, u"/dev/full"_s);
    leadsOn(room, *node);
}

/// A reader that has stopped, such as a pager: what does not fit into the pipe is left out, and that is told later.
void TestCliStreams::logsThatNobodyReads()
{
    const CliRoom room(m_server);
    const QByteArray path = room.file(u"log"_s).toLocal8Bit();
    QCOMPARE(::mkfifo(path.constData(), 0600), 0);
    const int reader = ::open(path.constData(), O_RDWR | O_CLOEXEC | O_NONBLOCK);
    QVERIFY(reader >= 0);
    const auto close = qScopeGuard([reader] { ::close(reader); });
    QVERIFY(::fcntl(reader, F_SETPIPE_SZ, 4096) >= 4096);
    QByteArray filling(4096, '\n');
    while (::write(reader, filling.constData(), static_cast<size_t>(filling.size())) > 0) { }
    const auto node = runWithLog(room, room.file(u"log"_s));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(room.file(u"runs.up"_s)), 60000);
    // It is read again.
    QByteArray read;
    const auto heard = [&] {
        for (ssize_t count = 1; count > 0;) {
            count = ::read(reader, filling.data(), static_cast<size_t>(filling.size()));
            read.append(filling.constData(), std::max<ssize_t>(0, count));
        }
        return read;
    };
    QVERIFY(!heard().contains("elector"));
    leadsOn(room, *node);
    QVERIFY2(heard().contains("messages that could not be written before this one: "), read.constData());
    QVERIFY2(read.contains("ending the command"), read.constData());
}

void TestCliStreams::logsWhoseReaderIsGone()
{
    const CliRoom room(m_server);
    const QByteArray path = room.file(u"log"_s).toLocal8Bit();
    QCOMPARE(::mkfifo(path.constData(), 0600), 0);
    const int reader = ::open(path.constData(), O_RDWR | O_CLOEXEC | O_NONBLOCK);
    QVERIFY(reader >= 0);
    const auto node = runWithLog(room, room.file(u"log"_s));
    QVERIFY(node->waitForStarted());
    ::close(reader);
    leadsOn(room, *node);
}

QTEST_GUILESS_MAIN(TestCliStreams)
#include "tst_clistreams.moc"
