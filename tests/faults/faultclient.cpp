// SPDX-License-Identifier: MIT
// An application that takes part in an election, and writes down what it believes. See Usage.
#include "faults/beliefsampler.h"
#include "faults/guardedwriter.h"
#include "faults/recordwriter.h"

#include <Elector/leaderelector.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QMetaEnum>
#include <QtCore/QSocketNotifier>

#include <array>
#include <cstdio>
#include <memory>
#include <vector>

using namespace Elector;
using namespace Elector::Faults;
using namespace std::chrono_literals;

namespace {

constexpr const char *Usage
    = R"(usage: faultclient RECORDS --instance NAME --dsn DSN [--lease MS] [--candidates N] [--table-exists]
                   [--resource HOSTS:PORTS:DATABASE]
       faultclient RECORDS --command    under `elector run`: writes down that it lives

Takes lines on standard input: `busy MS` blocks the event loop, `work MS` makes the next guarded transaction last that long,
`release` gives up leadership, `quit` leaves the election and ends.
)";

QByteArray now()
{
    return RecordWriter::number(BootClock::now());
}

/// A program that runs while its node leads: it believes so for as long as it lives.
int runAsCommand(const RecordWriter &records)
{
    const QByteArray leaderId = qgetenv("ELECTOR_LEADER_ID");
    records.write("begin " + now() + ' ' + qgetenv("ELECTOR_TERM") + " 0 " + leaderId);
    for (;;) {
        records.write("stamp " + now() + ' ' + leaderId);
        std::this_thread::sleep_for(4ms);
    }
}

class Client : public QObject
{
    Q_OBJECT
public:
    Client(const QCommandLineParser &options, const RecordWriter &records)
        : m_records(records)
    {
        ElectorConfig config;
        config.setConnection(options.value(QStringLiteral("dsn")));
        config.setLeaseDuration(std::chrono::milliseconds(options.value(QStringLiteral("lease")).toInt()));
        config.setCreateTableOnInit(!options.isSet(QStringLiteral("table-exists")));
        const QString name = options.value(QStringLiteral("instance"));
        config.setInstanceId(name); // of the session, too
        const LeaseConnection connection(config);
        std::vector<const LeaderElector *> sampled;
        for (int i = 0; i < options.value(QStringLiteral("candidates")).toInt(); ++i) {
            config.setInstanceId(i == 0 ? name : name + QStringLiteral(".%1").arg(i));
            m_electors.push_back(std::make_unique<LeaderElector>(config, connection));
            sampled.push_back(m_electors.back().get());
        }
        listenTo(first());
        m_sampler = std::make_unique<BeliefSampler>(sampled, records);
        const QStringList resource = options.value(QStringLiteral("resource")).split(QLatin1Char(':'));
        if (resource.size() == 3)
            m_writer = std::make_unique<GuardedWriter>(sampled, records, resource[0], resource[1], resource[2]);
        connect(&m_input, &QSocketNotifier::activated, this, &Client::readLine);
    }

    bool start()
    {
        bool started = true;
        for (const auto &elector : m_electors)
            started = elector->start() && started;
        say("started");
        return started;
    }

private:
    LeaderElector &first() { return *m_electors.front(); }

    void say(const QByteArray &words) const
    {
        m_records.write("says " + now() + ' ' + QByteArray(words).replace('\n', ' '));
    }

    void listenTo(const LeaderElector &elector)
    {
        connect(&elector, &LeaderElector::errorOccurred, this,
                [this](const ElectorError &error) { say("error " + error.message().toUtf8()); });
        connect(&elector, &LeaderElector::stateChanged, this, [this](ElectorState state) {
            say(QByteArray("is ") + QMetaEnum::fromType<ElectorState>().valueToKey(static_cast<int>(state)));
        });
        connect(&elector, &LeaderElector::recovered, this, [this] { say("recovered"); });
        connect(&elector, &LeaderElector::leadershipChanged, this, [this](bool leads) {
            if (leads)
                say("gained");
        });
        connect(&elector, &LeaderElector::leadershipLost, this, [this](LossReason reason) {
            say(QByteArray("lost ") + QMetaEnum::fromType<LossReason>().valueToKey(static_cast<int>(reason)));
        });
        connect(&elector, &LeaderElector::stopped, this, &QCoreApplication::quit, Qt::QueuedConnection);
    }

    void readLine()
    {
        std::array<char, 128> line{};
        if (!std::fgets(line.data(), line.size(), stdin)) {
            m_input.setEnabled(false);
            return;
        }
        const QList<QByteArray> words = QByteArray(line.data()).trimmed().split(' ');
        const auto milliseconds = std::chrono::milliseconds(words.value(1).toInt());
        if (words[0] == "busy") {
            std::this_thread::sleep_for(milliseconds);
            say("idle");
        } else if (words[0] == "work" && m_writer) {
            m_writer->setNextWork(milliseconds);
        } else if (words[0] == "release") {
            for (const auto &elector : m_electors) {
                if (elector->isLeader())
                    elector->release();
            }
        } else if (words[0] == "quit") {
            first().stop();
        }
    }

    const RecordWriter &m_records;
    std::vector<std::unique_ptr<LeaderElector>> m_electors;
    std::unique_ptr<BeliefSampler> m_sampler;
    std::unique_ptr<GuardedWriter> m_writer;
    QSocketNotifier m_input{STDIN_FILENO, QSocketNotifier::Read};
};

} // namespace

int main(int argc, char **argv)
{
    std::setvbuf(stdin, nullptr, _IONBF, 0); // what is buffered wakes no notifier
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addPositionalArgument(QStringLiteral("records"), {});
    options.addOptions({{QStringLiteral("instance"), {}, QStringLiteral("name")},
                        {QStringLiteral("dsn"), {}, QStringLiteral("dsn")},
                        {QStringLiteral("lease"), {}, QStringLiteral("ms"), QStringLiteral("1000")},
                        {QStringLiteral("candidates"), {}, QStringLiteral("n"), QStringLiteral("1")},
                        {QStringLiteral("table-exists"), {}},
                        {QStringLiteral("resource"), {}, QStringLiteral("address")},
                        {QStringLiteral("command"), {}}});
    if (!options.parse(QCoreApplication::arguments()) || options.positionalArguments().size() != 1) {
        std::fputs(Usage, stderr);
        return 2;
    }
    const RecordWriter records(qUtf8Printable(options.positionalArguments().constFirst()));
    if (options.isSet(QStringLiteral("command")))
        return runAsCommand(records);
    Client client(options, records);
    if (!client.start())
        return 1;
    return QCoreApplication::exec();
}

#include "faultclient.moc"
