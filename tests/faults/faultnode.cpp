// SPDX-License-Identifier: MIT
#include "faults/faultnode.h"

#include <Elector/bootclock.h>

#include <QtCore/QFile>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace Elector::Faults {

using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

FaultNode::FaultNode(Kind kind, const QString &name, const QString &directory)
    : m_kind(kind)
    , m_name(name)
    , m_directory(directory)
{
}

FaultNode::~FaultNode()
{
    stop();
}

void FaultNode::setOptions(const QStringList &options, const QStringList &wrapper)
{
    m_options = options;
    m_wrapper = wrapper;
}

void FaultNode::setEnvironment(const QStringList &variables)
{
    for (const QString &variable : variables)
        m_environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
}

QString FaultNode::path(int life) const
{
    return u"%1/%2.%3"_s.arg(m_directory, m_name).arg(life);
}

QString FaultNode::log() const
{
    return u"%1/%2.log"_s.arg(m_directory, m_name);
}

bool FaultNode::start()
{
    stop();
    ++m_life;
    QStringList line = m_wrapper;
    if (m_kind == Kind::Client)
        line += QStringList{QStringLiteral(ELECTOR_FAULT_CLIENT), path(m_life)} + m_options;
    else
        line += QStringList{QStringLiteral(ELECTOR_BIN_DIR "/elector"), u"run"_s} + m_options
            + QStringList{u"--"_s, QStringLiteral(ELECTOR_FAULT_CLIENT), path(m_life), u"--command"_s};
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(line.takeFirst());
    m_process->setArguments(line);
    m_process->setProcessEnvironment(m_environment);
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardOutputFile(log(), QIODevice::Append);
    m_process->setChildProcessModifier([] {
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // whatever becomes of the harness
    });
    m_process->start();
    return m_process->waitForStarted();
}

void FaultNode::end()
{
    if (m_kind == Kind::Client)
        tell("quit");
    else
        signal(SIGTERM);
}

void FaultNode::stop()
{
    if (!m_process)
        return;
    if (isRunning()) {
        signalGroup(SIGCONT);
        end();
        if (!m_process->waitForFinished(10'000)) {
            m_process->kill();
            m_process->waitForFinished(10'000);
        }
    }
    m_process.reset();
}

bool FaultNode::isRunning()
{
    return m_process && m_process->state() != QProcess::NotRunning && !m_process->waitForFinished(0);
}

void FaultNode::signal(int number) const
{
    if (const auto id = static_cast<pid_t>(pid()); id > 0)
        ::kill(id, number);
}

void FaultNode::signalGroup(int number) const
{
    if (const auto id = static_cast<pid_t>(pid()); id > 0)
        ::kill(-id, number);
}

void FaultNode::tell(const QByteArray &line)
{
    m_process->write(line + '\n');
    m_process->waitForBytesWritten(10'000);
}

QByteArray FaultNode::written() const
{
    return contents(path(m_life));
}

Stamp FaultNode::said(const QByteArray &words, Stamp from) const
{
    for (const QByteArray &line : written().split('\n')) {
        if (!line.startsWith("says "))
            continue;
        const qsizetype space = line.indexOf(' ', 5);
        const Stamp time = line.mid(5, space - 5).toLongLong();
        if (time >= from && line.mid(space + 1).startsWith(words))
            return time;
    }
    return 0;
}

Stamp FaultNode::wrote(const QByteArray &kind, Stamp from) const
{
    for (const QByteArray &line : written().split('\n')) {
        if (line.startsWith(kind + ' ')) {
            if (const Stamp time = line.split(' ').value(1).toLongLong(); time >= from)
                return time;
        }
    }
    return 0;
}

/// A belief that is open, and has not run out: that of a client at its deadline, that of a command with its process.
std::optional<Belief> FaultNode::belief()
{
    if (!isRunning())
        return std::nullopt;
    Records records;
    const QList<Belief> open = readClientRecords(m_name, written(), records);
    constexpr Stamp signOfLife = 200'000'000;
    const Stamp now = BootClock::now().time_since_epoch().count() - (m_kind == Kind::Client ? 0 : signOfLife);
    for (const Belief &belief : open) {
        if (now < belief.end)
            return belief;
    }
    return std::nullopt;
}

void FaultNode::collect(Records &records) const
{
    for (int life = 1; life <= m_life; ++life)
        readClientRecords(m_name, contents(path(life)), records);
}

} // namespace Elector::Faults
