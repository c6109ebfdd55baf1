// SPDX-License-Identifier: MIT
// What the dialog of connections is made of.
#include "connectionform.h"
#include "connectionlabel.h"
#include "connectionsdialog.h"
#include "displaytext.h"
#include "spoken.h"
#include "theme.h"
#include "tlstext.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace Elector {

namespace {

constexpr int listWidth = 210;
constexpr int reportLines = 4;

} // namespace

void ConnectionsDialog::build()
{
    auto *left = buildList();
    m_form = new ConnectionForm(this);
    auto *right = new QVBoxLayout;
    right->setSpacing(10);
    right->addWidget(m_form, 1);
    right->addWidget(buildReport());
    auto *upper = new QHBoxLayout;
    upper->setSpacing(16);
    upper->addWidget(left);
    upper->addLayout(right, 1);

    auto *buttons = new QHBoxLayout;
    m_test
        = addButton(tr("&Test"), tr("Connects once, and says what came of it"), "testButton", &ConnectionsDialog::test);
    m_save
        = addButton(tr("Sav&e"), tr("Keeps the profile, without a password"), "saveButton", &ConnectionsDialog::save);
    m_connect = addButton(tr("Co&nnect"), tr("Opens a page on this connection"), "connectButton",
                          &ConnectionsDialog::connectNow);
    QPushButton *close = addButton(tr("Close"), tr("Leaves the dialog; what is not saved is asked for"), "closeButton",
                                   &ConnectionsDialog::reject);
    m_connect->setDefault(true);
    buttons->addSpacing(listWidth + 16);
    buttons->addWidget(m_test);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    buttons->addWidget(m_connect);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 12);
    layout->setSpacing(12);
    layout->addLayout(upper, 1);
    layout->addLayout(buttons);
    resize(760, 540);
}

QPushButton *ConnectionsDialog::addButton(const QString &text, const QString &description, const char *name,
                                          void (ConnectionsDialog::*slot)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setAccessibleDescription(description);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, slot);
    return button;
}

QWidget *ConnectionsDialog::buildList()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(listWidth);
    m_list = new QListWidget(side);
    m_list->setObjectName(QStringLiteral("profileList"));
    setSpoken(m_list, tr("Profiles"), tr("Connections that are kept; the chosen one is shown beside"));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSpacing(2);
    QPushButton *add = addButton(tr("Ne&w"), tr("Begins an empty profile"), "newButton", &ConnectionsDialog::addNew);
    m_duplicate = addButton(tr("&Duplicate"), tr("Begins a profile like the chosen one"), "duplicateButton",
                            &ConnectionsDialog::duplicate);
    m_remove = addButton(tr("De&lete"), tr("Deletes the chosen profile, after a question"), "deleteButton",
                         &ConnectionsDialog::askToRemove);
    QPushButton *import = addButton(tr("&Import address…"), tr("Makes a profile of an address"), "importAddressButton",
                                    &ConnectionsDialog::importAddress);
    auto *layout = new QGridLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_list, 0, 0, 1, 2);
    layout->addWidget(add, 1, 0);
    layout->addWidget(m_duplicate, 1, 1);
    layout->addWidget(m_remove, 2, 0);
    layout->addWidget(import, 2, 1);
    return side;
}

QWidget *ConnectionsDialog::buildReport()
{
    auto *box = new QWidget(this);
    m_reportIcon = new QLabel(box);
    m_reportIcon->setAlignment(Qt::AlignTop);
    m_reportIcon->setFixedWidth(20);
    m_report = new QPlainTextEdit(box);
    m_report->setObjectName(QStringLiteral("connectionReport"));
    setSpoken(m_report, tr("What applies, and the result of the test"),
              tr("To be read: where each part of the connection comes from"));
    m_report->setReadOnly(true);
    m_report->setTabChangesFocus(true);
    m_report->setFrameShape(QFrame::NoFrame);
    m_report->document()->setDocumentMargin(1);
    m_report->viewport()->setAutoFillBackground(false);
    m_report->setFixedHeight(reportLines * m_report->fontMetrics().lineSpacing() + 6);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_reportIcon);
    layout->addWidget(m_report, 1);
    return box;
}

/// Without a text it says what applies to the profile as it is.
void ConnectionsDialog::report(const QString &text, bool isBad)
{
    QString shown = text;
    if (shown.isEmpty() && m_row >= 0) {
        const ConnectionParameters &parameters = m_entries[m_row].profile.parameters();
        shown = tr("Connects to %1.").arg(isolated(displayText(targetText(parameters.description()), 160)))
            + QLatin1Char('\n')
            + tr("Encryption: %1").arg(tlsSentence(tlsChoice(parameters, LibpqEnvironment::current())));
    }
    const Tone tone = isBad ? Tone::Bad : Tone::Quiet;
    m_reportIcon->setPixmap(
        themedIcon(isBad ? QStringLiteral("warning") : QStringLiteral("info"), tone).pixmap(16, 16));
    QPalette colours = palette();
    colours.setColor(QPalette::Text, toneColor(isBad ? Tone::Bad : Tone::Text, palette()));
    m_report->setPalette(colours);
    m_report->setPlainText(shown);
}

void ConnectionsDialog::revise()
{
    const bool isBusy = m_opener->isBusy();
    m_test->setText(isBusy ? tr("S&top") : tr("&Test"));
    m_connect->setEnabled(!isBusy);
    m_save->setEnabled(!isBusy && m_row >= 0 && (m_entries[m_row].isDirty || m_entries[m_row].savedKey.isEmpty()));
}

} // namespace Elector
