// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QToolButton>

namespace Elector {

/// A button of words with a menu, its arrow beside the words. Styles put that arrow into a corner, where it belongs to
/// an icon.
class MenuButton : public QToolButton
{
    Q_OBJECT

public:
    explicit MenuButton(QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int arrowSize() const;
};

} // namespace Elector
