// SPDX-License-Identifier: MIT
#pragma once

#include "sqlroom.h"

#include <QtCore/QObject>

#include <memory>

namespace Elector {

/// A test whose functions run on a plain table and on a full one: each names bothLevels() as its rows, or has rows of
/// its own with a column "level". init() makes a database of that level and a session of ours in it.
class BothLevelsTest : public QObject
{
    Q_OBJECT

protected:
    static void bothLevels();
    bool full() const { return m_room.settings.level == SchemaLevel::Full; }
    static TenureKey keyOf(const Reply &reply) { return {reply.row->leaderId, reply.row->term}; }

    SqlRoom m_room;
    std::unique_ptr<NodeSession> m_node;

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_node.reset(); }
};

} // namespace Elector
