// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/electorconfig.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QStringList>

#include <optional>

namespace Elector {

/// The options that sub-commands share, read into settings: the environment first (ELECTOR_…), options on top.
class CommandLine
{
public:
    enum Option { Connection = 1, Lock = 2, Timing = 4, Json = 8, Interval = 16 };

    /// `usage` is one line, `description` what --help tells above the options.
    CommandLine(int options, const QString &usage, const QString &description);

    QCommandLineParser &parser() { return m_parser; }
    /// Parses `arguments`, of which the first is the sub-command's name. Returns an exit code if that is
    /// all there is to do: after --help, or if something is wrong, which was then said.
    std::optional<int> parse(const QStringList &arguments, int usageExitCode);

    /// Settings from the environment and the options; what is wrong with them is in problems().
    ElectorConfig config();
    bool isSet(const QString &option) const { return m_parser.isSet(option); }
    std::chrono::milliseconds duration(const QString &option, std::chrono::milliseconds fallback);
    /// What was wrong with the values of options so far, a sentence each.
    QStringList problems() const { return m_problems; }

private:
    int m_options;
    QString m_usage;
    QCommandLineParser m_parser;
    QStringList m_problems;
};

} // namespace Elector
