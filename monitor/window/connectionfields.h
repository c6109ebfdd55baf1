// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;

namespace Elector {

/// An editor with room for one sentence below it, about what is wrong with its value; without one it takes no room.
class FieldBox : public QWidget
{
    Q_OBJECT

public:
    /// `focus` is what a screen reader tells the sentence about; by default the editor itself.
    explicit FieldBox(QWidget *editor, QWidget *focus = nullptr);

    void setError(const QString &sentence);
    /// The same for what is not wrong, but worth knowing.
    void setWarning(const QString &sentence);
    QString message() const;
    QWidget *focusWidgetOfField() const { return m_focus; }

    /// Adds it as a row of `form`, with a title that leads to the editor.
    QLabel *addTo(QFormLayout *form, const QString &title);

private:
    void setMessage(const QString &sentence, bool isBad);

    QWidget *m_focus;
    QString m_purpose; ///< what a screen reader says of it while there is no message
    QLabel *m_icon;
    QLabel *m_message;
};

/// A line for the name of a file, and a button to choose one.
class FileField : public QWidget
{
    Q_OBJECT

public:
    /// `title` names it for screen readers and the file dialog, `name` is the line's object name.
    FileField(const QString &title, const char *name, const QString &placeholder, QWidget *parent = nullptr);

    QLineEdit *line() const { return m_line; }

private:
    void choose();

    QString m_title;
    QLineEdit *m_line;
};

/// A line edit with names for tests and screen readers; `title` may contain a mnemonic.
QLineEdit *namedLine(const QString &title, const char *name, QWidget *parent);
/// A label that wraps and never reads markup, in a quiet colour.
QLabel *quietLabel(const QString &text, QWidget *parent);
/// A title without its mnemonic.
QString withoutMnemonic(QString title);

} // namespace Elector
