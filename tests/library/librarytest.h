// SPDX-License-Identifier: MIT
#pragma once

#include "libraryroom.h"

#include <QObject>
#include <QRegularExpression>

namespace Elector {

/// A test with a server of its own and a new database for each function, in which no warning is expected.
class LibraryTest : public QObject
{
    Q_OBJECT

protected:
    /// Rows for both levels, in a column "level".
    static void bothLevels();
    /// All warnings but the words of Qt's driver for a server that goes away while it connects.
    static QRegularExpression allButTheDriversWords();

    /// The warnings that make a function fail.
    virtual QRegularExpression unexpectedWarnings() const;
    /// What else to do before a function, when its database is there.
    virtual void setUp() { }
    /// What else to do after a function, while its database is still there.
    virtual void tearDown() { }

    LibraryRoom m_room;

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
};

} // namespace Elector
