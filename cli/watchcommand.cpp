// SPDX-License-Identifier: MIT
#include "commands.h"

#include "exitcodes.h"
#include "leaseformat.h"
#include "observercommand.h"
#include "screen.h"
#include "signalwatcher.h"
#include "terminal.h"

#include <Elector/leasejson.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QTimer>

#include <csignal>
#include <optional>

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
            for (const Lease &lease : LeaseFormat::heldOrOrdered(m_observer.leases()))
                leases.append(toJson(lease, m_observer.remainingNow(lease)));
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
    Screen &screen() { return m_screen; }
    void onEvents(const QList<LeaseEvent> &events)
    {
        m_events += events;
        m_events = m_events.mid(std::max<qsizetype>(0, m_events.size() - mostEvents));
    }
    void draw()
    {
        const int width = Terminal::width();
        const qsizetype room = std::max(1, Terminal::height());
        QStringList lines{title(), trouble(width)};
        const QList<Lease> leases = LeaseFormat::heldOrOrdered(m_observer.leases());
        // A table that is too long leaves room for the events, but no more than a third.
        const qsizetype below = m_events.isEmpty() ? 0 : std::min(m_events.size() + 1, room / 3);
        const qsizetype rows = std::max<qsizetype>(1, room - lines.size() - 1 - below);
        const qsizetype shown = leases.size() <= rows ? leases.size() : rows - 1;
        lines += LeaseFormat::table(m_observer, leases.first(shown), width);
        if (shown < leases.size())
            lines.append(QStringLiteral("… and %1 more").arg(leases.size() - shown));
        if (!m_events.isEmpty() && lines.size() + 1 < room) {
            lines.append(QString());
            lines += sentences(m_events.last(std::min(m_events.size(), room - lines.size())), width);
        }
        m_screen.draw(lines.first(std::min(lines.size(), room)));
    }

private:
    QString title() const
    {
        const ServerInfo server = m_observer.server();
        if (server.address.isEmpty())
            return QStringLiteral("Connecting…   (q ends)");
        return QStringLiteral("%1, schema level %2   (q ends)")
            .arg(server.address, server.level == SchemaLevel::Full ? QStringLiteral("full") : QStringLiteral("plain"));
    }
    QString trouble(int width) const
    {
        QString text = m_observer.lastError().message();
        if (text.isEmpty())
            return {};
        if (m_observer.isStale())
            text.prepend(QStringLiteral("NOT CONNECTED, these rows are old: "));
        return Terminal::coloured(Terminal::Colour::Red, Terminal::cell(text, width).trimmed());
    }

    QStringList sentences(const QList<LeaseEvent> &events, int width) const
    {
        QStringList lines = LeaseFormat::sentences(events, LeaseFormat::lockNames(m_observer.leases()));
        for (QString &line : lines)
            line = Terminal::cell(line, width);
        return lines;
    }

    static constexpr qsizetype mostEvents = 12;
    LeaseObserver &m_observer;
    Screen m_screen;
    QList<LeaseEvent> m_events;
};

/// For people whose output is not a terminal: a line for each event.
void printSentences(const LeaseObserver &observer, const QList<LeaseEvent> &events)
{
    for (const QString &line : LeaseFormat::sentences(events, LeaseFormat::lockNames(observer.leases())))
        Terminal::printLine(line);
}

} // namespace

int watchCommand(const QStringList &arguments)
{
    CommandLine line(CommandLine::Connection | CommandLine::Json | CommandLine::Interval,
                     QStringLiteral("watch [options]"),
                     QStringLiteral("Follows the locks until it is interrupted: a table on a terminal (q ends it), "
                                    "otherwise a line for each event."));
    int exitCode = ExitCode::Success;
    const auto observer = observerFrom(line, arguments, &exitCode);
    if (!observer)
        return exitCode;
    const bool json = line.isSet(QStringLiteral("json"));
    JsonWatch jsonWatch(*observer);
    const auto end = [] { QCoreApplication::exit(ExitCode::Success); };
    // Blocks signals, so it comes before whatever is to be undone at the end.
    SignalWatcher ends({SIGINT, SIGTERM});
    QObject::connect(&ends, &SignalWatcher::received, QCoreApplication::instance(), end);
    std::optional<SignalWatcher> keys;
    std::optional<ScreenWatch> screenWatch;
    if (!json && Terminal::mayMoveTheCursor()) {
        keys.emplace({SIGQUIT, SIGTSTP});
        screenWatch.emplace(*observer);
        QObject::connect(&*keys, &SignalWatcher::received, observer.get(), [&](int signalNumber) {
            if (signalNumber == SIGTSTP)
                screenWatch->screen().suspend();
            else
                end();
        });
        QObject::connect(&screenWatch->screen(), &Screen::keyPressed, observer.get(), [&](char key) {
            if (key == 'q' || key == 'Q')
                end();
        });
    }
    const auto tell = [&](const QList<LeaseEvent> &events) {
        if (json)
            jsonWatch.onEvents(events);
        else if (screenWatch)
            screenWatch->onEvents(events);
        else
            printSentences(*observer, events);
    };
    bool first = true;
    QObject::connect(
        observer.get(), &LeaseObserver::snapshotTaken, observer.get(), [&](const QList<LeaseChange> &changes) {
            if (json) {
                jsonWatch.onSnapshot(changes);
            } else if (!first && observer->server().level == SchemaLevel::Plain) {
                for (const LeaseChange &change : changes)
                    tell(eventsFrom(change));
            } else if (first && !screenWatch) {
                for (const QString &row :
                     LeaseFormat::table(*observer, LeaseFormat::heldOrOrdered(observer->leases()), Terminal::width()))
                    Terminal::printLine(row);
            }
            first = false;
        });
    QObject::connect(observer.get(), &LeaseObserver::eventsRecorded, observer.get(), tell);
    QObject::connect(observer.get(), &LeaseObserver::errorOccurred, observer.get(), [&](const ElectorError &error) {
        if (json)
            jsonWatch.onError(error);
        if (!screenWatch)
            Terminal::complain(error.message());
    });
    QObject::connect(observer.get(), &LeaseObserver::recovered, observer.get(), [&] {
        if (json)
            jsonWatch.onRecovered();
    });
    // Nothing may happen for hours: who reads a pipe and goes away is not to wait for it.
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, observer.get(), [&] {
        if (screenWatch)
            screenWatch->draw();
        if (Terminal::outputHasFailed() || Terminal::readerIsGone())
            end();
    });
    look.start(std::chrono::milliseconds(screenWatch ? 100 : 1000));
    observer->start();
    return QCoreApplication::exec();
}

} // namespace Elector
