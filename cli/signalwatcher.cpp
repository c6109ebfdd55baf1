// SPDX-License-Identifier: MIT
#include "signalwatcher.h"

#include <QtCore/QSocketNotifier>

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace Elector {

namespace {

/// As whoever started us wants it: a signal that is blocked would be received although it is ignored.
bool staysIgnored(int number)
{
    if (number != SIGHUP && number != SIGINT && number != SIGQUIT)
        return false;
    struct sigaction action
    {
    };
    return ::sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

} // namespace

SignalWatcher::SignalWatcher(std::initializer_list<int> signalNumbers, QObject *parent)
    : QObject(parent)
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : signalNumbers) {
        if (!staysIgnored(number))
            sigaddset(&set, number);
    }
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_descriptor = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    connect(new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this), &QSocketNotifier::activated, this,
            &SignalWatcher::read);
}

SignalWatcher::~SignalWatcher()
{
    delete findChild<QSocketNotifier *>();
    ::close(m_descriptor);
}

void SignalWatcher::read()
{
    signalfd_siginfo info{};
    while (::read(m_descriptor, &info, sizeof info) == sizeof info)
        Q_EMIT received(static_cast<int>(info.ssi_signo), info.ssi_code == SI_KERNEL);
}

} // namespace Elector
