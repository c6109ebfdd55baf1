// SPDX-License-Identifier: MIT
#pragma once

#include "connectionprofile.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QTabWidget;

namespace Elector {

class ConnectionSecurityPage;
class ConnectionServerPage;
class FieldBox;

/// The fields of one profile.
class ConnectionForm : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionForm(QWidget *parent = nullptr);

    void setProfile(const ConnectionProfile &profile);
    /// As the fields say; the id is that of the profile shown.
    ConnectionProfile profile() const;
    /// What has to be mended first; the name is looked at only `toSave`.
    QList<ProfileProblem> problems(bool toSave) const;
    /// Puts each sentence below its field and leads to the first.
    void showProblems(const QList<ProfileProblem> &problems);
    void setKeyringNote(const QString &note);
    void focusName();

Q_SIGNALS:
    void edited();

private:
    void change();
    FieldBox *box(ProfileProblem::Field field) const;

    ConnectionProfile m_shown;
    bool m_isShowing = false; // the fields change because another profile is shown
    QLineEdit *m_name;
    FieldBox *m_nameBox;
    QComboBox *m_color;
    QCheckBox *m_readOnly;
    QTabWidget *m_tabs;
    ConnectionServerPage *m_server;
    ConnectionSecurityPage *m_security;
};

} // namespace Elector
