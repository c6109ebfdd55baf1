// SPDX-License-Identifier: MIT
#include "connectionform.h"

#include "connectionfields.h"
#include "connectionmark.h"
#include "connectionsecuritypage.h"
#include "connectionserverpage.h"
#include "spoken.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace Elector {

ConnectionForm::ConnectionForm(QWidget *parent)
    : QWidget(parent)
    , m_name(namedLine(tr("Name"), "nameEdit", this))
    , m_nameBox(new FieldBox(m_name))
    , m_color(new QComboBox(this))
    , m_readOnly(new QCheckBox(tr("&Read-only: nothing can be released"), this))
    , m_tabs(new QTabWidget(this))
    , m_server(new ConnectionServerPage)
    , m_security(new ConnectionSecurityPage)
{
    m_name->setPlaceholderText(tr("needed to save it"));
    m_color->setObjectName(QStringLiteral("colorCombo"));
    for (const ProfileColor color : {ProfileColor::None, ProfileColor::Production, ProfileColor::Staging,
                                     ProfileColor::Test, ProfileColor::Development}) {
        const QString name = profileColorName(color);
        m_color->addItem(profileIcon(color), name.isEmpty() ? tr("none") : name, int(color));
    }
    setSpoken(m_color, tr("Colour"), tr("Marks the pages of this connection"));
    m_readOnly->setObjectName(QStringLiteral("readOnlyCheck"));
    setSpoken(m_readOnly, withoutMnemonic(m_readOnly->text()),
              tr("Pages of this connection only show; no action can be done"));
    m_tabs->setObjectName(QStringLiteral("connectionTabs"));
    setSpoken(m_tabs, tr("Parts of the connection"), tr("Where the server is, and how it is trusted"));
    m_tabs->addTab(m_server, tr("&Server"));
    m_tabs->addTab(m_security, tr("&Password and TLS"));

    auto *head = new QFormLayout;
    head->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    head->setHorizontalSpacing(14);
    m_nameBox->addTo(head, tr("N&ame"));
    auto *look = new QHBoxLayout;
    look->addWidget(m_color);
    look->addSpacing(10);
    look->addWidget(m_readOnly, 1);
    auto *colorTitle = new QLabel(tr("&Colour"), this);
    colorTitle->setBuddy(m_color);
    head->addRow(colorTitle, look);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_tabs, 1);

    connect(m_name, &QLineEdit::textChanged, this, &ConnectionForm::change);
    connect(m_color, &QComboBox::currentIndexChanged, this, &ConnectionForm::change);
    connect(m_readOnly, &QCheckBox::toggled, this, &ConnectionForm::change);
    connect(m_server, &ConnectionServerPage::edited, this, &ConnectionForm::change);
    connect(m_security, &ConnectionSecurityPage::edited, this, &ConnectionForm::change);
}

void ConnectionForm::setProfile(const ConnectionProfile &profile)
{
    m_isShowing = true;
    m_shown = profile;
    m_name->setText(profile.name);
    m_color->setCurrentIndex(m_color->findData(int(profile.color)));
    m_readOnly->setChecked(profile.readOnly);
    m_server->setProfile(profile);
    m_security->setProfile(profile);
    m_isShowing = false;
    showProblems({});
}

ConnectionProfile ConnectionForm::profile() const
{
    ConnectionProfile profile = m_shown;
    profile.name = m_name->text();
    profile.color = ProfileColor(m_color->currentData().toInt());
    profile.readOnly = m_readOnly->isChecked();
    profile.passwordMode = m_security->passwordMode();
    ConnectionParameters parameters;
    m_server->read(&parameters, &profile.schemas);
    m_security->read(&parameters);
    profile.setParameters(parameters);
    return profile;
}

QList<ProfileProblem> ConnectionForm::problems(bool toSave) const
{
    ConnectionParameters parameters;
    QStringList schemas;
    QList<ProfileProblem> problems = m_server->read(&parameters, &schemas) + problemsOf(profile(), toSave);
    std::stable_sort(problems.begin(), problems.end(),
                     [](const ProfileProblem &a, const ProfileProblem &b) { return a.field < b.field; });
    return problems;
}

FieldBox *ConnectionForm::box(ProfileProblem::Field field) const
{
    if (field == ProfileProblem::Name)
        return m_nameBox;
    FieldBox *box = m_server->box(field);
    return box ? box : m_security->box(field);
}

void ConnectionForm::showProblems(const QList<ProfileProblem> &problems)
{
    for (int field = ProfileProblem::Name; field <= ProfileProblem::Other; ++field) {
        if (field != ProfileProblem::Service) // what the service file lacks stays to be seen
            box(ProfileProblem::Field(field))->setError({});
    }
    m_security->explain(profile().parameters());
    for (auto it = problems.crbegin(); it != problems.crend(); ++it)
        box(it->field)->setError(it->sentence);
    if (problems.isEmpty())
        return;
    FieldBox *first = box(problems.constFirst().field);
    for (QWidget *page : {static_cast<QWidget *>(m_server), static_cast<QWidget *>(m_security)}) {
        if (page->isAncestorOf(first))
            m_tabs->setCurrentWidget(page);
    }
    first->focusWidgetOfField()->setFocus();
}

void ConnectionForm::setKeyringNote(const QString &note)
{
    m_security->setKeyringNote(note);
}

void ConnectionForm::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void ConnectionForm::change()
{
    if (m_isShowing)
        return;
    showProblems({});
    Q_EMIT edited();
}

} // namespace Elector
