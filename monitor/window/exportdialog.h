// SPDX-License-Identifier: MIT
#pragma once

#include "leaseexport.h"

#include <QtCore/QCoreApplication>

class QWidget;

namespace Elector {

/// Asks where `rows` shall go, writes them there in a thread of its own, and says how it went: in the status bar, or
/// in a box if it failed. Never blocks the window, however many rows there are.
class ExportDialog
{
    Q_DECLARE_TR_FUNCTIONS(Elector::ExportDialog)

public:
    static void ask(QWidget *parent, const LeaseExport::Source &rows);

private:
    static void write(QWidget *parent, const QString &path, const LeaseExport::Source &rows);
    static void say(QWidget *parent, const QString &path, qsizetype count, const QString &problem);
};

} // namespace Elector
