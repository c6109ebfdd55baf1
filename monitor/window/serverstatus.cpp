// SPDX-License-Identifier: MIT
#include "serverstatus.h"

#include "displaytext.h"
#include "theme.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

namespace Elector {

using namespace std::chrono;

namespace {

constexpr int spacing = 18;
// More than this beyond what the measurement can explain, and times on two machines no longer compare.
constexpr microseconds offsetWorthAWarning = 1s;

QString versionText(int version)
{
    return QStringLiteral("%1.%2").arg(version / 10000).arg(version % 10000);
}

QString milliText(microseconds span, bool sign)
{
    const qint64 tenths = qRound64(double(span.count()) / 100.0);
    const QString text = QLocale().toString(double(std::abs(tenths)) / 10.0, 'f', 1);
    if (!sign)
        return text;
    return (tenths < 0 ? QChar(u'\u2212') : QLatin1Char('+')) + text;
}

} // namespace

ServerStatus::ServerStatus(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Status"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 3, 6, 3);
    layout->setSpacing(spacing);
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    static const char *const names[parts]
        = {"summary", "restriction", "address", "role", "level", "version", "tls", "latency", "clock"};
    for (int i = 0; i < parts; ++i) {
        auto *label = new QLabel(this);
        label->setTextFormat(Qt::PlainText);
        label->setObjectName(QString::fromLatin1(names[i]));
        label->hide();
        layout->addWidget(label);
        if (i == Summary)
            layout->addStretch(1);
        m_labels.push_back(label);
    }
    m_labels[Summary]->show();
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ServerStatus::setPart(Part part, const QString &text, const QString &toolTip, bool warn)
{
    QLabel *label = m_labels[part];
    label->setText(text);
    label->setToolTip(plainAsRichText(toolTip));
    label->setAccessibleName(text);
    label->setAccessibleDescription(toolTip);
    QPalette colours = palette();
    if (warn)
        colours.setColor(QPalette::WindowText, toneColor(Tone::Warning, palette()));
    label->setPalette(colours);
}

void ServerStatus::setSummary(const QString &text)
{
    if (m_labels[Summary]->text() == text)
        return;
    setPart(Summary, text, tr("What the table shows"));
    fit();
}

void ServerStatus::setRestriction(const QString &text, const QString &why)
{
    setPart(Restriction, text, why, true);
    fit();
}

void ServerStatus::setServer(const ServerInfo &server, const QString &address, const QString &schema, bool connected)
{
    const QString role = server.user.isEmpty() ? tr("not known yet") : displayText(server.user, 80);
    setPart(Address, address, tr("Server and database: %1\nRole: %2\nSchema: %3").arg(address, role, schema));
    const bool known = connected && server.version > 0;
    const auto onlyIf = [known](const QString &text) { return known ? text : QString(); };
    setPart(Role, onlyIf(server.standby ? tr("standby") : tr("primary")),
            server.standby ? tr("A standby: leases can be seen, nothing can be released here.")
                           : tr("A primary: it decides who leads."),
            server.standby);
    switch (server.level) {
    case SchemaLevel::Full:
        setPart(Level, onlyIf(tr("full")), tr("Full schema: terms, history and notifications."));
        break;
    case SchemaLevel::Plain:
        setPart(Level, onlyIf(tr("plain")),
                tr("Plain table: no terms, no names, no history, and changes are seen only by polling. "
                   "“elector migrate” adds them."));
        break;
    case SchemaLevel::None:
    case SchemaLevel::Foreign:
        setPart(Level, onlyIf(tr("no table")), tr("There is no usable leader_lease in schema %1.").arg(schema), true);
        break;
    }
    setPart(Version, onlyIf(tr("PostgreSQL %1").arg(versionText(server.version))), tr("Version of the server"));
    setPart(Tls, onlyIf(server.encrypted ? tr("TLS") : tr("no TLS")),
            server.encrypted ? tr("The connection is encrypted.")
                             : tr("The connection is not encrypted. That is usual for a local socket only."));
    setPart(Latency, onlyIf(tr("%1 ms").arg(milliText(server.latency, false))), tr("Round trip of the last read"));
    const microseconds offset = abs(server.clockOffset);
    const bool skewed = offset - server.clockOffsetError > offsetWorthAWarning;
    setPart(
        Clock,
        onlyIf(
            tr("clock %1 ± %2 ms").arg(milliText(server.clockOffset, true), milliText(server.clockOffsetError, false))),
        tr("The server's clock minus this machine's, and how far that may be off. "
           "Countdowns follow the server's clock and do not depend on it."),
        skewed);
    fit();
}

QSize ServerStatus::minimumSizeHint() const
{
    return {120, QWidget::minimumSizeHint().height()};
}

void ServerStatus::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ServerStatus::fit()
{
    static constexpr Part byImportance[] = {Summary, Restriction, Address, Role, Clock, Latency, Tls, Level, Version};
    int room = width() - 16;
    for (const Part part : byImportance) {
        QLabel *label = m_labels[part];
        const int needed = label->sizeHint().width() + spacing;
        const bool shown = !label->text().isEmpty() && (part == Summary || needed <= room);
        label->setVisible(shown);
        if (shown)
            room -= needed;
    }
}

} // namespace Elector
