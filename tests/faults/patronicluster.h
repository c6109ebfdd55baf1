// SPDX-License-Identifier: MIT
#pragma once

#include "faults/faultroom.h"

#include <map>

namespace Elector::Faults {

/// A PostgreSQL of three members that Patroni keeps, with an etcd of its own: real ones, as Debian packages them. They
/// run as a user without rights, listen on this machine only, and are gone with this object, or with the process
/// however that ends.
class PatroniCluster : public Cluster
{
public:
    /// The one that somebody holds already, or a new one, which takes its time.
    static std::shared_ptr<PatroniCluster> shared();

    /// Returns when there is a primary with its standbys. Throws.
    PatroniCluster();
    ~PatroniCluster() override;
    PatroniCluster(const PatroniCluster &) = delete;
    PatroniCluster &operator=(const PatroniCluster &) = delete;

    QStringList addresses() const override;
    SqlResult exec(const QString &sql, const QString &database) override;
    /// At one member.
    SqlResult execAt(int member, const QString &sql, const QString &database = QStringLiteral("postgres"));

    int count() const { return static_cast<int>(m_members.size()); }
    QString name(int member) const { return QStringLiteral("member%1").arg(member); }
    /// Of a member that takes writes; 0 if it does not, or does not answer.
    qint64 timeline(int member);
    /// The one that takes writes, on the highest timeline if there are several; -1 if none does.
    int primary();
    int waitForPrimary(int butNot = -1);
    void waitForNoPrimary();
    /// Waits until all others follow the primary.
    void waitForStandbys();

    /// As an operator does it, by Patroni's API. Throws if Patroni does not want to.
    void switchOver(int from, int to);
    enum Part { Patroni = 1, Server = 2, Both = 3 };
    void stop(int member); ///< SIGSTOP for Patroni and its server: connections stay open, nothing answers
    void resume(int member, Part part); ///< SIGCONT
    void kill(int member); ///< SIGKILL for both
    void startAgain(int member); ///< Patroni, which starts the server
    void killStore(); ///< SIGKILL for etcd: no member knows any more whether it may be the primary
    void startStore();

private:
    struct Member
    {
        quint16 port = 0;
        quint16 apiPort = 0;
        std::unique_ptr<QProcess> patroni;
        bool silent = false; ///< does not answer, so it is not asked
    };

    void waitFor(const std::function<bool()> &condition, const QString &what);
    bool follows(int member, int leader);
    QByteArray tell(int member, const char *what, const QByteArray &json) const;
    void holdOnLeash();
    void launch(QProcess &process, const QString &folder, const QStringList &line);
    QString folder(int member) const;
    QByteArray configuration(int member) const;
    QList<qint64> processes(int member, Part part) const;
    void signal(int member, Part part, int number) const;
    void forget(int member); ///< connections to it
    QStringList lastWords() const; ///< of the members, for people who look for what went wrong

    QString m_directory;
    QString m_programs; ///< where postgres is
    unsigned m_user;
    unsigned m_group;
    int m_storeProtocol = 3; ///< of etcd
    quint16 m_storePort;
    quint16 m_storePeerPort;
    QProcess m_leash;
    QProcess m_store;
    Member &of(int member) { return m_members[static_cast<std::size_t>(member)]; }
    const Member &of(int member) const { return m_members[static_cast<std::size_t>(member)]; }

    std::vector<Member> m_members;
    std::map<std::pair<int, QString>, std::unique_ptr<TestConnection>> m_connections;
};

} // namespace Elector::Faults
