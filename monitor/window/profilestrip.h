// SPDX-License-Identifier: MIT
#pragma once

#include "connectionprofile.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace Elector {

/// A line that says where one is, in the colour that the operator gave it: not to be overlooked before one acts on
/// production. Hidden for a profile without a colour.
class ProfileStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileStrip(const ConnectionProfile &profile, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void recolour();

    const ProfileColor m_color;
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace Elector
