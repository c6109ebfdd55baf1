// SPDX-License-Identifier: MIT
#include "cliroom.h"
#include "terminalsession.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Elector;
using namespace Qt::StringLiterals;

/// The manual page and the completions know what the program knows.
class TestCliPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void manualPageIsClean();
    void everyCommand_data();
    void everyCommand();
    void scriptsAreSound();
    void bashCompletesValuesAndPrograms();
    void fishCompletesPrograms_data();
    void fishCompletesPrograms();
    void shellsComplete_data();
    void shellsComplete();

private:
    static QStringList commands();
};

namespace {

struct Ended
{
    int status = -1;
    QString said;
};

Ended run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished(30000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput())};
}

QString resource(const QString &name)
{
    return QStringLiteral(ELECTOR_SOURCE_DIR "/resources/") + name;
}

QString content(const QString &name)
{
    QFile file(resource(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The options as --help lists them.
QSet<QString> optionsOf(const QString &help)
{
    static const QRegularExpression option(u"^  (?:-\\w, )?(--[a-z-]+)"_s, QRegularExpression::MultilineOption);
    QSet<QString> options;
    for (auto it = option.globalMatch(help); it.hasNext();)
        options.insert(it.next().captured(1));
    return options;
}

/// What bash offers for the last of `words`.
QSet<QString> completedByBash(const QStringList &words)
{
    const Ended ended
        = run(u"bash"_s,
              QStringList{u"-c"_s,
                          u"source %1; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _elector;"
                          " printf '%s\\n' \"${COMPREPLY[@]}\""_s.arg(resource(u"completions/elector.bash"_s)),
                          u"bash"_s}
                  + words);
    const QStringList lines = ended.said.split(u'\n', Qt::SkipEmptyParts);
    return {lines.cbegin(), lines.cend()};
}

QSet<QString> completedByFish(const QString &line)
{
    const Ended ended = run(u"fish"_s,
                            {u"--no-config"_s, u"-c"_s,
                             u"source %1; complete -C '%2'"_s.arg(resource(u"completions/elector.fish"_s), line)});
    QSet<QString> found;
    for (const QString &offer : ended.said.split(u'\n', Qt::SkipEmptyParts))
        found.insert(offer.section(u'\t', 0, 0));
    return found;
}

/// A directory with one program, which is found in PATH, and one file.
class ProgramRoom
{
public:
    ProgramRoom()
        : m_path(qgetenv("PATH"))
    {
        QFile program(m_directory.filePath(u"electorsprogram"_s));
        m_isSound = program.open(QIODevice::WriteOnly)
            && program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QFile file(m_directory.filePath(u"onlyfile"_s));
        m_isSound = m_isSound && file.open(QIODevice::WriteOnly);
        qputenv("PATH", m_directory.path().toLocal8Bit() + ':' + m_path);
    }
    ~ProgramRoom() { qputenv("PATH", m_path); }
    Q_DISABLE_COPY_MOVE(ProgramRoom)

    bool isSound() const { return m_isSound; }
    /// DIR stands for the directory.
    QString expanded(QString line) const { return line.replace(u"DIR"_s, m_directory.path()); }

private:
    QTemporaryDir m_directory;
    QByteArray m_path;
    bool m_isSound = false;
};

/// A shell at a terminal, as people have it: Tab completes, and Ctrl-T tells the line and empties it.
class Shell
{
public:
    explicit Shell(const QString &name)
        : m_terminal(name,
                     name == u"zsh"_s ? QStringList{u"-f"_s, u"-i"_s}
                                      : QStringList{u"--norc"_s, u"--noprofile"_s, u"-i"_s})
    {
        const QByteArray completions = resource(u"completions"_s).toLocal8Bit();
        if (name == u"zsh"_s) {
            m_terminal.type("fpath=(" + completions + " $fpath); autoload -Uz compinit; compinit -u -D");
            m_terminal.type("tell() { print -r -- \"<<$BUFFER>>#$((++told))#\"; BUFFER= }");
            m_terminal.type("zle -N tell; bindkey '^T' tell; print -r -- RE''ADY");
        } else {
            m_terminal.type("source " + completions + "/elector.bash");
            m_terminal.type("tell() { echo \"<<$READLINE_LINE>>#$((++told))#\"; READLINE_LINE=; }");
            m_terminal.type("bind -x '\"\\C-t\": tell'; echo RE''ADY");
        }
    }
    bool isReady() { return m_terminal.waitFor("READY"); }
    /// What becomes of `line` by Tab.
    QString completed(const QString &line)
    {
        m_terminal.press(line.toLocal8Bit() + "\t\x14");
        m_terminal.waitFor(">>#" + QByteArray::number(++m_asked) + '#');
        const QByteArray screen = m_terminal.screen();
        const qsizetype begin = screen.lastIndexOf("<<") + 2;
        return QString::fromLocal8Bit(screen.mid(begin, screen.lastIndexOf(">>") - begin));
    }
    QByteArray screen() const { return m_terminal.screen(); }

private:
    TerminalSession m_terminal;
    int m_asked = 0;
};

} // namespace

QStringList TestCliPages::commands()
{
    const Ended help = run(QStringLiteral(ELECTOR_BIN_DIR "/elector"), {u"--help"_s});
    static const QRegularExpression command(u"^  ([a-z]+)  +[A-Z]"_s, QRegularExpression::MultilineOption);
    QStringList found;
    for (auto it = command.globalMatch(help.said); it.hasNext();)
        found.append(it.next().captured(1));
    return found;
}

void TestCliPages::manualPageIsClean()
{
    const Ended ended = run(u"groff"_s, {u"-man"_s, u"-Tutf8"_s, u"-ww"_s, u"-z"_s, resource(u"elector.1"_s)});
    QVERIFY2(ended.status == 0 && ended.said.isEmpty(), qPrintable(ended.said));
}

void TestCliPages::everyCommand_data()
{
    QTest::addColumn<QString>("command");
    const QStringList all = commands();
    QVERIFY(all.size() >= 14);
    for (const QString &command : all)
        QTest::newRow(qPrintable(command)) << command;
}

void TestCliPages::everyCommand()
{
    QFETCH(QString, command);
    const Ended help = run(QStringLiteral(ELECTOR_BIN_DIR "/elector"), {command, u"--help"_s});
    QCOMPARE(help.status, 0);
    const QSet<QString> options = optionsOf(help.said);
    QVERIFY(options.contains(u"--dsn"_s) && options.size() >= 4);

    QVERIFY(completedByBash({u"elector"_s, u""_s}).contains(command));
    QCOMPARE(completedByBash({u"elector"_s, command, u"--"_s}), options);
    QVERIFY(completedByFish(u"elector "_s).contains(command));
    QCOMPARE(completedByFish(u"elector "_s + command + u" --"_s), options);

    const QString zsh = content(u"completions/_elector"_s);
    const QString inZsh = zsh.section(u"\n    %1)\n"_s.arg(command), 1).section(u";;"_s, 0, 0);
    const QString manual = content(u"elector.1"_s).remove(u'\\');
    QVERIFY(manual.contains(QRegularExpression(u"\\.SS .*\\b%1\\b"_s.arg(command))));
    for (const QString &option : options) {
        QVERIFY2(inZsh.contains(QRegularExpression(u"'%1=?\\["_s.arg(option))), qPrintable(option));
        QVERIFY2(manual.contains(QRegularExpression(u"%1\\b(?!-)"_s.arg(option))), qPrintable(option));
    }
}

void TestCliPages::scriptsAreSound()
{
    const QPair<QString, QStringList> checks[] = {
        {u"bash"_s, {u"-n"_s, resource(u"completions/elector.bash"_s)}},
        {u"zsh"_s, {u"-n"_s, resource(u"completions/_elector"_s)}},
        {u"fish"_s, {u"--no-execute"_s, resource(u"completions/elector.fish"_s)}},
    };
    for (const auto &[shell, arguments] : checks) {
        const Ended ended = run(shell, arguments);
        QVERIFY2(ended.status == 0 && ended.said.isEmpty(), qPrintable(shell + u": "_s + ended.said));
    }
}

void TestCliPages::bashCompletesValuesAndPrograms()
{
    QCOMPARE(completedByBash({u"elector"_s, u"run"_s, u"--restart"_s, u"o"_s}), QSet<QString>{u"on-failure"_s});
    QCOMPARE(completedByBash({u"elector"_s, u"run"_s, u"--lock"_s, u""_s}), QSet<QString>());
    QVERIFY(completedByBash({u"elector"_s, u"run"_s, u"--"_s, u"tru"_s}).contains(u"true"_s));
}

void TestCliPages::fishCompletesPrograms_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QSet<QString>>("offered");
    const QSet<QString> program{u"electorsprogram"_s};
    const QSet<QString> file{u"DIR/onlyfile"_s};
    QTest::newRow("program") << u"elector run -- electorsp"_s << program;
    QTest::newRow("program without --") << u"elector run --once --lock 7 electorsp"_s << program;
    QTest::newRow("its file") << u"elector run -- cat DIR/only"_s << file;
    QTest::newRow("its file without --") << u"elector run --lock=7 cat DIR/only"_s << file;
    QTest::newRow("a program that is called as a command") << u"elector run status --js"_s << QSet<QString>();
    QTest::newRow("an option's value") << u"elector run --lock electorsp"_s << QSet<QString>();
    QTest::newRow("option") << u"elector run --once-"_s << QSet<QString>{u"--once-per"_s};
    QTest::newRow("value that is a command") << u"elector history --lock run --js"_s << QSet<QString>{u"--json"_s};
}

void TestCliPages::fishCompletesPrograms()
{
    QFETCH(QString, line);
    QFETCH(QSet<QString>, offered);
    if (QStandardPaths::findExecutable(u"fish"_s).isEmpty())
        QSKIP("NOT CHECKED: fish is not installed, so nobody has asked it what it completes.");
    const ProgramRoom room;
    QVERIFY(room.isSound());
    QSet<QString> expected;
    for (const QString &offer : offered)
        expected.insert(room.expanded(offer));
    QCOMPARE(completedByFish(room.expanded(line)), expected);
}

void TestCliPages::shellsComplete_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("bash") << u"bash"_s;
    QTest::newRow("zsh") << u"zsh"_s;
}

void TestCliPages::shellsComplete()
{
    QFETCH(QString, name);
    if (QStandardPaths::findExecutable(name).isEmpty())
        QSKIP("NOT CHECKED: that shell is not installed, so nobody has pressed Tab in it.");
    const ProgramRoom room;
    QVERIFY(room.isSound());
    Shell shell(name);
    QVERIFY2(shell.isReady(), shell.screen().constData());
    const QPair<QString, QString> lines[] = {
        {u"elector stat"_s, u"us "_s},
        {u"elector history --js"_s, u"on "_s},
        {u"elector run -- electorsp"_s, u"rogram "_s},
        {u"elector run electorsp"_s, u"rogram "_s},
        {u"elector run --lock 7 --once electorsp"_s, u"rogram "_s},
        {u"elector run --lock 7 -- cat DIR/only"_s, u"file "_s},
        {u"elector run --lock=7 cat DIR/only"_s, u"file "_s},
        {u"elector run -- cat -- DIR/only"_s, u"file "_s},
        {u"elector run -- electorsprogram --js"_s, QString()},
        {u"elector run electorsprogram --once-p"_s, QString()},
        {u"elector run --restart=o"_s, u"n-failure "_s},
        {u"elector run --restart o"_s, u"n-failure "_s},
        {u"elector status --pooling t"_s, u"ransaction "_s},
        {u"elector status --pooling=t"_s, u"ransaction "_s},
        {u"elector run --config DIR/only"_s, u"file "_s},
    };
    for (const auto &[typed, added] : lines)
        QCOMPARE(shell.completed(room.expanded(typed)), room.expanded(typed) + added);
}

QTEST_GUILESS_MAIN(TestCliPages)
#include "tst_clipages.moc"
