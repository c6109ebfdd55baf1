// SPDX-License-Identifier: MIT
#pragma once

#include "connectionprofile.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;

namespace Elector {

class FieldBox;
class FileField;

/// The part of a profile about its password and encryption.
class ConnectionSecurityPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionSecurityPage(QWidget *parent = nullptr);

    void setProfile(const ConnectionProfile &profile);
    /// Sets sslmode and the certificates in `parameters`.
    void read(ConnectionParameters *parameters) const;
    PasswordMode passwordMode() const;
    /// Null for what is not on this page.
    FieldBox *box(ProfileProblem::Field field) const;

    /// Says what applies to `parameters`, which are the whole connection's.
    void explain(const ConnectionParameters &parameters);
    /// What the keyring says for itself; empty if it works.
    void setKeyringNote(const QString &note);

Q_SIGNALS:
    void edited();

private:
    QComboBox *addPasswordModes();
    QComboBox *addTlsModes();
    QString passwordSentence() const;
    void explainPassword();

    QComboBox *m_password;
    QLabel *m_passwordSentence;
    FieldBox *m_passwordBox;
    QComboBox *m_tls;
    QLabel *m_tlsSentence;
    FileField *m_rootCertificate;
    FileField *m_certificate;
    FileField *m_key;
    FieldBox *m_rootBox;
    FieldBox *m_certificateBox;
    FieldBox *m_keyBox;
    QString m_keyringNote;
};

} // namespace Elector
