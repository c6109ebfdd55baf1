// SPDX-License-Identifier: MIT
#include "guardiantest.h"

#include <cerrno>

#include <sys/wait.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace Elector {

using namespace GuardianProtocol;

void GuardianTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_directory = std::make_unique<QTemporaryDir>();
    m_stamps = std::make_unique<StampFile>(stampPath().c_str());
    QVERIFY(m_stamps->isValid());
    m_order.clear();
    m_ownGroup = false;
    m_started.reset(), m_failed.reset(), m_exited.reset(), m_gone.reset(), m_released.reset();
}

void GuardianTest::cleanup()
{
    if (m_guardian) {
        m_guardian->send(Quit{}); // there is no database: spare it the attempt
        m_guardian->close();
    }
    // The guardian itself and all that it ever started: ended, and nothing handed to us.
    const auto nobodyLeft = [] {
        pid_t reaped = 0;
        while ((reaped = ::waitpid(-1, nullptr, WNOHANG | __WALL)) > 0) { }
        return reaped < 0 && errno == ECHILD;
    };
    QTRY_VERIFY_WITH_TIMEOUT(nobodyLeft(), limit);
    m_guardian.reset();
    m_stamps.reset();
}

GuardianClient &GuardianTest::spawn()
{
    m_guardian = std::make_unique<GuardianClient>();
    std::string error;
    if (!m_guardian->spawn(GUARDIAN_PROGRAM, &error))
        qFatal("%s", error.c_str());
    return *m_guardian;
}

Prepare GuardianTest::command(const std::vector<std::string> &arguments) const
{
    Prepare prepare;
    prepare.arguments = arguments;
    for (char **entry = environ; *entry; ++entry)
        prepare.environment.emplace_back(*entry);
    prepare.processGroup = m_ownGroup ? 0 : ::getpgrp();
    prepare.connectionInfo = "host=/nonexistent user=nobody password=s3cr3t-word";
    prepare.releaseSql = "DELETE FROM leader_lease WHERE id = $1 AND leader_id = $2 AND term = $3";
    return prepare;
}

Start GuardianTest::lease(std::chrono::milliseconds duration) const
{
    Start start;
    start.lockId = 7;
    start.leaderId = "test#1.1";
    start.deadline = BootClock::now() + duration;
    start.grace = 100ms;
    start.killMargin = 200ms;
    return start;
}

void GuardianTest::run(const std::vector<std::string> &arguments, std::chrono::milliseconds duration)
{
    GuardianClient &guardian = spawn();
    QVERIFY(guardian.send(command(arguments)));
    const Start start = lease(duration);
    m_deadline = start.deadline;
    QVERIFY(guardian.send(start));
}

void GuardianTest::listen()
{
    while (const auto message = m_guardian->receive()) {
        if (const auto *m = std::get_if<Started>(&*message))
            m_started = *m, m_order += QStringLiteral("started");
        else if (const auto *failed = std::get_if<Failed>(&*message))
            m_failed = *failed, m_order += QStringLiteral("failed");
        else if (const auto *exited = std::get_if<Exited>(&*message))
            m_exited = *exited, m_order += QStringLiteral("exited");
        else if (const auto *gone = std::get_if<Gone>(&*message))
            m_gone = *gone, m_order += QStringLiteral("gone");
        else if (const auto *released = std::get_if<Released>(&*message))
            m_released = *released, m_order += QStringLiteral("released");
        else if (std::holds_alternative<Ready>(*message))
            m_order += QStringLiteral("ready");
        else
            m_order += QStringLiteral("other");
    }
}

bool GuardianTest::begun(int processes)
{
    listen();
    return (*m_stamps)->processes >= processes;
}

QByteArray GuardianTest::content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace Elector
