// SPDX-License-Identifier: MIT
#pragma once

#include "banner.h"
#include "leaseexport.h"
#include "leasewatch.h"

#include <QtWidgets/QWidget>

#include <memory>

namespace Elector {

class LeaseView;

/// The leases of one watched schema: the table, and above it a banner when something is not as usual.
class LeasePage : public QWidget
{
    Q_OBJECT

public:
    explicit LeasePage(std::unique_ptr<LeaseWatch> watch, QWidget *parent = nullptr);
    ~LeasePage() override;

    LeaseWatch *watch() const { return m_watch.get(); }
    LeaseView *view() const { return m_view; }

    void setFilterText(const QString &text);
    QString filterText() const { return m_filterText; }
    /// "Locks: 3 of 12, 1 expired"; empty before anything was read.
    QString summary() const;
    /// The locks that the filter lets through, in the order of the table, with what is left of each lease now.
    QList<LeaseExport::Row> shownRows() const;
    /// What time moves: countdowns while the rows are current, the age of the rows while they are not.
    void repaintTime();

Q_SIGNALS:
    void selectionChanged();
    /// The button of the banner was pressed where only another connection helps.
    void connectionWanted();
    /// Reading shall go on: it was paused.
    void resumeWanted();

private:
    void updateState();
    void updateEmptyText();
    void merged();
    Banner::Message bannerMessage() const;
    QString ageText() const;
    void bannerAction();

    std::unique_ptr<LeaseWatch> m_watch; // outlives the view, which shows its model
    QString m_filterText;
    bool m_hasSelectedFirst = false;
    Banner *m_banner;
    LeaseView *m_view;
};

} // namespace Elector
