// SPDX-License-Identifier: MIT
#include "connectionsecuritypage.h"

#include "connectionfields.h"
#include "spoken.h"
#include "tlstext.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace Elector {

ConnectionSecurityPage::ConnectionSecurityPage(QWidget *parent)
    : QWidget(parent)
    , m_password(addPasswordModes())
    , m_passwordSentence(quietLabel({}, this))
    , m_passwordBox(new FieldBox(m_password))
    , m_tls(addTlsModes())
    , m_tlsSentence(quietLabel({}, this))
{
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(14);
    m_passwordBox->addTo(form, tr("Passw&ord"));
    form->addRow({}, m_passwordSentence);
    auto *tls = new FieldBox(m_tls);
    tls->addTo(form, tr("Encr&yption"));
    m_tlsSentence->setObjectName(QStringLiteral("tlsSentence"));
    form->addRow({}, m_tlsSentence);
    m_rootCertificate
        = new FileField(tr("Root certificate"), "rootCertificateEdit", QStringLiteral("~/.postgresql/root.crt"), this);
    m_certificate
        = new FileField(tr("My certificate"), "certificateEdit", QStringLiteral("~/.postgresql/postgresql.crt"), this);
    m_key = new FileField(tr("My key"), "keyEdit", QStringLiteral("~/.postgresql/postgresql.key"), this);
    m_rootBox = new FieldBox(m_rootCertificate, m_rootCertificate->line());
    m_rootBox->addTo(form, tr("Root certi&ficate"));
    m_certificateBox = new FieldBox(m_certificate, m_certificate->line());
    m_certificateBox->addTo(form, tr("&My certificate"));
    m_keyBox = new FieldBox(m_key, m_key->line());
    m_keyBox->addTo(form, tr("My &key"));

    for (QComboBox *combo : {m_password, m_tls})
        connect(combo, &QComboBox::currentIndexChanged, this, &ConnectionSecurityPage::edited);
    for (const FileField *file : {m_rootCertificate, m_certificate, m_key})
        connect(file->line(), &QLineEdit::textChanged, this, &ConnectionSecurityPage::edited);
}

QComboBox *ConnectionSecurityPage::addPasswordModes()
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(QStringLiteral("passwordCombo"));
    combo->addItem(tr("From .pgpass, service file or environment"), int(PasswordMode::Libpq));
    combo->addItem(tr("Ask each time"), int(PasswordMode::Ask));
    combo->addItem(tr("Keep in the keyring"), int(PasswordMode::Keyring));
    setSpoken(combo, tr("Password"), tr("Where the password comes from"));
    return combo;
}

QComboBox *ConnectionSecurityPage::addTlsModes()
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(QStringLiteral("tlsCombo"));
    combo->addItem(tr("Automatic"), QString());
    for (const char *mode : {"verify-full", "verify-ca", "require", "prefer", "allow", "disable"})
        combo->addItem(QString::fromLatin1(mode), QString::fromLatin1(mode));
    for (int i = 0; i < combo->count(); ++i)
        combo->setItemData(i, tlsModeSentence(combo->itemData(i).toString()), Qt::ToolTipRole);
    setSpoken(combo, tr("Encryption"), tr("What is asked of TLS"));
    return combo;
}

void ConnectionSecurityPage::setProfile(const ConnectionProfile &profile)
{
    const ConnectionParameters &parameters = profile.parameters();
    m_password->setCurrentIndex(m_password->findData(int(profile.passwordMode)));
    const QString mode = parameters.value(QStringLiteral("sslmode"));
    if (m_tls->findData(mode) < 0)
        m_tls->addItem(mode, mode); // libpq will say what is wrong with it
    m_tls->setCurrentIndex(m_tls->findData(mode));
    m_rootCertificate->line()->setText(parameters.value(QStringLiteral("sslrootcert")));
    m_certificate->line()->setText(parameters.value(QStringLiteral("sslcert")));
    m_key->line()->setText(parameters.value(QStringLiteral("sslkey")));
}

void ConnectionSecurityPage::read(ConnectionParameters *parameters) const
{
    parameters->set(QStringLiteral("sslmode"), m_tls->currentData().toString());
    parameters->set(QStringLiteral("sslrootcert"), m_rootCertificate->line()->text().trimmed());
    parameters->set(QStringLiteral("sslcert"), m_certificate->line()->text().trimmed());
    parameters->set(QStringLiteral("sslkey"), m_key->line()->text().trimmed());
}

PasswordMode ConnectionSecurityPage::passwordMode() const
{
    return PasswordMode(m_password->currentData().toInt());
}

FieldBox *ConnectionSecurityPage::box(ProfileProblem::Field field) const
{
    switch (field) {
    case ProfileProblem::RootCertificate:
        return m_rootBox;
    case ProfileProblem::Certificate:
        return m_certificateBox;
    case ProfileProblem::Key:
        return m_keyBox;
    default:
        return nullptr;
    }
}

QString ConnectionSecurityPage::passwordSentence() const
{
    switch (passwordMode()) {
    case PasswordMode::Ask:
        return tr("It stays in memory, and is written nowhere.");
    case PasswordMode::Keyring:
        return tr("It is asked for once, and kept in this desktop's keyring.");
    case PasswordMode::Libpq:
        break;
    }
    return tr("libpq finds it, or the server wants none.");
}

void ConnectionSecurityPage::explain(const ConnectionParameters &parameters)
{
    const LibpqEnvironment environment = LibpqEnvironment::current();
    explainPassword();
    const TlsChoice choice = tlsChoice(parameters, environment);
    QString sentence = tlsModeSentence(choice.mode.isEmpty() ? QStringLiteral("prefer") : choice.mode);
    if (choice.source != TlsChoice::Given)
        sentence = tlsSentence(choice) + QLatin1Char(' ') + sentence;
    m_tlsSentence->setText(sentence.trimmed());
    m_tls->setAccessibleDescription(m_tlsSentence->text());
    m_rootBox->setWarning(rootCertificateSentence(parameters, environment));
}

void ConnectionSecurityPage::setKeyringNote(const QString &note)
{
    m_keyringNote = note;
    explainPassword();
}

/// What the keyring says takes the place of what it would do.
void ConnectionSecurityPage::explainPassword()
{
    const QString note = passwordMode() == PasswordMode::Keyring ? m_keyringNote : QString();
    m_passwordBox->setWarning(note);
    m_passwordSentence->setText(note.isEmpty() ? passwordSentence() : QString());
}

} // namespace Elector
