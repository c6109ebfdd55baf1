// SPDX-License-Identifier: MIT
#include "connectdialog.h"

#include <Elector/schema.h>

#include "theme.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace Elector {

ConnectDialog::ConnectDialog(const ConnectionParameters &current, const QString &schema, QWidget *parent)
    : QDialog(parent)
    , m_parameters(current)
    , m_error(new QLabel(this))
{
    setObjectName(QStringLiteral("connectDialog"));
    setWindowTitle(tr("Connect"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_dsn = addField(form, tr("&Address"), "dsnEdit", {});
    m_dsn->setPlaceholderText(QStringLiteral("postgresql://user@host:5432/database"));
    auto *parts = new QLabel(tr("Or its parts; what is empty is left to libpq (PG… variables, .pgpass):"), this);
    parts->setWordWrap(true);
    form->addRow(parts);
    addField(form, tr("&Host"), "hostEdit", QStringLiteral("host"));
    addField(form, tr("&Port"), "portEdit", QStringLiteral("port"));
    addField(form, tr("&Database"), "databaseEdit", QStringLiteral("dbname"));
    addField(form, tr("&User"), "userEdit", QStringLiteral("user"));
    m_password = addField(form, tr("Pass&word"), "passwordEdit", QStringLiteral("password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->clear();
    m_password->setPlaceholderText(current.hasPassword() ? tr("as before") : tr("kept in memory only"));
    m_schema = addField(form, tr("&Schema"), "schemaEdit", {});
    m_schema->setText(schema);

    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setObjectName(QStringLiteral("connectError"));
    QPalette colours = m_error->palette();
    colours.setColor(QPalette::WindowText, toneColor(Tone::Bad, colours));
    m_error->setPalette(colours);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Connect"), QDialogButtonBox::AcceptRole)->setObjectName(QStringLiteral("connectButton"));
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(QStringLiteral("cancelButton"));
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_error);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(480);
    connect(m_dsn, &QLineEdit::textChanged, this, &ConnectDialog::revise);
    revise();
}

QLineEdit *ConnectDialog::addField(QFormLayout *form, const QString &title, const char *name, const QString &keyword)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(QString::fromLatin1(name));
    QString accessible = title;
    edit->setAccessibleName(accessible.remove(QLatin1Char('&')));
    form->addRow(title, edit);
    if (!keyword.isEmpty()) {
        edit->setText(m_parameters.value(keyword));
        m_fields.append({keyword, edit});
    }
    return edit;
}

QString ConnectDialog::schema() const
{
    return m_schema->text().trimmed();
}

// An address says everything: its parts are then not asked for.
void ConnectDialog::revise()
{
    const bool byParts = m_dsn->text().trimmed().isEmpty();
    for (const auto &[keyword, edit] : std::as_const(m_fields))
        edit->setEnabled(byParts);
    m_error->clear();
}

void ConnectDialog::accept()
{
    ElectorError error = Schema::checkName(schema());
    ConnectionParameters wanted = m_parameters;
    if (!error && !m_dsn->text().trimmed().isEmpty()) {
        wanted = ConnectionParameters::fromString(m_dsn->text().trimmed(), &error);
    } else if (!error) {
        bool sameTarget = true;
        for (const auto &[keyword, edit] : std::as_const(m_fields)) {
            if (keyword == QLatin1StringView("password"))
                continue;
            wanted.set(keyword, edit->text().trimmed());
            sameTarget = sameTarget && wanted.value(keyword) == m_parameters.value(keyword);
        }
        // A password is never sent to another server than the one it was given for.
        const QString password = m_password->text();
        if (!password.isEmpty() || !sameTarget)
            wanted.set(QStringLiteral("password"), password);
        const QList<ElectorError> problems = wanted.problems();
        if (!problems.isEmpty())
            error = problems.constFirst();
    }
    if (error) {
        m_error->setText(error.message());
        return;
    }
    m_parameters = wanted;
    QDialog::accept();
}

} // namespace Elector
