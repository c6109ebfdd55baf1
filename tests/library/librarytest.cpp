// SPDX-License-Identifier: MIT
#include "librarytest.h"

using namespace Qt::StringLiterals;

namespace Elector {

void LibraryTest::bothLevels()
{
    QTest::addColumn<SchemaLevel>("level");
    QTest::newRow("full") << SchemaLevel::Full;
    QTest::newRow("plain") << SchemaLevel::Plain;
}

QRegularExpression LibraryTest::allButTheDriversWords()
{
    return QRegularExpression(u"^(QObject|QSocket|QSql|QThread|Unable to free)"_s);
}

QRegularExpression LibraryTest::unexpectedWarnings() const
{
    return QRegularExpression(u"."_s);
}

void LibraryTest::initTestCase()
{
    QVERIFY(m_room.start());
}

void LibraryTest::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    QVERIFY(m_room.newDatabase());
    setUp();
}

void LibraryTest::cleanup()
{
    tearDown();
    QVERIFY(m_room.server.dropDatabase(m_room.database));
}

} // namespace Elector
