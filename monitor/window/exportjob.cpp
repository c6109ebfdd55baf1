// SPDX-License-Identifier: MIT
#include "exportjob.h"

#include <QtCore/QMetaObject>

#include <utility>

namespace Elector {

ExportJob::ExportJob(const QString &path, const LeaseExport::Source &source, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_source(source)
    , m_thread([this] { run(); })
{
}

ExportJob::~ExportJob()
{
    m_thread.join();
}

void ExportJob::run()
{
    const auto format
        = m_path.endsWith(QLatin1StringView(".json"), Qt::CaseInsensitive) ? LeaseExport::Json : LeaseExport::Csv;
    const QList<LeaseExport::Row> rows = m_source();
    QString problem = LeaseExport::save(m_path, LeaseExport::write(rows, format));
    const std::lock_guard lock(m_mutex);
    m_rows = rows.size();
    m_problem = std::move(problem);
    QMetaObject::invokeMethod(this, "finish", Qt::QueuedConnection);
}

void ExportJob::finish()
{
    QString problem;
    qsizetype rows = 0;
    {
        const std::lock_guard lock(m_mutex);
        problem = m_problem;
        rows = m_rows;
    }
    Q_EMIT done(m_path, rows, problem);
}

} // namespace Elector
