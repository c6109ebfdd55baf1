// SPDX-License-Identifier: MIT
#pragma once

#include "connectionprofile.h"

#include <Elector/servicefile.h>

#include <QtWidgets/QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace Elector {

class FieldBox;

/// The part of a profile that says which server, database and schemas are meant.
class ConnectionServerPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionServerPage(QWidget *parent = nullptr);

    void setProfile(const ConnectionProfile &profile);
    /// Writes the fields into `parameters` and `schemas`; returns what cannot be read.
    QList<ProfileProblem> read(ConnectionParameters *parameters, QStringList *schemas) const;
    /// Null for what is not on this page.
    FieldBox *box(ProfileProblem::Field field) const;

Q_SIGNALS:
    void edited();

private:
    void showDefaults();
    void addPooler(QFormLayout *form);
    QLineEdit *addLine(QFormLayout *form, ProfileProblem::Field field, const QString &title, const char *name,
                       const QString &placeholder);

    LibpqEnvironment m_environment;
    ServiceFile m_services;
    QComboBox *m_service;
    QLineEdit *m_host;
    QLineEdit *m_port;
    QLineEdit *m_database;
    QLineEdit *m_user;
    QComboBox *m_pooler;
    QLineEdit *m_schemas;
    QLineEdit *m_more;
    QList<std::pair<ProfileProblem::Field, FieldBox *>> m_boxes;
};

} // namespace Elector
