// SPDX-License-Identifier: MIT

// How long the window of elector-monitor stands still with very many leases of which a third are renewed each second.
#include "fleet.h"
#include "leaseview.h"
#include "mainwindow.h"
#include "proxyreference.h"
#include "report.h"
#include "stallwatch.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

using namespace Elector;
using namespace std::chrono;
using namespace Qt::StringLiterals;

namespace {

class Bench
{
public:
    Bench(StallWatch *application, Fleet *fleet, int leases, bool quick)
        : m_application(application)
        , m_fleet(fleet)
        , m_leases(leases)
        , m_phase(quick ? 3000ms : 12'000ms)
        , m_quick(quick)
    {
    }

    void run();
    const Report &report() const { return m_report; }

private:
    void connectWindow();
    /// Lets the window work for a while, and does something in between now and again.
    void phase(const QString &name, milliseconds interval, const std::function<void(int)> &step,
               std::optional<double> reference = {});
    /// How long it takes until the rows show what was wished for.
    double untilShown(const std::function<void()> &wish);
    void changes();
    void memory();

    StallWatch *m_application;
    Fleet *m_fleet;
    int m_leases;
    milliseconds m_phase;
    bool m_quick;
    Report m_report;
    std::unique_ptr<MainWindow> m_window;
    LeaseView *m_view = nullptr;
};

void waitFor(milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

void Bench::connectWindow()
{
    MonitorOptions options;
    options.connection = ConnectionParameters::fromString(m_fleet->dsn());
    options.interval = 1000ms;
    m_application->take();
    QElapsedTimer timer;
    timer.start();
    m_window = std::make_unique<MainWindow>(options);
    m_window->resize(1600, 950);
    m_window->show();
    m_view = m_window->findChild<LeaseView *>(u"leaseTable"_s);
    double first = -1;
    QEventLoop loop;
    QObject::connect(m_window->model(), &LeaseModel::viewChanged, &loop, [&] {
        if (first < 0 && m_window->model()->rowCount() > 0)
            first = double(timer.nsecsElapsed()) / 1e6;
        constexpr int mostRead = 1'000'000; // what an observer reads at most
        if (m_window->model()->totals().locks >= std::min(m_leases, mostRead))
            loop.quit();
    });
    loop.exec();
    m_report.add({u"first rows after opening the window"_s, first, u"ms"_s, {}, 500.0});
    m_report.add({u"all rows after opening the window"_s, double(timer.nsecsElapsed()) / 1e6, u"ms"_s, {}, {}});
    waitFor(1000ms);
    const auto stalls = m_application->take().wall;
    m_report.add(
        {u"longest stall while the window opens"_s, *std::max_element(stalls.begin(), stalls.end()), u"ms"_s, {}, {}});
}

void Bench::phase(const QString &name, milliseconds interval, const std::function<void(int)> &step,
                  std::optional<double> reference)
{
    std::fprintf(stderr, "%s…\n", qPrintable(name));
    waitFor(1000ms);
    m_application->take();
    int count = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, m_window.get(), [&] { step(count++); });
    timer.start(interval);
    waitFor(m_phase);
    timer.stop();
    m_report.addStalls(name, m_application->take(), reference);
}

double Bench::untilShown(const std::function<void()> &wish)
{
    waitFor(1500ms);
    QElapsedTimer timer;
    timer.start();
    wish();
    QEventLoop loop;
    QObject::connect(m_window->model(), &LeaseModel::viewChanged, &loop, &QEventLoop::quit);
    QTimer::singleShot(30s, &loop, &QEventLoop::quit);
    loop.exec();
    return double(timer.nsecsElapsed()) / 1e6;
}

// What a refresh takes of the window's thread, by how many rows changed.
void Bench::changes()
{
    m_window->observer()->setInterval(1h);
    waitFor(2000ms);
    for (const int changed : {0, 1, 1000, m_leases / 3}) {
        if (changed > 0)
            m_fleet->renew(changed);
        m_application->take();
        QElapsedTimer timer;
        timer.start();
        m_window->observer()->refresh();
        QEventLoop loop;
        QObject::connect(m_window->model(), &LeaseModel::viewChanged, &loop, &QEventLoop::quit);
        QTimer::singleShot(10s, &loop, &QEventLoop::quit);
        loop.exec();
        const double took = double(timer.nsecsElapsed()) / 1e6;
        waitFor(50ms);
        const auto stalls = m_application->take().wall;
        const QString what = u"%1 rows changed: "_s.arg(changed);
        m_report.add({what + u"from the wish to look until they are shown"_s, took, u"ms"_s, {}, {}});
        m_report.add({what + u"longest stall"_s, *std::max_element(stalls.begin(), stalls.end()), u"ms"_s, {}, {}});
    }
    m_window->observer()->setInterval(1s);
}

void Bench::memory()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            m_report.add({u"memory of the program, at most"_s,
                          line.simplified().split(' ').value(1).toDouble() / 1024,
                          u"MiB"_s,
                          {},
                          {}});
    }
}

void Bench::run()
{
    connectWindow();
    constexpr int mostForProxy = 200'000; // beyond that it takes minutes
    const ProxyReference proxy = m_leases <= mostForProxy
        ? measureProxy(m_window->observer()->leases(), m_quick ? 300 : 3000)
        : ProxyReference();
    changes();
    m_fleet->startRenewing();
    QElapsedTimer since;
    since.start();
    waitFor(2000ms);
    QScrollBar *bar = m_view->verticalScrollBar();
    auto *filter = m_window->findChild<QLineEdit *>(u"filterEdit"_s);
    LeaseModel *model = m_window->model();

    phase(
        u"refreshing"_s, 1000ms, [](int) {}, proxy.refresh);
    phase(u"scrolling"_s, 16ms, [&](int i) { bar->setValue(i * 617 % std::max(1, bar->maximum())); });
    static const QStringList texts = {u"w"_s, u"wo"_s, u"worker-1"_s, u"worker-12"_s, u"held tenant"_s, QString()};
    phase(
        u"filtering by text"_s, 400ms, [&](int i) { filter->setText(texts.at(i % texts.size())); }, proxy.text);
    filter->clear();
    static const QStringList expressions = {u"worker-[0-4].*(a|b)\\.1"_s, u"^1.*tenant"_s, u"(x+x+)+y"_s, QString()};
    phase(
        u"filtering by a regular expression"_s, 600ms,
        [&](int i) {
            model->setFilter({expressions.at(i % expressions.size()), true, {}});
        },
        proxy.regularExpression);
    model->setFilter({});
    phase(
        u"sorting by each column"_s, 600ms,
        [&](int i) {
            const auto order = i / LeaseModel::columns % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
            m_view->sortByColumn(i % LeaseModel::columns, order);
        },
        proxy.sort);
    m_view->sortByColumn(LeaseModel::ExpiresColumn, Qt::AscendingOrder);
    phase(
        u"sorted by expiry, scrolling"_s, 16ms, [&](int i) { bar->setValue(i * 617 % std::max(1, bar->maximum())); },
        proxy.refresh);
    phase(u"grouping, folding"_s, 700ms, [&](int i) {
        model->setGrouping(i % 4 == 3 ? LeaseGrouping::None : LeaseGrouping::ByHolder);
        model->setCollapsed(0, i % 2 == 0);
    });
    model->setGrouping(LeaseGrouping::None);

    m_report.add({u"until sorted by holder"_s,
                  untilShown([&] { m_view->sortByColumn(LeaseModel::HolderColumn, Qt::AscendingOrder); }),
                  u"ms"_s,
                  proxy.sort,
                  {}});
    m_report.add(
        {u"until filtered by text"_s, untilShown([&] { filter->setText(u"worker-12"_s); }), u"ms"_s, proxy.text, {}});
    m_report.add({u"until filtered by a regular expression"_s,
                  untilShown([&] {
                      model->setFilter({u"worker-[0-4].*(a|b)\\.1"_s, true, {}});
                  }),
                  u"ms"_s,
                  proxy.regularExpression,
                  {}});
    m_fleet->stopRenewing();
    m_report.add({u"leases renewed each second"_s,
                  double(m_fleet->rounds()) * m_leases / 3 / (double(since.elapsed()) / 1000),
                  u"rows"_s,
                  {},
                  {}});
    memory();
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication::setOrganizationName(u"elector"_s);
    QCoreApplication::setApplicationName(u"elector-monitor"_s);
    StallWatch application(argc, argv);
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());

    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption quick(u"quick"_s, u"Shorter phases."_s);
    const QCommandLineOption json(u"json"_s, u"JSON instead of a table."_s);
    const QCommandLineOption table(u"table"_s, u"The table into a file as well."_s, u"file"_s);
    const QCommandLineOption leases(u"leases"_s, u"How many leases there are."_s, u"number"_s, u"100000"_s);
    parser.addOptions({quick, json, table, leases});
    parser.process(application);

    const int count = std::max(10, parser.value(leases).toInt());
    Fleet fleet;
    if (!fleet.start(count)) {
        std::fprintf(stderr, "monitor_refresh: %s\n", qPrintable(fleet.errorString()));
        return 1;
    }
    Bench bench(&application, &fleet, count, parser.isSet(quick));
    bench.run();
    bench.report().print(parser.isSet(json));
    if (parser.isSet(table) && !bench.report().save(parser.value(table)))
        return 1;
    return 0;
}
