// SPDX-License-Identifier: MIT
#include "commands.h"

#include "exitcodes.h"
#include "leaseformat.h"
#include "observercommand.h"
#include "signalwatcher.h"
#include "terminal.h"

#include <Elector/leasejson.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QTimer>

#include <csignal>

namespace Elector {

namespace {

/// What a plain table cannot tell, because it keeps no history, is told from the differences between two looks.
QList<LeaseEvent> eventsFrom(const LeaseChange &change)
{
    const auto event = [](const Lease &lease, const char *kind) {
        LeaseEvent made;
        made.at = QDateTime::currentDateTimeUtc();
        made.lockId = lease.lockId;
        made.term = lease.term;
        made.leaderId = lease.leaderId;
        made.kind = QString::fromLatin1(kind);
        return made;
    };
    QList<LeaseEvent> events;
    const bool sameHolder = change.before && change.before->leaderId == change.lease.leaderId;
    if (change.kind == LeaseChange::Removed) {
        events.append(event(change.lease, change.lease.state == LeaseState::Expired ? "expired" : "released"));
    } else if (!sameHolder) {
        if (change.before && change.before->state != LeaseState::Free)
            events.append(event(*change.before, "expired"));
        if (change.lease.state != LeaseState::Free)
            events.append(event(change.lease, "captured"));
    } else if (change.before->state == LeaseState::Held && change.lease.state == LeaseState::Revoked) {
        events.append(event(change.lease, "revoked"));
    }
    return events;
}

/// One JSON object a line for each event; a line that is not an event of a lock has no "lock".
class JsonWatch
{
public:
    explicit JsonWatch(LeaseObserver &observer)
        : m_observer(observer)
    {
    }
    void onSnapshot(const QList<LeaseChange> &changes)
    {
        if (std::exchange(m_first, false)) {
            QJsonArray leases;
            for (const Lease &lease : m_observer.leases()) {
                if (lease.state != LeaseState::Free || lease.order)
                    leases.append(toJson(lease, m_observer.remainingNow(lease)));
            }
            print({{QStringLiteral("event"), QStringLiteral("snapshot")}, {QStringLiteral("leases"), leases}});
            return;
        }
        if (m_observer.server().level == SchemaLevel::Full)
            return;
        for (const LeaseChange &change : changes)
            onEvents(eventsFrom(change));
    }
    void onEvents(const QList<LeaseEvent> &events)
    {
        for (const LeaseEvent &event : events)
            print(toJson(event));
    }
    void onError(const ElectorError &error)
    {
        print({{QStringLiteral("event"), QStringLiteral("disconnected")}, {QStringLiteral("error"), error.message()}});
    }
    void onRecovered() { print({{QStringLiteral("event"), QStringLiteral("reconnected")}}); }

private:
    static void print(QJsonObject object)
    {
        if (!object.contains(QStringLiteral("at")))
            object.insert(QStringLiteral("at"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
        Terminal::printRaw(LeaseFormat::line(object));
    }
    LeaseObserver &m_observer;
    bool m_first = true;
};

/// A table that is drawn anew in place, with the latest events below it.
class ScreenWatch
{
public:
    explicit ScreenWatch(LeaseObserver &observer)
        : m_observer(observer)
    {
    }
    void onEvents(const QList<LeaseEvent> &events)
    {
        for (const LeaseEvent &event : events)
            m_events.append(LeaseFormat::sentence(event));
        constexpr int shown = 12;
        m_events = m_events.mid(std::max<qsizetype>(0, m_events.size() - shown));
    }
    void draw()
    {
        const int width = Terminal::width();
        QString screen = QStringLiteral("\x1b[H");
        const auto put = [&](const QString &text) { screen += text + QStringLiteral("\x1b[K\n"); };
        put(QStringLiteral("%1, schema level %2   (Ctrl-C ends)")
                .arg(m_observer.server().address,
                     m_observer.server().level == SchemaLevel::Full ? QStringLiteral("full")
                                                                    : QStringLiteral("plain")));
        if (m_observer.isStale()) {
            const QString text
                = QStringLiteral("NOT CONNECTED, these rows are old: ") + m_observer.lastError().message();
            put(Terminal::coloured(Terminal::Colour::Red, Terminal::cell(text, width).trimmed()));
        } else {
            put({});
        }
        put(LeaseFormat::tableHeader(width));
        for (const Lease &lease : m_observer.leases())
            put(LeaseFormat::tableRow(lease, m_observer.remainingNow(lease), width));
        put({});
        for (const QString &event : m_events)
            put(event.left(width));
        Terminal::printRaw((screen + QStringLiteral("\x1b[J")).toUtf8());
    }

private:
    LeaseObserver &m_observer;
    QStringList m_events;
};

/// For people whose output is not a terminal: a line for each event.
void printSentences(const QList<LeaseEvent> &events)
{
    for (const LeaseEvent &event : events)
        Terminal::printLine(LeaseFormat::sentence(event));
}

} // namespace

int watchCommand(const QStringList &arguments)
{
    CommandLine line(
        CommandLine::Connection | CommandLine::Json | CommandLine::Interval, QStringLiteral("watch [options]"),
        QStringLiteral(
            "Follows the locks until it is interrupted: a table on a terminal, otherwise a line for each event."));
    int exitCode = ExitCode::Success;
    const auto observer = observerFrom(line, arguments, &exitCode);
    if (!observer)
        return exitCode;
    SignalWatcher signalWatcher({SIGINT, SIGTERM});
    QObject::connect(&signalWatcher, &SignalWatcher::received, QCoreApplication::instance(),
                     [] { QCoreApplication::exit(ExitCode::Success); });

    const bool json = line.isSet(QStringLiteral("json"));
    const bool screen = !json && Terminal::outputIsTerminal();
    JsonWatch jsonWatch(*observer);
    ScreenWatch screenWatch(*observer);
    const auto tell = [&](const QList<LeaseEvent> &events) {
        if (json)
            jsonWatch.onEvents(events);
        else if (screen)
            screenWatch.onEvents(events);
        else
            printSentences(events);
    };
    bool first = true;
    QObject::connect(
        observer.get(), &LeaseObserver::snapshotTaken, observer.get(), [&](const QList<LeaseChange> &changes) {
            if (json) {
                jsonWatch.onSnapshot(changes);
            } else if (!first && observer->server().level == SchemaLevel::Plain) {
                for (const LeaseChange &change : changes)
                    tell(eventsFrom(change));
            } else if (first && !screen) {
                const int width = std::max(80, Terminal::width());
                Terminal::printLine(LeaseFormat::tableHeader(width));
                for (const Lease &lease : observer->leases())
                    Terminal::printLine(LeaseFormat::tableRow(lease, observer->remainingNow(lease), width));
            }
            first = false;
        });
    QObject::connect(observer.get(), &LeaseObserver::eventsRecorded, observer.get(), tell);
    QObject::connect(observer.get(), &LeaseObserver::errorOccurred, observer.get(), [&](const ElectorError &error) {
        if (json)
            jsonWatch.onError(error);
        if (!screen || observer->leases().isEmpty())
            Terminal::complain(error.message());
    });
    QObject::connect(observer.get(), &LeaseObserver::recovered, observer.get(), [&] {
        if (json)
            jsonWatch.onRecovered();
    });
    QTimer redraw;
    QObject::connect(&redraw, &QTimer::timeout, observer.get(), [&] { screenWatch.draw(); });
    if (screen) {
        Terminal::printRaw("\x1b[?1049h\x1b[?25l\x1b[2J");
        redraw.start(std::chrono::milliseconds(100));
    }
    observer->start();
    exitCode = QCoreApplication::exec();
    if (screen)
        Terminal::printRaw("\x1b[?25h\x1b[?1049l");
    return exitCode;
}

} // namespace Elector
