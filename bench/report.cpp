// SPDX-License-Identifier: MIT
#include "report.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTextStream>

#include <algorithm>
#include <cmath>

namespace Elector {

using namespace Qt::StringLiterals;

namespace {

// One frame at 60 Hz.
constexpr double frame = 16.0;

QJsonValue orNull(std::optional<double> value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

std::optional<double> ratio(const Report::Figure &figure)
{
    return figure.reference.value_or(0) > 0 && figure.value > 0 ? std::optional(*figure.reference / figure.value)
                                                                : std::nullopt;
}

QString shown(std::optional<double> value, int decimals)
{
    return value ? QString::number(*value, 'f', decimals) : u"–"_s;
}

} // namespace

void Report::add(const Figure &figure)
{
    m_figures.push_back(figure);
}

void Report::addStalls(const QString &phase, StallWatch::Stalls stalls, std::optional<double> reference)
{
    std::sort(stalls.wall.begin(), stalls.wall.end());
    std::sort(stalls.processor.begin(), stalls.processor.end());
    const auto at = [](const std::vector<double> &sorted, double share) {
        return sorted.empty() ? 0.0 : sorted[std::size_t(std::ceil(share * double(sorted.size()))) - 1];
    };
    add({phase + u", median"_s, at(stalls.wall, 0.5), u"ms"_s, {}, {}});
    add({phase + u", 99th percentile"_s, at(stalls.wall, 0.99), u"ms"_s, {}, frame});
    add({phase + u", 99th percentile of processor time"_s, at(stalls.processor, 0.99), u"ms"_s, {}, {}});
    add({phase + u", longest"_s, at(stalls.wall, 1.0), u"ms"_s, reference, {}});
}

void Report::print(bool json) const
{
    QTextStream out(stdout);
    if (json) {
        QJsonArray results;
        for (const Figure &figure : m_figures)
            results.append(
                QJsonObject{{u"name"_s, figure.name},
                            {u"value"_s, figure.value},
                            {u"unit"_s, figure.unit},
                            {u"reference"_s, orNull(figure.reference)},
                            {u"ratio"_s, orNull(ratio(figure))},
                            {u"target"_s, orNull(figure.target)},
                            {u"reached"_s, figure.target ? QJsonValue(figure.value <= *figure.target) : QJsonValue()}});
        out << QJsonDocument(QJsonObject{{u"results"_s, results}}).toJson();
        return;
    }
    out << "| what | value | unit | reference | ratio | target | reached |\n|---|--:|---|--:|--:|--:|---|\n";
    for (const Figure &figure : m_figures)
        out << "| " << figure.name << " | " << shown(figure.value, 1) << " | " << figure.unit << " | "
            << shown(figure.reference, 1) << " | " << shown(ratio(figure), 1) << " | " << shown(figure.target, 0)
            << " | " << (figure.target ? (figure.value <= *figure.target ? "yes" : "no") : "–") << " |\n";
}

} // namespace Elector
