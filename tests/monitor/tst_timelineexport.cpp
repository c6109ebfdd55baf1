// SPDX-License-Identifier: MIT
#include "leasehistory.h"
#include "theme.h"
#include "timelinecolors.h"
#include "timelineexport.h"
#include "timelineview.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

using namespace Elector;
using namespace Qt::StringLiterals;

namespace {

constexpr auto at = LeaseHistory::at;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestTimelineExport : public QObject
{
    Q_OBJECT

    TimelineExport sheet() const
    {
        return {m_view->scene(), {u"7 · <b>nightly</b>"_s, u"db.example.org"_s, dateTimeOf(at(500))}};
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        applyAppearance(Appearance::Dark);
        LeaseHistory history;
        history.add(0, u"captured"_s, u"node-a#1.1"_s, 1)
            .add(100, u"revoked"_s, u"node-a#1.1"_s, 1, u"ada@ops"_s)
            .add(120, u"acknowledged"_s, u"node-a#1.1"_s, 1)
            .add(150, u"captured"_s, u"node-b#1.1"_s, 2);
        m_tenures.clear();
        m_tenures.add(history.events());
        m_view = std::make_unique<TimelineView>();
        m_view->setClock([] { return at(500); });
        m_view->setTenures(&m_tenures);
        m_view->resize(600, 200);
        m_view->setRange(at(50), at(300));
    }

    void aPictureIsLightWhateverTheTheme()
    {
        QCOMPARE(sheet().save(path(u"a.png"_s), TimelineExport::Png), QString());
        const QImage image = QImage(path(u"a.png"_s)).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(image.size(), (sheet().size() * 2).toSize());
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
        // The bars are there, in the colours of paper.
        int bars = 0;
        const QRgb blue = TimelineColors::paper().instance(0).rgb();
        for (int y = 0; y < image.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            bars += int(std::count_if(line, line + image.width(), [blue](QRgb pixel) { return pixel == blue; }));
        }
        QVERIFY(bars > 500);
    }

    void aDrawingKeepsInsideItsEdges()
    {
        QCOMPARE(sheet().save(path(u"a.svg"_s), TimelineExport::Svg), QString());
        QXmlStreamReader xml(contentOf(path(u"a.svg"_s)));
        QString words;
        bool rightOfTheSheet = false;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isCharacters())
                words += xml.text();
            if (xml.isStartElement() && xml.name() == u"rect"_s) {
                const double x = xml.attributes().value(u"x"_s).toDouble();
                rightOfTheSheet |= x + xml.attributes().value(u"width"_s).toDouble() > sheet().size().width() + 1;
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(!rightOfTheSheet);
        QVERIFY(words.contains(u"<b>nightly</b>"_s)); // as text, not as markup
        QVERIFY(words.contains(u"db.example.org"_s) && words.contains(u"node-a"_s) && words.contains(u"node-b"_s));
        QVERIFY(words.contains(u"Let go after revoke"_s));
    }

    void aDocumentIsOnePage()
    {
        QCOMPARE(sheet().save(path(u"a.pdf"_s), TimelineExport::Pdf), QString());
        const QByteArray pdf = contentOf(path(u"a.pdf"_s));
        QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
        QVERIFY(pdf.contains("/Count 1"));
    }

    void whatCannotBeWrittenIsSaid()
    {
        for (const QString &bad : {path(u"missing/a.png"_s), m_folder.path()}) {
            const QString problem = sheet().save(bad, TimelineExport::Png);
            QVERIFY2(problem.contains(bad) && problem.endsWith(u'.') && !problem.contains(u'\n'), qPrintable(problem));
        }
    }

    void aFullDiskLeavesTheOldFile()
    {
        const QString name = path(u"old.png"_s);
        QFile old(name);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("what was there") > 0);
        old.close();
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit tight{1000, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        const QString problem = sheet().save(name, TimelineExport::Png);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!problem.isEmpty());
        QCOMPARE(contentOf(name), QByteArray("what was there"));
        QCOMPARE(QDir(m_folder.path()).entryList({u"old*"_s}, QDir::Files).size(), 1); // nothing half-written
        QCOMPARE(sheet().save(name, TimelineExport::Png), QString());
        QVERIFY(contentOf(name).startsWith("\x89PNG"));
    }

    void aDeviceThatTakesNothingIsSaid()
    {
        QPdfWriter writer(path(u"missing/a.pdf"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u".*"_s));
        QVERIFY(!sheet().print(&writer).isEmpty());
    }

private:
    QTemporaryDir m_folder;
    Tenures m_tenures;
    std::unique_ptr<TimelineView> m_view;
};

QTEST_MAIN(TestTimelineExport)
#include "tst_timelineexport.moc"
