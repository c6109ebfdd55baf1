// SPDX-License-Identifier: MIT
#pragma once

#include "leaseexport.h"

#include <QtCore/QObject>

#include <mutex>
#include <thread>

namespace Elector {

/// Writes rows to a file in a thread of its own. Destroying it waits until the file is written.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    /// The format follows the end of `path`. `source` is called in the other thread.
    ExportJob(const QString &path, const LeaseExport::Source &source, QObject *parent);
    ~ExportJob() override;

Q_SIGNALS:
    /// `problem` is empty, or says why there is no file.
    void done(const QString &path, qsizetype rows, const QString &problem);

private:
    void run();
    Q_INVOKABLE void finish();

    const QString m_path;
    const LeaseExport::Source m_source;
    std::mutex m_mutex; ///< guards what follows, up to the blank line
    qsizetype m_rows = 0;
    QString m_problem;

    std::thread m_thread;
};

} // namespace Elector
