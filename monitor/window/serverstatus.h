// SPDX-License-Identifier: MIT
#pragma once

#include <Elector/leaseobserver.h>

#include <QtWidgets/QWidget>

#include <vector>

class QLabel;

namespace Elector {

/// The status bar's content: what is shown, and from which server. When there is too little room the less
/// important parts go; each part explains itself in its tool tip.
class ServerStatus : public QWidget
{
    Q_OBJECT

public:
    explicit ServerStatus(QWidget *parent = nullptr);

    void setSummary(const QString &text);
    /// Why nothing can be released here, in two words and in a sentence; empty if it can.
    void setRestriction(const QString &text, const QString &why);
    /// `address` is fit for display; `connected` false keeps the address and drops what is not known any more.
    void setServer(const ServerInfo &server, const QString &address, const QString &schema, bool connected);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Part { Summary, Restriction, Address, Role, Level, Version, Tls, Latency, Clock };
    static constexpr int parts = Clock + 1;

    void setPart(Part part, const QString &text, const QString &toolTip, bool warn = false);
    void fit();

    std::vector<QLabel *> m_labels;
};

} // namespace Elector
