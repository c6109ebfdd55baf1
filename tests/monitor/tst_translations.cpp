// SPDX-License-Identifier: MIT

// Nothing that the window says is left in English by mistake.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace Elector {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 120'000;

struct Message
{
    QString source;
    QString translation; ///< of all plural forms, one after the other
    bool finished = true;
};

QList<Message> readMessages(const QString &path)
{
    QFile file(path);
    QList<Message> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"message"_s) {
            all.append(Message());
        } else if (xml.name() == u"source"_s) {
            all.last().source = xml.readElementText();
        } else if (xml.name() == u"translation"_s) {
            all.last().finished = !xml.attributes().hasAttribute(u"type"_s);
            all.last().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return xml.hasError() ? QList<Message>() : all;
}

QString lupdate()
{
    for (const QString &program : {u"/usr/lib/qt6/bin/lupdate"_s, u"lupdate6"_s, u"lupdate"_s}) {
        QProcess process;
        process.start(program, {u"-version"_s});
        if (process.waitForFinished(patience) && process.exitCode() == 0)
            return program;
    }
    return {};
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everythingIsTranslated_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"de", "en", "es", "ru", "zh_CN"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    // A copy is brought up to date with the code: what is new, or not translated, is unfinished there.
    void everythingIsTranslated()
    {
        QFETCH(QString, language);
        QTemporaryDir dir;
        const QString name = u"elector-monitor_%1.ts"_s.arg(language);
        const QString copy = dir.filePath(name);
        QVERIFY(QFile::copy(QStringLiteral(ELECTOR_SOURCE_DIR "/translations/") + name, copy));
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
        QStringList arguments{u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s};
        if (language == u"en"_s)
            arguments << u"-pluralonly"_s << u"-source-language"_s << u"en"_s << u"-target-language"_s << u"en"_s;
        arguments << QStringLiteral(ELECTOR_SOURCE_DIR "/monitor") << u"-ts"_s << copy;
        QProcess process;
        process.start(lupdate(), arguments);
        QVERIFY2(process.waitForFinished(patience), qPrintable(process.errorString()));
        QCOMPARE(process.exitCode(), 0);

        const QList<Message> messages = readMessages(copy);
        QVERIFY(messages.size() >= (language == u"en"_s ? 3 : 400));
        for (const Message &message : messages)
            QVERIFY2(message.finished && !message.translation.trimmed().isEmpty(), qPrintable(message.source));
    }

    void nothingIsLostInTranslation_data() { everythingIsTranslated_data(); }
    void nothingIsLostInTranslation()
    {
        QFETCH(QString, language);
        const QList<Message> messages
            = readMessages(QStringLiteral(ELECTOR_SOURCE_DIR "/translations/elector-monitor_%1.ts").arg(language));
        QVERIFY(!messages.isEmpty());
        for (const Message &message : messages) {
            for (const QString &place : {u"%1"_s, u"%2"_s, u"%3"_s, u"%4"_s})
                QVERIFY2(message.source.contains(place) == message.translation.contains(place),
                         qPrintable(message.translation));
            const QRegularExpression mnemonic(u"&[^& ]"_s);
            if (message.source.count(mnemonic) == 1)
                QVERIFY2(message.translation.count(mnemonic) == 1, qPrintable(message.translation));
        }
    }
};

} // namespace Elector

QTEST_GUILESS_MAIN(Elector::TestTranslations)
#include "tst_translations.moc"
