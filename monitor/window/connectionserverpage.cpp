// SPDX-License-Identifier: MIT
#include "connectionserverpage.h"

#include "connectionfields.h"
#include "displaytext.h"
#include "servicefiletext.h"
#include "spoken.h"

#include <QtCore/QRegularExpression>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

#include <algorithm>

namespace Elector {

namespace {

// Keywords that have a field somewhere in the form.
bool hasField(const QString &keyword)
{
    const auto known = profileKeywords();
    return keyword == QLatin1StringView("sslmode") || keyword == QLatin1StringView("pooling")
        || std::any_of(known.cbegin(), known.cend(), [&](const auto &entry) { return entry.first == keyword; });
}

QString keywordWithField(const ConnectionParameters &parameters)
{
    const QStringList keywords = parameters.values().keys();
    const auto found = std::find_if(keywords.cbegin(), keywords.cend(), hasField);
    return found == keywords.cend() ? QString() : *found;
}

/// As it would be typed: quoted only where it must be.
QString asTyped(const ConnectionParameters &parameters)
{
    static const QRegularExpression simple(QStringLiteral("^[^\\s'\\\\]+$"));
    QStringList parts;
    const QMap<QString, QString> values = parameters.values();
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        ConnectionParameters one;
        one.set(it.key(), it.value());
        const bool isSimple = it.value().contains(simple);
        parts << (isSimple ? it.key() + QLatin1Char('=') + it.value() : one.toConnectionString());
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace

ConnectionServerPage::ConnectionServerPage(QWidget *parent)
    : QWidget(parent)
    , m_environment(LibpqEnvironment::current())
    , m_services(m_environment)
    , m_service(new QComboBox(this))
{
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(14);
    m_service->setObjectName(QStringLiteral("serviceCombo"));
    m_service->setEditable(true);
    m_service->setInsertPolicy(QComboBox::NoInsert);
    m_service->completer()->setCaseSensitivity(Qt::CaseSensitive);
    m_service->addItem(QString());
    m_service->addItems(m_services.names());
    m_service->lineEdit()->setPlaceholderText(m_services.names().isEmpty() ? tr("no service file on this machine")
                                                                           : tr("a section of the service file"));
    setSpoken(m_service, tr("Service"), m_service->lineEdit()->placeholderText());
    m_service->lineEdit()->setAccessibleName(tr("Service"));
    auto *service = new FieldBox(m_service);
    service->addTo(form, tr("Ser&vice"));
    service->setWarning(serviceFileSentence(m_services.problems().value(0)));
    m_boxes.append({ProfileProblem::Service, service});

    auto *where = new QWidget(this);
    m_host = namedLine(tr("Host"), "hostEdit", where);
    m_port = namedLine(tr("Port"), "portEdit", where);
    m_port->setMaximumWidth(80);
    auto *portTitle = new QLabel(tr("P&ort"), where);
    portTitle->setBuddy(m_port);
    auto *row = new QHBoxLayout(where);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_host, 1);
    row->addWidget(portTitle);
    row->addWidget(m_port);
    auto *hosts = new FieldBox(where, m_host);
    hosts->addTo(form, tr("&Host"));
    m_boxes.append({ProfileProblem::Host, hosts});
    m_boxes.append({ProfileProblem::Port, hosts});

    m_database = addLine(form, ProfileProblem::Database, tr("Data&base"), "databaseEdit", {});
    m_user = addLine(form, ProfileProblem::User, tr("&User"), "userEdit", {});
    addPooler(form);
    m_schemas
        = addLine(form, ProfileProblem::Schemas, tr("Sche&mas"), "schemaEdit", tr("public, or several with commas"));
    m_more = addLine(form, ProfileProblem::Other, tr("More settin&gs"), "moreEdit",
                     QStringLiteral("target_session_attrs=read-write"));
    form->addRow(quietLabel(tr("What is empty is left to libpq: service file, PG… variables, its defaults."), this));
    connect(m_service, &QComboBox::currentTextChanged, this, [this] {
        showDefaults();
        Q_EMIT edited();
    });
    for (QLineEdit *line : {m_host, m_port})
        connect(line, &QLineEdit::textChanged, this, &ConnectionServerPage::edited);
    showDefaults();
}

/// In an empty field stands what libpq puts there: from the service, the environment, or its own.
void ConnectionServerPage::showDefaults()
{
    QString name = m_service->currentText().trimmed();
    if (name.isEmpty())
        name = m_environment.variable("PGSERVICE");
    const Service *service = m_services.find(name);
    const auto put = [&](QLineEdit *line, const char *keyword, const char *variable, const QString &otherwise) {
        QString text = service ? service->settings.value(QString::fromLatin1(keyword)) : QString();
        if (text.isEmpty())
            text = m_environment.variable(variable);
        line->setPlaceholderText(text.isEmpty() ? otherwise : displayText(text, 80));
    };
    put(m_host, "host", "PGHOST", tr("local socket"));
    put(m_port, "port", "PGPORT", QStringLiteral("5432"));
    put(m_database, "dbname", "PGDATABASE", tr("named like the user"));
    put(m_user, "user", "PGUSER", tr("named like you"));
}

void ConnectionServerPage::addPooler(QFormLayout *form)
{
    m_pooler = new QComboBox(this);
    m_pooler->setObjectName(QStringLiteral("poolerCombo"));
    m_pooler->addItem(tr("none, or one that keeps sessions"), QVariant::fromValue(Pooling::Session));
    m_pooler->addItem(tr("lends sessions (transaction pooling)"), QVariant::fromValue(Pooling::Transaction));
    m_pooler->setItemData(1, tr("Changes are then noticed by looking, not by notifications."), Qt::ToolTipRole);
    setSpoken(m_pooler, tr("Kind of pooler"), tr("What stands between this window and the server, such as PgBouncer."));
    (new FieldBox(m_pooler))->addTo(form, tr("&Kind of pooler"));
    connect(m_pooler, &QComboBox::currentIndexChanged, this, &ConnectionServerPage::edited);
}

QLineEdit *ConnectionServerPage::addLine(QFormLayout *form, ProfileProblem::Field field, const QString &title,
                                         const char *name, const QString &placeholder)
{
    QLineEdit *line = namedLine(title, name, this);
    line->setPlaceholderText(placeholder);
    auto *box = new FieldBox(line);
    box->addTo(form, title);
    m_boxes.append({field, box});
    connect(line, &QLineEdit::textChanged, this, &ConnectionServerPage::edited);
    return line;
}

void ConnectionServerPage::setProfile(const ConnectionProfile &profile)
{
    const ConnectionParameters &parameters = profile.parameters();
    m_service->setEditText(parameters.value(QStringLiteral("service")));
    m_host->setText(parameters.value(QStringLiteral("host")));
    m_port->setText(parameters.value(QStringLiteral("port")));
    m_database->setText(parameters.value(QStringLiteral("dbname")));
    m_user->setText(parameters.value(QStringLiteral("user")));
    m_pooler->setCurrentIndex(m_pooler->findData(QVariant::fromValue(parameters.pooling())));
    m_schemas->setText(profile.schemas.join(QStringLiteral(", ")));
    ConnectionParameters more;
    const QMap<QString, QString> values = parameters.values();
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (!hasField(it.key()))
            more.set(it.key(), it.value());
    }
    m_more->setText(asTyped(more));
}

QList<ProfileProblem> ConnectionServerPage::read(ConnectionParameters *parameters, QStringList *schemas) const
{
    static const QRegularExpression between(QStringLiteral("[,\\s]+"));
    *schemas = m_schemas->text().split(between, Qt::SkipEmptyParts);
    schemas->removeDuplicates();
    QList<ProfileProblem> problems;
    ElectorError error;
    const ConnectionParameters more = ConnectionParameters::fromString(m_more->text().trimmed(), &error);
    if (error)
        problems.append({ProfileProblem::Other, error.text + tr(" Write keyword=value, with spaces between several.")});
    else if (more.hasPassword())
        problems.append(
            {ProfileProblem::Other, tr("Passwords are not written here: say under “Password and TLS” where it is.")});
    else if (const QString keyword = keywordWithField(more); !keyword.isEmpty())
        problems.append({ProfileProblem::Other, tr("“%1” has a field of its own: write it there.").arg(keyword)});
    else
        *parameters = more;
    parameters->set(QStringLiteral("service"), m_service->currentText().trimmed());
    parameters->set(QStringLiteral("host"), m_host->text().trimmed());
    parameters->set(QStringLiteral("port"), m_port->text().trimmed());
    parameters->set(QStringLiteral("dbname"), m_database->text().trimmed());
    parameters->set(QStringLiteral("user"), m_user->text().trimmed());
    parameters->setPooling(m_pooler->currentData().value<Pooling>());
    return problems;
}

FieldBox *ConnectionServerPage::box(ProfileProblem::Field field) const
{
    const auto found
        = std::find_if(m_boxes.cbegin(), m_boxes.cend(), [&](const auto &entry) { return entry.first == field; });
    return found == m_boxes.cend() ? nullptr : found->second;
}

} // namespace Elector
