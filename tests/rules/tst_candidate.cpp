// SPDX-License-Identifier: MIT
#include "transcript.h"

#include <QtCore/QDir>
#include <QtTest/QtTest>

using namespace Elector;

/// One transcript a rule: transcripts/*.txt. ELECTOR_REWRITE_TRANSCRIPTS=1 writes them anew; read what changed.
class CandidateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void obeysRule_data();
    void obeysRule();
    void refusesWhatIsNoTranscript();

private:
    static QString folder() { return QStringLiteral(ELECTOR_SOURCE_DIR "/tests/rules/transcripts/"); }
};

void CandidateTest::obeysRule_data()
{
    QTest::addColumn<QString>("fileName");
    const QStringList names = QDir(folder()).entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    QVERIFY(names.size() >= 20);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder() + name;
}

void CandidateTest::obeysRule()
{
    QFETCH(const QString, fileName);
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString expected = QString::fromUtf8(file.readAll());
    file.close();
    QString actual;
    try {
        actual = Transcript::play(expected);
    } catch (const QString &what) {
        QFAIL(qPrintable(what));
    }
    if (actual == expected)
        return;
    if (qEnvironmentVariableIsSet("ELECTOR_REWRITE_TRANSCRIPTS")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(actual.toUtf8());
        return;
    }
    const QStringList expectedLines = expected.split(QLatin1Char('\n'));
    const QStringList actualLines = actual.split(QLatin1Char('\n'));
    qsizetype same = 0;
    while (expectedLines.value(same) == actualLines.value(same))
        ++same;
    QFAIL(qPrintable(QStringLiteral("line %1 is\n%2\ninstead of\n%3\nThe whole transcript:\n%4")
                         .arg(same + 1)
                         .arg(actualLines.value(same), expectedLines.value(same), actual)));
}

void CandidateTest::refusesWhatIsNoTranscript()
{
    for (const char *text :
         {"0s begin", "soon start", "0s answer read none", "1s start\n0s wake", "0s start\n1s answer perhaps",
          "0s start\n1s answer read n2#y.1 since 3s", "settings x=1"}) {
        bool refused = false;
        try {
            Transcript::play(QString::fromLatin1(text));
        } catch (const QString &) {
            refused = true;
        }
        QVERIFY2(refused, text);
    }
}

QTEST_APPLESS_MAIN(CandidateTest)
#include "tst_candidate.moc"
