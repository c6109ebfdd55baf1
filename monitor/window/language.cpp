// SPDX-License-Identifier: MIT
#include "language.h"

#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtCore/QSettings>
#include <QtCore/QTranslator>

#include <algorithm>

namespace Elector {

namespace {

const QString settingsKey = QStringLiteral("language");

// Translators live as long as the application that they are installed in.
bool load(const QLocale &locale, const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(qApp);
    if (!translator->load(locale, file, QStringLiteral("_"), folder)) {
        delete translator;
        return false;
    }
    return QCoreApplication::installTranslator(translator);
}

} // namespace

QList<Language::Choice> Language::choices()
{
    return {
        {QString(), tr("As the system")},
        {QStringLiteral("en"), QStringLiteral("English")},
        {QStringLiteral("de"), QStringLiteral("Deutsch")},
        {QStringLiteral("es"), QStringLiteral("Español")},
        {QStringLiteral("ru"), QStringLiteral("Русский")},
        {QStringLiteral("zh_CN"), QStringLiteral("简体中文")},
    };
}

bool Language::isKnown(const QString &code)
{
    const QList<Choice> all = choices();
    return std::any_of(all.cbegin(), all.cend(), [&](const Choice &choice) { return choice.code == code; });
}

QString Language::remembered()
{
    const QString code = QSettings().value(settingsKey).toString();
    return isKnown(code) ? code : QString();
}

void Language::remember(const QString &code)
{
    QSettings().setValue(settingsKey, code);
}

void Language::install(const QString &code)
{
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    for (QTranslator *old : qApp->findChildren<QTranslator *>(QString(), Qt::FindDirectChildrenOnly))
        delete old;
    load(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const QString file = QStringLiteral("elector-monitor");
    const QString folder = QStringLiteral(":/elector/translations");
    if (!load(locale, file, folder))
        load(QLocale(QStringLiteral("en")), file, folder); // for its plurals
}

} // namespace Elector
