// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QList>
#include <QtCore/QString>

namespace Elector {

/// The languages of the window. Chosen once, when the program starts; window's thread.
class Language
{
    Q_DECLARE_TR_FUNCTIONS(Elector::Language)

public:
    struct Choice
    {
        QString code; ///< such as `de` or `zh_CN`; empty for that of the system
        QString name; ///< in its own language
    };
    /// The system's language first.
    static QList<Choice> choices();
    static bool isKnown(const QString &code);

    /// What was chosen in the window; empty for the system's.
    static QString remembered();
    static void remember(const QString &code);

    /// Loads our own words and Qt's, and sets numbers and dates to match. An unknown language is English.
    static void install(const QString &code);
};

} // namespace Elector
