// SPDX-License-Identifier: MIT
#include "historypanel.h"

#include "calmdelegate.h"
#include "calmtable.h"
#include "connectionlabel.h"
#include "displaytext.h"
#include "leasetext.h"
#include "menubutton.h"
#include "spoken.h"
#include "timelineview.h"

#include <QtCore/QDir>
#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace Elector {

namespace {

constexpr int entriesAtOnce = 1000;
constexpr qsizetype mostEntries = 20'000;
constexpr int timelineTab = 0;

/// An icon beside what happened, coloured where somebody intervened or nobody led.
class EventDelegate : public CalmDelegate
{
public:
    using CalmDelegate::CalmDelegate;

protected:
    void paintContents(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                       const QModelIndex &index) const override
    {
        if (index.column() != HistoryModel::EventColumn) {
            CalmDelegate::paintContents(painter, option, rect, index);
            return;
        }
        struct Look
        {
            QLatin1StringView kind;
            const char *icon;
            Tone tone;
        };
        static constexpr Look looks[] = {
            {QLatin1StringView("captured"), "state-held", Tone::Good},
            {QLatin1StringView("expired"), "state-expired", Tone::Bad},
            {QLatin1StringView("revoked"), "state-revoked", Tone::Warning},
            {QLatin1StringView("evicted"), "state-revoked", Tone::Warning},
        };
        const QString kind = index.data(HistoryModel::KindRole).toString();
        const auto look
            = std::find_if(std::begin(looks), std::end(looks), [&](const Look &l) { return l.kind == kind; });
        const bool known = look != std::end(looks);
        drawWithIcon(painter, option, rect, QString::fromLatin1(known ? look->icon : "state-free"),
                     known ? look->tone : Tone::Quiet, option.text);
    }
};

} // namespace

HistoryPanel::HistoryPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(mostEntries)
    , m_tabs(new QTabWidget(this))
    , m_timeline(new TimelineView(m_tabs))
    , m_table(new CalmTable(m_tabs))
{
    m_timeline->setObjectName(QStringLiteral("historyTimeline"));
    m_timeline->setClock([this] { return serverNow(); });
    m_timeline->setTenures(&m_tenures);
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new EventDelegate(m_table));
    m_table->setMinimumHeight(3 * fontMetrics().height());
    m_table->setAccessibleName(tr("History of the selected lock"));
    m_table->setWidths({{13, 15, 0}, {20, 23, 0}, {17, 20, 0}, {20, 34, 1}, {14, 28, 1}, {12, 24, 3}});
    m_tabs->setObjectName(QStringLiteral("historyTabs"));
    setSpoken(m_tabs, m_table->accessibleName(), tr("The same as a drawing and as a table"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_timeline, tr("Timeline"));
    m_tabs->addTab(m_table, tr("Table"));
    m_tabs->setCornerWidget(makeTools());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs, 1);

    connect(m_tabs, &QTabWidget::currentChanged, this, &HistoryPanel::updateTools);
    connect(m_timeline, &TimelineView::sequenceSelected, this, &HistoryPanel::selectRow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (!m_selecting && index.isValid())
            m_timeline->selectSequence(index.data(HistoryModel::SequenceRole).toLongLong());
    });
    explainEmptiness();
}

HistoryPanel::~HistoryPanel()
{
    delete m_tabs; // the views go before what they show
}

QToolButton *HistoryPanel::dressed(QToolButton *button, const char *name, const QString &text, const QString &tip)
{
    button->setObjectName(QString::fromLatin1(name));
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QWidget *HistoryPanel::makeTools()
{
    auto *row = new QWidget(m_tabs);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 6, 2);
    layout->setSpacing(2);
    m_older = dressed(new QToolButton(m_tabs), "olderButton", tr("Load older"), {});
    auto *out = dressed(new QToolButton(m_tabs), "zoomOutButton", QString(QChar(u'\u2212')), tr("Show more time (−)"));
    auto *fit = dressed(new QToolButton(m_tabs), "zoomFitButton", tr("All"), tr("Show everything (0)"));
    auto *in = dressed(new QToolButton(m_tabs), "zoomInButton", QStringLiteral("+"), tr("Show more detail (+)"));
    auto *save = dressed(new MenuButton(m_tabs), "exportButton", tr("Export"), tr("Save or print the timeline"));
    connect(m_older, &QToolButton::clicked, this, &HistoryPanel::loadOlder);
    connect(out, &QToolButton::clicked, m_timeline, &TimelineView::zoomOut);
    connect(fit, &QToolButton::clicked, m_timeline, &TimelineView::fitAll);
    connect(in, &QToolButton::clicked, m_timeline, &TimelineView::zoomIn);
    auto *menu = new QMenu(save);
    menu->addAction(tr("Save as P&NG…"), this, [this] { askWhereTo(TimelineExport::Png); });
    menu->addAction(tr("Save as &SVG…"), this, [this] { askWhereTo(TimelineExport::Svg); });
    menu->addAction(tr("Save as &PDF…"), this, [this] { askWhereTo(TimelineExport::Pdf); });
    menu->addSeparator();
    menu->addAction(tr("P&rint…"), this, &HistoryPanel::print);
    save->setMenu(menu);
    m_pictureTools = {out, fit, in, save};
    for (QToolButton *button : {m_older, out, fit, in, save})
        layout->addWidget(button);
    return row;
}

void HistoryPanel::updateTools()
{
    const bool drawn = m_tabs->currentIndex() == timelineTab;
    for (QToolButton *button : std::as_const(m_pictureTools)) {
        button->setVisible(drawn);
        button->setEnabled(!m_tenures.isEmpty());
    }
    const bool full = m_model.rowCount() >= mostEntries;
    m_older->setVisible(m_mayBeOlder);
    m_older->setEnabled(m_request == 0 && !full);
    const QString tip = full ? tr("No more than %1 entries are shown.").arg(mostEntries)
                             : tr("Read the %1 entries before those that are shown").arg(entriesAtOnce);
    m_older->setToolTip(tip);
    m_older->setAccessibleName(m_older->text());
    m_older->setAccessibleDescription(tip);
}

// --- reading -----------------------------------------------------------------------------------------------------

void HistoryPanel::setObserver(LeaseObserver *observer)
{
    if (m_observer)
        m_observer->disconnect(this);
    m_observer = observer;
    showLock({});
    m_level = SchemaLevel::None;
    if (observer) {
        connect(observer, &LeaseObserver::historyReceived, this, &HistoryPanel::receive);
        connect(observer, &LeaseObserver::eventsRecorded, this, &HistoryPanel::append);
        connect(observer, &LeaseObserver::lookTaken, this, &HistoryPanel::takeSnapshot);
        connect(observer, &LeaseObserver::stateChanged, this, [this] {
            // The level is known once connected; after a break there may be entries that were missed.
            if (m_observer && m_observer->state() == LeaseObserver::Watching && !m_observer->isStale())
                reload();
        });
    }
    explainEmptiness();
}

void HistoryPanel::showLock(std::optional<Lease> lease)
{
    const bool same = lease && m_lease && lease->lockId == m_lease->lockId;
    m_lease = std::move(lease);
    m_timeline->setSubject(m_lease ? LeaseText::lock(*m_lease) : QString());
    if (same)
        return;
    m_model.clear();
    m_tenures.clear();
    m_error = {};
    m_request = 0;
    m_mayBeOlder = false;
    takeSnapshot();
    m_timeline->startAfresh();
    reload();
}

void HistoryPanel::reload()
{
    m_level = m_observer ? m_observer->server().level : SchemaLevel::None;
    if (m_observer && m_lease && m_level == SchemaLevel::Full) {
        m_askedOlder = false;
        m_request = m_observer->requestHistory(m_lease->lockId, entriesAtOnce);
    }
    explainEmptiness();
}

void HistoryPanel::loadOlder()
{
    if (!m_observer || !m_lease || m_request != 0 || m_tenures.isEmpty())
        return;
    m_askedOlder = true;
    m_request = m_observer->requestHistory(m_lease->lockId, entriesAtOnce, m_tenures.oldestSequence());
    explainEmptiness();
}

void HistoryPanel::receive(quint64 id, const QList<LeaseEvent> &events, const ElectorError &error)
{
    if (id != m_request)
        return;
    m_request = 0;
    m_error = error;
    if (!error) {
        const qint64 oldest = m_tenures.oldestSequence();
        append(events);
        // What a look after a break brings says nothing about entries that are older than those known.
        if (m_askedOlder || oldest == 0 || m_tenures.oldestSequence() < oldest)
            m_mayBeOlder = events.size() >= entriesAtOnce;
    }
    explainEmptiness();
}

void HistoryPanel::append(const QList<LeaseEvent> &events)
{
    if (!m_lease)
        return;
    QList<LeaseEvent> ours;
    for (const LeaseEvent &event : events) {
        if (event.lockId == m_lease->lockId)
            ours.append(event);
    }
    m_model.add(ours);
    if (m_tenures.add(ours)) {
        m_timeline->tenuresChanged();
        updateTools();
    }
}

void HistoryPanel::takeSnapshot()
{
    if (m_observer && m_lease && !m_observer->isStale())
        m_tenures.setLease(m_observer->lease(m_lease->lockId));
}

/// Stands still while nobody knows how things are there.
Instant HistoryPanel::serverNow()
{
    using namespace std::chrono;
    const bool known = m_observer && !m_observer->isStale();
    if (known || m_now == Instant())
        m_now = time_point_cast<milliseconds>(system_clock::now()
                                              + (known ? m_observer->server().clockOffset : microseconds::zero()));
    return m_now;
}

// --- selection ---------------------------------------------------------------------------------------------------

void HistoryPanel::selectRow(qint64 sequence)
{
    const QModelIndexList found
        = m_model.match(m_model.index(0, 0), HistoryModel::SequenceRole, sequence, 1, Qt::MatchExactly);
    m_selecting = true;
    if (found.isEmpty())
        m_table->clearSelection();
    else
        m_table->setCurrentIndex(found.constFirst());
    m_selecting = false;
}

// --- paper -------------------------------------------------------------------------------------------------------

TimelineExport HistoryPanel::sheet() const
{
    const ServerInfo server = m_observer ? m_observer->server() : ServerInfo();
    const QString where
        = tr("%1, database %2").arg(displayText(targetText(server.address)), displayText(server.database));
    return {m_timeline->scene(),
            {m_lease ? LeaseText::lock(*m_lease) : QString(), where, QDateTime::currentDateTimeUtc()}};
}

QString HistoryPanel::exportTo(const QString &path, TimelineExport::Format format) const
{
    if (m_tenures.isEmpty())
        return tr("There is no history to save.");
    return sheet().save(path, format);
}

void HistoryPanel::askWhereTo(TimelineExport::Format format)
{
    struct Kind
    {
        QString suffix;
        QString filter;
    };
    const Kind kinds[] = {{QStringLiteral("png"), tr("Pictures (*.png)")},
                          {QStringLiteral("svg"), tr("Drawings (*.svg)")},
                          {QStringLiteral("pdf"), tr("Documents (*.pdf)")}};
    const Kind &kind = kinds[format];
    auto *dialog = new QFileDialog(this, tr("Save the timeline"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), kind.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(kind.suffix);
    dialog->selectFile(QStringLiteral("lock-%1.%2").arg(m_lease ? m_lease->lockId : 0).arg(kind.suffix));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, format](const QString &path) { tell(exportTo(path, format)); });
    dialog->open();
}

void HistoryPanel::print()
{
    auto printer = std::make_shared<QPrinter>();
    printer->setPageOrientation(QPageLayout::Landscape);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<>(&QPrintDialog::accepted), this,
            [this, printer] { tell(m_tenures.isEmpty() ? QString() : sheet().print(printer.get())); });
    dialog->open();
}

void HistoryPanel::tell(const QString &problem)
{
    if (problem.isEmpty())
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Timeline"), {}, QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(problem);
    box->open();
}

// --- words -------------------------------------------------------------------------------------------------------

void HistoryPanel::explainEmptiness()
{
    QString words;
    if (!m_lease)
        words = tr("Select a lock to see who led when.");
    else if (m_error)
        words = tr("The history cannot be read. %1").arg(displayText(m_error.message(), 400));
    else if (m_level == SchemaLevel::Plain)
        words = tr("A plain table keeps no history. “elector migrate” adds it.");
    else if (m_request != 0)
        words = tr("Reading the history of lock %1…").arg(LeaseText::lock(*m_lease));
    else
        words = tr("Nothing is recorded of lock %1.").arg(LeaseText::lock(*m_lease));
    m_table->setEmptyText(words);
    m_timeline->setEmptyText(words);
    updateTools();
}

void HistoryPanel::restoreLayout(const QSettings &settings)
{
    const int tab = settings.value(QStringLiteral("history/tab"), timelineTab).toInt();
    m_tabs->setCurrentIndex(qBound(0, tab, m_tabs->count() - 1));
}

void HistoryPanel::saveLayout(QSettings &settings) const
{
    settings.setValue(QStringLiteral("history/tab"), m_tabs->currentIndex());
}

} // namespace Elector
