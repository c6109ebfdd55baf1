// SPDX-License-Identifier: MIT
#include "passwordvault.h"

#include "displaytext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>

#include <utility>

#ifdef ELECTOR_HAS_KEYCHAIN
#include <qt6keychain/keychain.h>
#else
#include <QtCore/QTimer>
#endif

namespace Elector {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Elector::PasswordVault)
};

#ifdef ELECTOR_HAS_KEYCHAIN

PasswordVault::Status statusOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return PasswordVault::Status::Done;
    case QKeychain::EntryNotFound:
        return PasswordVault::Status::NotFound;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return PasswordVault::Status::NoBackend;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return PasswordVault::Status::Denied;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return PasswordVault::Status::Failed;
}

/// Jobs belong to themselves, so that what was begun ends also when the window is closed.
class SystemVault : public PasswordVault
{
public:
    void read(const QString &key, QObject *context, Receiver receiver) override
    {
        run(new QKeychain::ReadPasswordJob(service()), key, context, std::move(receiver));
    }

    void write(const QString &key, const QString &password, QObject *context, Receiver receiver) override
    {
        auto *job = new QKeychain::WritePasswordJob(service());
        job->setTextData(password);
        run(job, key, context, std::move(receiver));
    }

    void remove(const QString &key, QObject *context, Receiver receiver) override
    {
        run(new QKeychain::DeletePasswordJob(service()), key, context, std::move(receiver));
    }

private:
    static QString service() { return QStringLiteral("elector-monitor"); }

    static void run(QKeychain::Job *job, const QString &key, QObject *context, Receiver receiver)
    {
        job->setInsecureFallback(false);
        job->setKey(key);
        QObject::connect(job, &QKeychain::Job::finished, job,
                         [alive = QPointer<QObject>(context), receiver = std::move(receiver)](QKeychain::Job *done) {
                             Answer answer{statusOf(done->error()), {}, done->errorString()};
                             if (const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(done))
                                 answer.password = reading->textData();
                             if (alive)
                                 receiver(answer);
                         });
        job->start();
    }
};

#else

class SystemVault : public PasswordVault
{
public:
    void read(const QString &, QObject *context, Receiver receiver) override { refuse(context, std::move(receiver)); }
    void write(const QString &, const QString &, QObject *context, Receiver receiver) override
    {
        refuse(context, std::move(receiver));
    }
    void remove(const QString &, QObject *context, Receiver receiver) override { refuse(context, std::move(receiver)); }

private:
    static void refuse(QObject *context, Receiver receiver)
    {
        QTimer::singleShot(0, context, [receiver = std::move(receiver)] { receiver({Status::NoBackend, {}, {}}); });
    }
};

#endif

} // namespace

std::unique_ptr<PasswordVault> systemVault()
{
    return std::make_unique<SystemVault>();
}

QString vaultSentence(const PasswordVault::Answer &answer)
{
    switch (answer.status) {
    case PasswordVault::Status::Done:
    case PasswordVault::Status::NotFound:
        return {};
    case PasswordVault::Status::NoBackend:
        return Words::tr("No keyring here: the password is asked for each time.");
    case PasswordVault::Status::Denied:
        return Words::tr("The keyring gave no access: the password is asked for this time.");
    case PasswordVault::Status::Failed:
        break;
    }
    return Words::tr("The keyring failed (%1): the password is asked for this time.")
        .arg(isolated(displayText(answer.text, 120)));
}

} // namespace Elector
