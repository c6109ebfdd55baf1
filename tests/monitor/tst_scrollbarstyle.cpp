// SPDX-License-Identifier: MIT
#include "calmtable.h"
#include "theme.h"

#include <QtCore/QStringListModel>
#include <QtCore/QThreadPool>
#include <QtGui/QImage>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <thread>

using namespace Elector;
using namespace Qt::StringLiterals;

class TestScrollBarStyle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase() { applyAppearance(Appearance::Light); }
    void paintingWaitsForNoThread();
    void sliderIsWhereItIsClicked();

private:
    static std::unique_ptr<CalmTable> table(QStringListModel *model)
    {
        QStringList rows;
        for (int i = 0; i < 1000; ++i)
            rows.append(QString::number(i));
        model->setStringList(rows);
        auto table = std::make_unique<CalmTable>();
        table->setModel(model);
        table->resize(400, 900);
        table->show();
        return table;
    }
};

// Qt paints tall gradients with the threads of its pool, and waits for them: with all of them taken, that takes for
// ever.
void TestScrollBarStyle::paintingWaitsForNoThread()
{
    QStringListModel model;
    const auto view = table(&model);
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));

    QThreadPool *pool = QThreadPool::globalInstance();
    const int threads = pool->maxThreadCount();
    std::promise<void> end;
    const std::shared_future<void> ended = end.get_future().share();
    for (int i = 0; i < threads; ++i)
        pool->start([ended] { ended.wait(); });
    std::atomic<bool> painted = false;
    std::atomic<bool> rescued = false;
    std::thread rescuer([&] {
        for (int i = 0; i < 1000 && !painted; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        rescued = !painted;
        end.set_value();
    });
    QImage image(view->size(), QImage::Format_ARGB32_Premultiplied);
    view->render(&image);
    painted = true;
    rescuer.join();
    pool->waitForDone();
    QVERIFY2(!rescued, "painting waited for Qt's pool of threads");
}

void TestScrollBarStyle::sliderIsWhereItIsClicked()
{
    QStringListModel model;
    const auto view = table(&model);
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    QScrollBar *bar = view->verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    const QImage image = bar->grab().toImage();
    const int middle = bar->width() / 2;
    const QRgb groove = image.pixel(middle, bar->height() / 4);
    int first = -1;
    int last = -1;
    for (int y = bar->width() * 2; y < bar->height() - bar->width() * 2; ++y) {
        if (image.pixel(middle, y) == groove)
            continue;
        first = first < 0 ? y : first;
        last = y;
    }
    QVERIFY2(first > 0 && last - first > 10, "no slider is seen");
    QVERIFY(qAbs((first + last) / 2 - bar->height() / 2) <= 3);

    const int before = bar->value();
    const QPoint onSlider(middle, (first + last) / 2);
    QTest::mousePress(bar, Qt::LeftButton, {}, onSlider);
    QTest::mouseMove(bar, onSlider + QPoint(0, 60));
    QTest::mouseRelease(bar, Qt::LeftButton, {}, onSlider + QPoint(0, 60));
    QVERIFY(bar->value() > before);
}

QTEST_MAIN(TestScrollBarStyle)
#include "tst_scrollbarstyle.moc"
