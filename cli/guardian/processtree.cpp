// SPDX-License-Identifier: MIT
#include "processtree.h"

#include "filedescriptor.h"

#include <Elector/bootclock.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <memory>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace Elector {

namespace {

constexpr int stopLooks = 3;
constexpr std::chrono::milliseconds huntTime{20};
constexpr std::chrono::milliseconds huntPatience{2};
constexpr int deepestAncestry = 4096;

std::string readFile(const std::string &path)
{
    std::string content;
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    char buffer[4096];
    while (file) {
        const ssize_t n = ::read(file.get(), buffer, sizeof buffer);
        if (n > 0)
            content.append(buffer, std::size_t(n));
        else if (n == 0 || errno != EINTR)
            break;
    }
    return content;
}

template <typename T> std::optional<T> number(std::string_view text)
{
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(value)
                                                                                     : std::nullopt;
}

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> list;
    for (std::size_t at = text.find_first_not_of(" \n"); at != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        list.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(" \n", end);
    }
    return list;
}

template <typename Visit> void forEachNumber(const std::string &directory, Visit visit)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> entries(::opendir(directory.c_str()), ::closedir);
    if (!entries)
        return;
    while (const dirent *entry = ::readdir(entries.get())) {
        if (const auto pid = number<pid_t>(entry->d_name))
            visit(*pid);
    }
}

/// Nothing where it has ended.
std::optional<ProcessTree::Process> readProcess(const std::string &proc, pid_t pid)
{
    const std::string stat = readFile(proc + '/' + std::to_string(pid) + "/stat");
    // A program's name may hold spaces and parentheses: the fields that count begin after the last one.
    const std::size_t name = stat.rfind(')');
    if (name == std::string::npos)
        return std::nullopt;
    const auto rest = words(std::string_view(stat).substr(name + 1));
    // Numbered as in proc(5), less 3.
    constexpr std::size_t stateField = 0, parentField = 1, groupField = 2, sessionField = 3, threadsField = 17,
                          startTimeField = 19;
    if (rest.size() <= startTimeField)
        return std::nullopt;
    // A zombie has no children and feels no signal, unless threads outlive the first of them.
    if (rest[stateField] == "Z" && number<long>(rest[threadsField]).value_or(1) <= 1)
        return std::nullopt;
    const auto parent = number<pid_t>(rest[parentField]);
    const auto startTime = number<std::uint64_t>(rest[startTimeField]);
    if (!parent || !startTime)
        return std::nullopt;
    const auto group = number<pid_t>(rest[groupField]);
    const auto session = number<pid_t>(rest[sessionField]);
    return ProcessTree::Process{pid, *parent, group.value_or(0), session.value_or(0), *startTime};
}

int openProcess(pid_t pid)
{
    return int(::syscall(SYS_pidfd_open, pid, 0u));
}

int signalProcess(int pidfd, int signal)
{
    return int(::syscall(SYS_pidfd_send_signal, pidfd, signal, nullptr, 0u));
}

} // namespace

ProcessTree::ProcessTree(pid_t root, std::string procDirectory)
    : m_root(root)
    , m_proc(std::move(procDirectory))
    // Only kernels with CONFIG_PROC_CHILDREN have the file, also for a process without children.
    , m_hasChildrenFiles(::access((m_proc + "/thread-self/children").c_str(), R_OK) == 0)
{
}

std::optional<ProcessTree::Process> ProcessTree::read(pid_t pid) const
{
    return readProcess(m_proc, pid);
}

void ProcessTree::findByChildren(std::vector<Process> &found) const
{
    const auto addChildren = [this, &found](pid_t parent) {
        const std::string tasks = m_proc + '/' + std::to_string(parent) + "/task";
        forEachNumber(tasks, [this, &found, &tasks](pid_t task) {
            const std::string children = readFile(tasks + '/' + std::to_string(task) + "/children");
            for (const std::string_view word : words(children)) {
                const auto pid = number<pid_t>(word);
                if (const auto process = pid ? read(*pid) : std::nullopt)
                    found.push_back(*process);
            }
        });
    };
    addChildren(m_root);
    for (std::size_t i = 0; i < found.size(); ++i)
        addChildren(found[i].pid);
}

void ProcessTree::findByParent(std::vector<Process> &found) const
{
    std::unordered_multimap<pid_t, Process> byParent;
    forEachNumber(m_proc, [this, &byParent](pid_t pid) {
        if (const auto process = read(pid))
            byParent.emplace(process->parent, *process);
    });
    const auto addChildren = [&byParent, &found](pid_t parent) {
        const auto [first, last] = byParent.equal_range(parent);
        for (auto child = first; child != last; ++child)
            found.push_back(child->second);
        byParent.erase(first, last); // each is found once, even where a re-used pid closes a circle
    };
    addChildren(m_root);
    for (std::size_t i = 0; i < found.size(); ++i)
        addChildren(found[i].pid);
}

std::vector<ProcessTree::Process> ProcessTree::descendants(Look look) const
{
    std::vector<Process> found;
    if (look == Look::Quick && m_hasChildrenFiles)
        findByChildren(found);
    else
        findByParent(found);
    return found;
}

ProcessTree::Delivery ProcessTree::send(const Process &process, int signal)
{
    const FileDescriptor handle(openProcess(process.pid));
    if (!handle && errno == ESRCH)
        return Delivery::Ended;
    // From here on the pid cannot change its meaning for us: what it means now is what the handle holds.
    const auto now = readProcess("/proc", process.pid);
    if (!now || now->startTime != process.startTime)
        return Delivery::Ended;
    // Without a handle (a sandbox that knows no pidfd, no descriptor left) the comparison alone must do.
    const int result = handle ? signalProcess(handle.get(), signal) : ::kill(process.pid, signal);
    if (result == 0)
        return Delivery::Sent;
    return errno == ESRCH ? Delivery::Ended : Delivery::Refused;
}

void ProcessTree::signalAll(int signal) const
{
    for (const Process &process : descendants())
        send(process, signal);
}

void ProcessTree::killThis(const Process &process)
{
    if (send(process, SIGKILL) == Delivery::Refused)
        m_refused = process.pid;
}

/// False where every look found new ones.
bool ProcessTree::stopAll(Look look, int looks, std::vector<Process> &all) const
{
    std::set<std::pair<pid_t, std::uint64_t>> seen;
    for (int i = 0; i < looks; ++i) {
        bool settled = true;
        for (const Process &process : descendants(look)) {
            if (!seen.emplace(process.pid, process.startTime).second)
                continue;
            send(process, SIGSTOP);
            all.push_back(process);
            settled = false;
        }
        if (settled)
            return true;
    }
    return false;
}

bool ProcessTree::killRound()
{
    m_refused.reset();
    // The kernel's lists may skip entries while processes end; after a first round that left somebody, look thoroughly.
    const Look look = m_firstRound ? Look::Quick : Look::Thorough;
    m_firstRound = false;

    std::vector<Process> all;
    const bool settled = stopAll(look, m_restless ? 1 : stopLooks, all);
    for (const Process &process : all) {
        if (!settled)
            killGroupOf(process);
        killThis(process);
    }
    m_restless = !settled && hunt();
    return m_restless;
}

// A signal to a group reaches all of it at one instant, also who forks at that instant: nobody slips through.
void ProcessTree::killGroupOf(const Process &process) const
{
    const bool ours = process.group == m_ownGroup || (process.session > 0 && process.session != ::getsid(0));
    if (ours && process.group > 1 && process.group != ::getpgrp())
        ::kill(-process.group, SIGKILL);
}

std::optional<pid_t> ProcessTree::newestPid() const
{
    const std::string load = readFile(m_proc + "/loadavg");
    const auto list = words(load);
    return list.empty() ? std::nullopt : number<pid_t>(list.back());
}

bool ProcessTree::isBelowRoot(Process process) const
{
    for (int i = 0; i < deepestAncestry; ++i) {
        if (process.parent == m_root)
            return true;
        if (process.parent <= 1)
            return false;
        const auto parent = read(process.parent);
        if (!parent)
            return false;
        process = *parent;
    }
    return false;
}

// A process that forks and ends within microseconds, for ever, is gone whenever a look at the whole of /proc comes
// to it. But the kernel tells the newest pid, and the escaper is never far from it: look there alone, newest first.
bool ProcessTree::hunt()
{
    constexpr pid_t window = 16;
    constexpr pid_t again = 4; // a number is given out a moment before its process can be seen
    auto now = BootClock::now();
    const auto end = now + huntTime;
    auto lastHit = now;
    bool found = false;
    pid_t checked = 0;
    for (; now < end && now < lastHit + huntPatience; now = BootClock::now()) {
        const pid_t newest = newestPid().value_or(0);
        for (pid_t pid = newest; pid > std::max({checked - again, newest - window, 1}); --pid) {
            const auto process = read(pid);
            if (!process || !isBelowRoot(*process))
                continue;
            killGroupOf(*process);
            killThis(*process);
            lastHit = now;
            found = true;
        }
        checked = newest < checked ? 0 : newest; // the numbers begin anew some day
    }
    return found;
}

} // namespace Elector
