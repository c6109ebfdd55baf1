// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/connectionparameters.h>

#include <QtWidgets/QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;

namespace Elector {

/// Asks where to connect: an address, or its parts. What is left empty is libpq's choice (environment, service file,
/// `.pgpass`). A password is used and never written anywhere.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    ConnectDialog(const ConnectionParameters &current, const QString &schema, QWidget *parent = nullptr);

    ConnectionParameters parameters() const { return m_parameters; }
    QString schema() const;

    void accept() override;

private:
    void revise();
    QLineEdit *addField(QFormLayout *form, const QString &title, const char *name, const QString &keyword);

    ConnectionParameters m_parameters;
    QLineEdit *m_dsn = nullptr;
    QList<std::pair<QString, QLineEdit *>> m_fields; // libpq keyword and its field
    QLineEdit *m_password = nullptr;
    QLineEdit *m_schema = nullptr;
    QLabel *m_error;
};

} // namespace Elector
