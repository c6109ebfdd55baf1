// SPDX-License-Identifier: MIT
#pragma once

#include "passwordvault.h"

#include <QList>
#include <QMap>
#include <QPointer>
#include <QTimer>

#include <utility>

namespace Elector {

/// A keyring in memory, which answers from the event loop as a real one does, or never.
class FakeVault : public PasswordVault
{
public:
    QMap<QString, QString> entries;
    Status status = Status::Done; ///< anything else is answered to everything
    bool isSilent = false; ///< until answerNow()
    int writes = 0;

    void read(const QString &key, QObject *context, Receiver receiver) override
    {
        if (status != Status::Done)
            answer({status, {}, {}}, context, std::move(receiver));
        else if (entries.contains(key))
            answer({Status::Done, entries.value(key), {}}, context, std::move(receiver));
        else
            answer({Status::NotFound, {}, {}}, context, std::move(receiver));
    }

    void write(const QString &key, const QString &password, QObject *context, Receiver receiver) override
    {
        ++writes;
        if (status == Status::Done)
            entries.insert(key, password);
        answer({status, {}, {}}, context, std::move(receiver));
    }

    void remove(const QString &key, QObject *context, Receiver receiver) override
    {
        entries.remove(key);
        answer({status, {}, {}}, context, std::move(receiver));
    }

    /// Gives the answers that were held back.
    void answerNow()
    {
        isSilent = false;
        const auto waiting = std::exchange(m_waiting, {});
        for (const auto &[given, context, receiver] : waiting)
            answer(given, context, receiver);
    }

private:
    struct Waiting
    {
        Answer given;
        QPointer<QObject> context;
        Receiver receiver;
    };

    void answer(const Answer &given, QObject *context, Receiver receiver)
    {
        if (isSilent)
            m_waiting.append({given, context, std::move(receiver)});
        else if (context)
            QTimer::singleShot(0, context, [given, receiver = std::move(receiver)] { receiver(given); });
    }

    QList<Waiting> m_waiting;
};

} // namespace Elector
