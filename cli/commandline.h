// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/electorconfig.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QHash>
#include <QtCore/QProcessEnvironment>
#include <QtCore/QStringList>

#include <optional>

namespace Elector {

/// The options that sub-commands share, read into settings: a file first (--config), the environment (ELECTOR_…) on top
/// of it, and options on top of both.
class CommandLine
{
public:
    enum Option {
        Connection = 1,
        Lock = 2, ///< --lock, by default 1 or ELECTOR_LOCK_ID
        Timing = 4,
        Json = 8,
        Interval = 16,
        NamedLock = 32, ///< --lock, which must be given
        MaybeLock = 64, ///< --lock, all if it is not given
        Order = 128, ///< --reason and --operator
    };

    /// As leader_lease_rename allows it.
    static bool isLockName(const QString &text);

    /// `usage` is one line, `description` what --help tells above the options.
    CommandLine(int options, const QString &usage, const QString &description);

    QCommandLineParser &parser() { return m_parser; }
    /// An option that may also stand in the environment (--stop-signal as ELECTOR_STOP_SIGNAL) and in the file of
    /// --config (stopSignal); one without a value as true or false.
    void addSetting(const QCommandLineOption &option);
    /// Parses `arguments`, of which the first is the sub-command's name. Returns an exit code if that is
    /// all there is to do: after --help, or if something is wrong, which was then said.
    std::optional<int> parse(const QStringList &arguments, int usageExitCode);

    /// Settings from the environment and the options; what is wrong with them is in problems().
    ElectorConfig config();
    /// The lock by its number, or, if that is empty, by its name; neither if --lock was not given and need not be.
    /// After config().
    std::optional<int> lockId() const { return m_lockId; }
    QString lockName() const { return m_lockName; }
    /// Of an option, or of what stands for it elsewhere; after config().
    bool isSet(const QString &option) const;
    QString value(const QString &option) const;
    /// What the user calls it where it was set.
    QString label(const QString &option) const;
    /// Variables of the environment that look like settings and are none.
    QStringList unknownVariables() const;
    /// After config(), against whose budget a grace is held.
    std::chrono::milliseconds duration(const QString &option, std::chrono::milliseconds fallback);
    /// The same, but a grace may be as long as it likes.
    std::chrono::milliseconds readDuration(const QString &option, std::chrono::milliseconds fallback);
    /// What is wrong with a grace as it was typed: in the sum of the budget stands what is kept for the kill, too.
    static std::optional<ElectorError> problemOfGrace(const QString &label, std::chrono::milliseconds grace,
                                                      ElectorConfig config);
    /// What was wrong with the values of options so far, a sentence each.
    QStringList problems() const { return m_problems; }
    void addProblem(const QString &problem) { m_problems.append(problem); }

private:
    void addSharedOptions();
    ElectorConfig fileSettings();
    QProcessEnvironment environment();
    std::optional<QString> fromElsewhere(const QString &option) const;
    void checkSwitches();
    void readTiming(ElectorConfig *config);
    void readPooling(const QString &text, ElectorConfig *config);
    void readLock(ElectorConfig *config);
    void takeLock(const QString &text, const QString &label, ElectorConfig *config);

    int m_options;
    QString m_usage;
    QCommandLineParser m_parser;
    QStringList m_settings; ///< options that may be set elsewhere
    QStringList m_switches; ///< of these, those without a value
    QHash<QString, QString> m_fromFile; ///< by option
    QStringList m_problems;
    ElectorConfig m_config;
    std::optional<int> m_lockId;
    QString m_lockName;
};

} // namespace Elector
