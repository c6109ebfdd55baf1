// SPDX-License-Identifier: MIT
#pragma once

#include "faults/faultroom.h"

namespace Elector::Faults {

/// Runs a program; throws NotAvailable with its words if it fails.
void runOrGiveUp(const QStringList &line);

/// A wall clock that can be set, for processes that are started with its environment (libfaketime). CLOCK_BOOTTIME is
/// left alone.
class FakeClock : public Ground
{
public:
    FakeClock();
    QStringList environment() const;
    void set(std::chrono::seconds offset);
    std::chrono::seconds offset() const { return m_offset; }

private:
    QTemporaryDir m_directory;
    QString m_library;
    std::chrono::seconds m_offset{0};
};

/// A namespace of the network for each of some nodes, connected with this one by a cable that can be cut. For root.
class Namespaces : public Ground
{
public:
    explicit Namespaces(int count);
    ~Namespaces() override;
    Namespaces(const Namespaces &) = delete;
    Namespaces &operator=(const Namespaces &) = delete;

    QStringList enter(int index) const; ///< what comes before a program
    QString host(int index) const; ///< our address as that namespace sees it
    QString allHosts() const;
    enum Direction { ToServer = 1, FromServer = 2, Both = 3 };
    void drop(int index, Direction direction) const; ///< every packet is lost
    void heal(int index) const;

private:
    QString name(int index) const;
    QString device(int index, bool inside) const;
    int m_count;
    int m_net; ///< 10.m_net.x.0
};

/// A small volume of its own in memory, in place of a folder of a server's data. For root; nobody else sees it.
class SmallVolume : public Ground
{
public:
    explicit SmallVolume(int megabytes);
    ~SmallVolume() override;
    SmallVolume(const SmallVolume &) = delete;
    SmallVolume &operator=(const SmallVolume &) = delete;
    /// Moves the folder of the stopped server there.
    void replace(const QString &folder);
    void fill(); ///< to the last byte
    void empty();

private:
    int m_megabytes;
    QTemporaryDir m_directory;
};

} // namespace Elector::Faults
