// SPDX-License-Identifier: MIT
#include "bothlevelstest.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace Elector {

void BothLevelsTest::bothLevels()
{
    QTest::addColumn<SchemaLevel>("level");
    QTest::newRow("plain") << SchemaLevel::Plain;
    QTest::newRow("full") << SchemaLevel::Full;
}

void BothLevelsTest::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    QVERIFY(m_room.start());
}

void BothLevelsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    QFETCH(SchemaLevel, level);
    QVERIFY(m_room.newDatabase(level));
    m_node = m_room.node();
    QVERIFY(!m_node->error);
}

} // namespace Elector
