// SPDX-License-Identifier: MIT
#include "faults/ground.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace Elector::Faults {

using namespace Qt::StringLiterals;

namespace {

void needRoot(const QString &why)
{
    if (::geteuid() != 0)
        throw NotAvailable(why + u" needs root"_s);
}

bool run(const QStringList &line, QString *words = nullptr)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(line.constFirst(), line.mid(1));
    const bool done = process.waitForStarted() && process.waitForFinished(30'000)
        && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (words)
        *words = QString::fromLocal8Bit(process.readAll()).trimmed();
    return done;
}

} // namespace

void runOrGiveUp(const QStringList &line)
{
    QString words;
    if (!run(line, &words))
        throw NotAvailable(u"`%1` fails: %2"_s.arg(line.join(u' '), words.isEmpty() ? u"is it installed?"_s : words));
}

FakeClock::FakeClock()
    : m_directory(u"/tmp/elector-clock-XXXXXX"_s)
{
    for (const char *folder : {"/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"}) {
        const QString path = QString::fromLatin1(folder) + u"/faketime/libfaketimeMT.so.1"_s;
        if (m_library.isEmpty() && QFile::exists(path))
            m_library = path;
    }
    if (m_library.isEmpty())
        throw NotAvailable(u"libfaketime is missing; on Debian: apt install faketime"_s);
    QFile::setPermissions(m_directory.path(), QFile::Permissions(0x7755)); // the server has a user of its own
    set(std::chrono::seconds(0));
}

QStringList FakeClock::environment() const
{
    return {u"LD_PRELOAD="_s + m_library, u"FAKETIME_TIMESTAMP_FILE="_s + m_directory.filePath(u"offset"_s),
            u"FAKETIME_NO_CACHE=1"_s,     u"FAKETIME_DONT_FAKE_MONOTONIC=1"_s,
            u"FAKETIME_DISABLE_SHM=1"_s,  u"FAKETIME_DONT_RESET=1"_s};
}

void FakeClock::set(std::chrono::seconds offset)
{
    m_offset = offset;
    // Put in place as a whole, for somebody reads it all the time.
    const QString path = m_directory.filePath(u"offset"_s);
    QFile file(path + u".new"_s);
    if (!file.open(QIODevice::WriteOnly)
        || file.write((offset.count() < 0 ? "" : "+") + QByteArray::number(qint64(offset.count())) + '\n') < 0)
        throw Failure(u"the clock cannot be set"_s);
    file.setPermissions(QFile::Permissions(0x6644));
    file.close();
    if (::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) != 0)
        throw Failure(u"the clock cannot be set"_s);
}

Namespaces::Namespaces(int count)
    : m_count(count)
    , m_net(static_cast<int>(::getpid() % 100) + 100)
{
    needRoot(u"A namespace of the network"_s);
    for (int i = 0; i < m_count; ++i) {
        runOrGiveUp({u"ip"_s, u"netns"_s, u"add"_s, name(i)});
        runOrGiveUp({u"ip"_s, u"link"_s, u"add"_s, device(i, false), u"type"_s, u"veth"_s, u"peer"_s, u"name"_s,
                     device(i, true), u"netns"_s, name(i)});
        runOrGiveUp({u"ip"_s, u"addr"_s, u"add"_s, host(i) + u"/24"_s, u"dev"_s, device(i, false)});
        runOrGiveUp({u"ip"_s, u"link"_s, u"set"_s, device(i, false), u"up"_s});
        runOrGiveUp({u"ip"_s, u"-n"_s, name(i), u"addr"_s, u"add"_s, u"10.%1.%2.2/24"_s.arg(m_net).arg(i), u"dev"_s,
                     device(i, true)});
        runOrGiveUp({u"ip"_s, u"-n"_s, name(i), u"link"_s, u"set"_s, device(i, true), u"up"_s});
    }
}

Namespaces::~Namespaces()
{
    for (int i = 0; i < m_count; ++i) {
        run({u"ip"_s, u"link"_s, u"del"_s, device(i, false)});
        run({u"ip"_s, u"netns"_s, u"del"_s, name(i)});
    }
}

QString Namespaces::name(int index) const
{
    return u"elector-%1-%2"_s.arg(::getpid()).arg(index);
}

QString Namespaces::device(int index, bool inside) const
{
    return u"%1%2n%3"_s.arg(inside ? u"ei"_s : u"eo"_s).arg(::getpid()).arg(index);
}

QString Namespaces::host(int index) const
{
    return u"10.%1.%2.1"_s.arg(m_net).arg(index);
}

QString Namespaces::allHosts() const
{
    QStringList hosts;
    for (int i = 0; i < m_count; ++i)
        hosts.append(host(i));
    return hosts.join(u',');
}

QStringList Namespaces::enter(int index) const
{
    return {u"ip"_s, u"netns"_s, u"exec"_s, name(index)};
}

void Namespaces::drop(int index, Direction direction) const
{
    const QStringList loss{u"root"_s, u"blackhole"_s};
    if ((direction & ToServer) != 0)
        runOrGiveUp(QStringList{u"tc"_s, u"-n"_s, name(index), u"qdisc"_s, u"replace"_s, u"dev"_s, device(index, true)}
                    + loss);
    if ((direction & FromServer) != 0)
        runOrGiveUp(QStringList{u"tc"_s, u"qdisc"_s, u"replace"_s, u"dev"_s, device(index, false)} + loss);
}

void Namespaces::heal(int index) const
{
    run({u"tc"_s, u"-n"_s, name(index), u"qdisc"_s, u"del"_s, u"dev"_s, device(index, true), u"root"_s});
    run({u"tc"_s, u"qdisc"_s, u"del"_s, u"dev"_s, device(index, false), u"root"_s});
}

SmallVolume::SmallVolume(int megabytes)
    : m_megabytes(megabytes)
    , m_directory(u"/tmp/elector-volume-XXXXXX"_s)
{
    needRoot(u"A volume in memory"_s);
    // Mounted where only this process and its children see it, it is gone with them.
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        throw NotAvailable(u"no namespace of mounts: %1"_s.arg(qt_error_string()));
}

SmallVolume::~SmallVolume()
{
    ::umount2(QFile::encodeName(m_directory.path()).constData(), MNT_DETACH);
}

void SmallVolume::replace(const QString &folder)
{
    const QByteArray options = "mode=0700,size=" + QByteArray::number(m_megabytes) + 'm';
    if (::mount("tmpfs", QFile::encodeName(m_directory.path()).constData(), "tmpfs", 0, options.constData()) != 0)
        throw NotAvailable(u"tmpfs cannot be mounted: %1"_s.arg(qt_error_string()));
    runOrGiveUp({u"chown"_s, u"--reference="_s + folder, m_directory.path()});
    runOrGiveUp({u"cp"_s, u"-a"_s, folder + u"/."_s, m_directory.path()});
    runOrGiveUp({u"rm"_s, u"-rf"_s, folder});
    runOrGiveUp({u"ln"_s, u"-s"_s, m_directory.path(), folder});
}

void SmallVolume::fill()
{
    const QByteArray path = QFile::encodeName(m_directory.filePath(u"filler"_s));
    const int file = ::open(path.constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const QByteArray block(65536, 'x');
    const QByteArray page(4096, 'x');
    while (::write(file, block.constData(), static_cast<size_t>(block.size())) > 0) { }
    while (::write(file, page.constData(), static_cast<size_t>(page.size())) > 0) { }
    ::close(file);
}

void SmallVolume::empty()
{
    QFile::remove(m_directory.filePath(u"filler"_s));
}

} // namespace Elector::Faults
