// SPDX-License-Identifier: MIT
#pragma once

#include "connectionprofile.h"

#include <QtWidgets/QDialog>

class QLineEdit;

namespace Elector {

class FieldBox;

/// Takes an address that the user has from elsewhere, and makes a profile of it.
class ConnectionImport : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectionImport(QWidget *parent = nullptr);

    /// After acceptance.
    ConnectionProfile profile() const { return m_profile; }
    /// The passwords that were in the address; for this session only.
    ConnectionParameters secrets() const { return m_secrets; }

    void accept() override;

private:
    QLineEdit *m_address;
    FieldBox *m_box;
    ConnectionProfile m_profile;
    ConnectionParameters m_secrets;
};

} // namespace Elector
