// SPDX-License-Identifier: MIT
#include "connectionfields.h"

#include "spoken.h"
#include "theme.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace Elector {

FieldBox::FieldBox(QWidget *editor, QWidget *focus)
    : QWidget(editor->parentWidget())
    , m_focus(focus ? focus : editor)
    , m_purpose(m_focus->accessibleDescription())
    , m_icon(new QLabel(this))
    , m_message(new QLabel(this))
{
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setObjectName(m_focus->objectName() + QStringLiteral("Message"));
    m_icon->setAlignment(Qt::AlignTop);
    auto *below = new QHBoxLayout;
    below->setSpacing(6);
    below->addWidget(m_icon);
    below->addWidget(m_message, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(editor);
    layout->addLayout(below);
    setMessage({}, false);
}

void FieldBox::setError(const QString &sentence)
{
    setMessage(sentence, true);
}

void FieldBox::setWarning(const QString &sentence)
{
    setMessage(sentence, false);
}

QString FieldBox::message() const
{
    return m_message->text();
}

void FieldBox::setMessage(const QString &sentence, bool isBad)
{
    const Tone tone = isBad ? Tone::Bad : Tone::Warning;
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
    m_icon->setVisible(!sentence.isEmpty());
    m_icon->setPixmap(themedIcon(isBad ? QStringLiteral("warning") : QStringLiteral("info"), tone).pixmap(16, 16));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, toneColor(tone, colours));
    m_message->setPalette(colours);
    m_focus->setAccessibleDescription(sentence.isEmpty() ? m_purpose : sentence);
}

QLabel *FieldBox::addTo(QFormLayout *form, const QString &title)
{
    auto *label = new QLabel(title, parentWidget());
    label->setBuddy(m_focus);
    form->addRow(label, this);
    return label;
}

FileField::FileField(const QString &title, const char *name, const QString &placeholder, QWidget *parent)
    : QWidget(parent)
    , m_title(withoutMnemonic(title))
    , m_line(namedLine(title, name, this))
{
    m_line->setPlaceholderText(placeholder);
    auto *button = new QPushButton(tr("Choose…"), this);
    button->setObjectName(QString::fromLatin1(name) + QStringLiteral("Choose"));
    setSpoken(button, tr("Choose a file: %1").arg(m_title), tr("Opens a dialog that lists files"));
    button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line, 1);
    layout->addWidget(button);
    connect(button, &QPushButton::clicked, this, &FileField::choose);
}

void FileField::choose()
{
    auto *dialog = new QFileDialog(this, m_title, QFileInfo(m_line->text()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_line, &QLineEdit::setText);
    dialog->open();
}

QLineEdit *namedLine(const QString &title, const char *name, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setObjectName(QString::fromLatin1(name));
    line->setAccessibleName(withoutMnemonic(title));
    return line;
}

QLabel *quietLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QPalette colours = label->palette();
    colours.setColor(QPalette::WindowText, toneColor(Tone::Quiet, colours));
    label->setPalette(colours);
    return label;
}

QString withoutMnemonic(QString title)
{
    return title.remove(QLatin1Char('&'));
}

} // namespace Elector
