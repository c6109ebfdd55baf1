// SPDX-License-Identifier: MIT
#pragma once

#include "observer/eventtail_p.h"
#include "observer/leasereader_p.h"
#include "session/mailbox_p.h"
#include "session/session_p.h"
#include "sql/leaseinspector_p.h"
#include "sql/lockinspector_p.h"

#include <Elector/leaseobserver.h>

#include <QtCore/QMap>
#include <QtCore/QSet>
#include <QtCore/QTimer>

#include <functional>
#include <variant>

namespace Elector {

/// Why there is nothing to look at, if there is not.
ElectorError nothingToSee(const ServerFacts &facts, const QString &schema);

/// What the facts tell those who look; not what only a session or a look can tell.
ServerInfo serverInfo(const ServerFacts &facts, const ConnectionParameters &connection);

struct ObserverMessage
{
    /// One look at the database.
    struct Look
    {
        LeaseReader::Result reading;
        std::vector<LeaseEvent> events;
        SessionFacts facts;
        bool encrypted = false;
        std::chrono::microseconds wallClock{}; ///< this machine's, since 1970, when the answer arrived
        ElectorError error;
    };
    struct History
    {
        quint64 id;
        LeaseInspector::History result;
    };
    struct Details
    {
        quint64 id;
        LockInspector::Details result;
    };
    struct Released
    {
        quint64 id;
        LeaseInspector::Intervention result;
    };
    struct Hint
    {
    };
    std::variant<Look, History, Details, Released, Hint> what;
};

class ObserverClient : public SessionClient
{
public:
    explicit ObserverClient(LeaseObserver *observer)
        : mailbox(observer, "takeMessages")
    {
    }
    void replied(quint64, const Reply &) override { }
    void hinted(std::optional<int>, const Candidate::Hint &) override { mailbox.post({ObserverMessage::Hint{}}); }
    void ready(const SessionFacts &) override { ++connections; }

    // For the session's thread only.
    int connections = 0; ///< how often the session was set up
    int connectionsRead = 0; ///< which of them the last look used

    Mailbox<ObserverMessage> mailbox;
};

class LeaseObserverPrivate
{
public:
    LeaseObserverPrivate(LeaseObserver *observer, const ConnectionParameters &connection, const QString &schema);
    ~LeaseObserverPrivate();

    void start();
    void stop();
    void look();
    void schedule();
    void handle(ObserverMessage message);
    void setState(LeaseObserver::State newState);

    using Intervene = std::function<LeaseInspector::Intervention(LeaseInspector &)>;
    enum class Kind { Release, Order };
    quint64 intervene(int lockId, Kind kind, Intervene what);
    quint64 requestHistory(std::optional<int> lockId, int limit, std::optional<qint64> before);
    quint64 requestDetails(int lockId);

    LeaseObserver *const q;
    const ConnectionParameters connection;
    const QString schema;
    std::shared_ptr<ObserverClient> client;
    std::unique_ptr<Session> session;
    QTimer timer;
    std::chrono::milliseconds interval{1000};
    LeaseObserver::State state = LeaseObserver::Stopped;
    bool paused = false;
    bool stale = true;
    ElectorError lastError;
    ServerInfo server;
    LeaseSnapshot snapshot;
    int mostLocks = 1'000'000;
    EventTail eventTail;
    bool eventsWanted = true;

private:
    void onLook(ObserverMessage::Look look);
    void onLookFailed(const ElectorError &error);
    void publish(ObserverMessage::Look look);
    bool areChangesWanted() const;
    void describeServer(const ObserverMessage::Look &look);

    void answerTheRest();

    std::shared_ptr<LeaseReader> m_reader; ///< for the session's thread only
    bool m_looking = false;
    bool m_halfway = false; ///< a look has more parts to come
    bool m_lookAgain = false;
    int m_failures = 0;
    quint64 m_lastId = 0;
    struct Asked
    {
        int lockId;
        Kind kind;
    };
    void answer(quint64 id, Asked asked, const LeaseInspector::Intervention &result);

    QMap<quint64, Asked> m_askedInterventions; ///< not answered yet
    QSet<quint64> m_askedHistories;
    QSet<quint64> m_askedDetails;
};

} // namespace Elector
