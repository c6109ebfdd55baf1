// SPDX-License-Identifier: MIT
#pragma once

#include "theme.h"

#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;

namespace Elector {

/// A line above the table that says what is not as usual, and offers one thing to do about it. Never steals the focus.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    struct Message
    {
        Tone tone = Tone::Quiet; ///< Quiet, Warning or Bad
        QString text; ///< what is wrong; plain text
        QString detail; ///< what to do, or the age of what is shown; plain text, may be empty
        QString action; ///< the button's label; empty for none
    };
    /// Shows a message; hides the banner if `text` is empty.
    void setMessage(const Message &message);
    QString text() const;
    QString detail() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void recolour();

    Tone m_tone = Tone::Quiet;
    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_detail;
    QPushButton *m_button;
};

} // namespace Elector
