// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Elector {

/// Asks for the password of one connection, and stays until close() is called or the user cancels: the one who asks may
/// find that it is wrong. Never prefilled; what is typed lives as long as the dialog.
class PasswordDialog : public QDialog
{
    Q_OBJECT

public:
    /// `title` is the profile's, `where` what is connected to.
    PasswordDialog(const QString &title, const QString &where, QWidget *parent = nullptr);

    /// Why it asks (again), or what happens with the password; empty for nothing.
    void setNote(const QString &note, bool isBad);
    /// While it is tried: nothing can be typed.
    void setBusy(bool busy);

Q_SIGNALS:
    void submitted(const QString &password);

private:
    QLabel *m_note;
    QLabel *m_icon;
    QLineEdit *m_password;
    QPushButton *m_connect;
};

} // namespace Elector
