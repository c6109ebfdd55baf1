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

    /// "Locks: 3 of 12, 1 expired"; empty before anything was read.
    QString summary() const;
    /// The locks that are shown, in the order of the table: to be called in any thread, for there may be very many.
    LeaseExport::Source shownRows() const;
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
    void rowsChanged();
    Banner::Message bannerMessage() const;
    Banner::Message limitationMessage() const;
    QString ageText() const;
    void bannerAction();

    std::unique_ptr<LeaseWatch> m_watch; // outlives the view, which shows its model
    bool m_hasSelectedFirst = false;
    Banner *m_banner;
    LeaseView *m_view;
};

} // namespace Elector
