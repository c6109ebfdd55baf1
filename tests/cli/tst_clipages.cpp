// SPDX-License-Identifier: MIT
#include "cliroom.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
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

QTEST_GUILESS_MAIN(TestCliPages)
#include "tst_clipages.moc"
