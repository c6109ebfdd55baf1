// SPDX-License-Identifier: MIT
#pragma once

#include "guardianclient.h"
#include "stampfile.h"

#include <QtTest>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Elector {

/// The guardian as `elector run` sees it. This process is elector: a subreaper, so that after each test waitpid()
/// proves that nothing of the command is left anywhere.
class GuardianTest : public QObject
{
    Q_OBJECT

protected:
    static constexpr int limit = 30000; // ms; for conditions, never for luck

    GuardianClient &spawn();
    GuardianProtocol::Prepare command(const std::vector<std::string> &arguments) const;
    GuardianProtocol::Start lease(std::chrono::milliseconds duration) const;
    void run(const std::vector<std::string> &arguments, std::chrono::milliseconds duration = std::chrono::minutes(1));
    /// Takes in what the guardian has said so far.
    void listen();
    /// Whether so many processes of the command have begun to stamp.
    bool begun(int processes);
    std::string stampPath() const { return m_directory->filePath(QStringLiteral("stamps")).toStdString(); }
    static QByteArray content(const QString &path);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<StampFile> m_stamps;
    std::unique_ptr<GuardianClient> m_guardian;
    BootClock::time_point m_deadline;
    bool m_ownGroup = false;
    QStringList m_order;
    std::optional<GuardianProtocol::Started> m_started;
    std::optional<GuardianProtocol::Failed> m_failed;
    std::optional<GuardianProtocol::Exited> m_exited;
    std::optional<GuardianProtocol::Gone> m_gone;
    std::optional<GuardianProtocol::Released> m_released;

private Q_SLOTS:
    void init();
    void cleanup();
};

} // namespace Elector

#define LISTEN_UNTIL(condition) QTRY_VERIFY_WITH_TIMEOUT((listen(), (condition)), limit)
