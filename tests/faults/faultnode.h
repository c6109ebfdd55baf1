// SPDX-License-Identifier: MIT
#pragma once

#include "faults/records.h"

#include <QtCore/QProcess>
#include <QtCore/QStringList>

#include <memory>
#include <optional>

namespace Elector::Faults {

/// A process that takes part, and what it wrote. Each of its lives has a file of its own. Leads a process group.
class FaultNode
{
public:
    enum class Kind {
        Client, ///< faultclient: an application that uses the library
        Command, ///< `elector run`, with a command that writes down that it lives
    };

    FaultNode(Kind kind, const QString &name, const QString &directory);
    ~FaultNode();
    FaultNode(const FaultNode &) = delete;
    FaultNode &operator=(const FaultNode &) = delete;

    /// What is started: options for faultclient, or for `elector run`. `wrapper` is a program and arguments before it.
    void setOptions(const QStringList &options, const QStringList &wrapper = {});
    /// `NAME=value`, besides our own.
    void setEnvironment(const QStringList &variables);
    bool start();
    /// Waits for the end, and kills what does not end.
    void stop();
    void end(); ///< asks it to end in good order, and returns at once
    bool isRunning();
    void signal(int number) const;
    void signalGroup(int number) const;
    void tell(const QByteArray &line); ///< a client's command

    Kind kind() const { return m_kind; }
    QString name() const { return m_name; }
    qint64 pid() const { return m_process ? m_process->processId() : 0; }
    QByteArray written() const; ///< in this life
    /// Time of the first "says" with these words in this life at or after \a from; 0 if it was not said.
    Stamp said(const QByteArray &words, Stamp from = 0) const;
    /// Time of the first line of that kind in this life at or after \a from; 0 if there is none.
    Stamp wrote(const QByteArray &kind, Stamp from = 0) const;
    /// The belief that it is in now, or empty. Its end is the deadline, or the last sign of life of a command.
    std::optional<Belief> belief();
    /// What it wrote in all its lives.
    void collect(Records &records) const;
    QString log() const;

private:
    QString path(int life) const;

    Kind m_kind;
    QString m_name;
    QString m_directory;
    QStringList m_options;
    QStringList m_wrapper;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    std::unique_ptr<QProcess> m_process;
    int m_life = 0;
};

} // namespace Elector::Faults
