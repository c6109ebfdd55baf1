// SPDX-License-Identifier: MIT
#include "exportdialog.h"

#include "displaytext.h"
#include "exportjob.h"

#include <QtCore/QDir>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QStatusBar>

namespace Elector {

void ExportDialog::ask(QWidget *parent, const LeaseExport::Source &rows)
{
    auto *dialog = new QFileDialog(parent, tr("Export leases"), QDir::homePath());
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString csv = tr("Table (*.csv)");
    dialog->setNameFilters({csv, tr("JSON (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("leases"));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, csv](const QString &filter) {
        dialog->setDefaultSuffix(filter == csv ? QStringLiteral("csv") : QStringLiteral("json"));
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [parent, rows](const QString &path) { write(parent, path, rows); });
    dialog->open();
}

void ExportDialog::write(QWidget *parent, const QString &path, const LeaseExport::Source &source)
{
    auto *job = new ExportJob(path, source, parent);
    QObject::connect(job, &ExportJob::done, parent,
                     [parent, job](const QString &written, qsizetype rows, const QString &problem) {
                         say(parent, written, rows, problem);
                         job->deleteLater();
                     });
}

void ExportDialog::say(QWidget *parent, const QString &path, qsizetype count, const QString &problem)
{
    if (problem.isEmpty()) {
        const QString done = tr("%n lock(s) written to %1", nullptr, int(count)).arg(displayText(path, 200));
        if (auto *window = qobject_cast<QMainWindow *>(parent->window()))
            window->statusBar()->showMessage(done, 8000);
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Export leases"), problem, QMessageBox::Close, parent);
    box->setObjectName(QStringLiteral("exportProblem"));
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace Elector
