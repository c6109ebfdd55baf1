// SPDX-License-Identifier: MIT
#include "report.h"

#include <QtCore/QFile>
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

int decimals(double value)
{
    return value != 0 && std::abs(value) < 10 ? 2 : 1;
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
    add({phase + u", median"_s, percentile(stalls.wall, 0.5), u"ms"_s, {}, {}});
    add({phase + u", 99th percentile"_s, percentile(stalls.wall, 0.99), u"ms"_s, {}, frame});
    add({phase + u", 99th percentile without the wait for a processor"_s,
         percentile(stalls.own, 0.99),
         u"ms"_s,
         {},
         {}});
    add({phase + u", 99th percentile of processor time"_s, percentile(stalls.processor, 0.99), u"ms"_s, {}, {}});
    add({phase + u", longest"_s, percentile(stalls.wall, 1.0), u"ms"_s, reference, {}});
}

void Report::addTimes(const QString &name, std::vector<double> times, std::optional<double> reference,
                      std::optional<double> medianTarget, std::optional<double> lateTarget)
{
    if (times.empty()) {
        m_missing.push_back(name);
        return;
    }
    add({u"%1, median of %2"_s.arg(name).arg(times.size()), percentile(times, 0.5), u"ms"_s, reference, medianTarget});
    constexpr std::size_t enoughForLate = 200;
    if (times.size() >= enoughForLate)
        add({name + u", 99th percentile"_s, percentile(times, 0.99), u"ms"_s, {}, lateTarget});
}

std::optional<double> Report::value(const QString &prefix) const
{
    for (const Figure &figure : m_figures) {
        if (figure.name.startsWith(prefix))
            return figure.value;
    }
    return std::nullopt;
}

double Report::percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::size_t(std::ceil(share * double(values.size()))) - 1];
}

void Report::print(bool json) const
{
    QTextStream out(stdout);
    if (json) {
        QJsonArray results;
        for (const Figure &figure : m_figures)
            results.append(QJsonObject{{u"name"_s, figure.name},
                                       {u"value"_s, figure.value},
                                       {u"unit"_s, figure.unit},
                                       {u"reference"_s, orNull(figure.reference)},
                                       {u"ratio"_s, orNull(ratio(figure))},
                                       {u"target"_s, orNull(figure.target)},
                                       {u"reached"_s, figure.target ? QJsonValue(figure.isReached()) : QJsonValue()}});
        out << QJsonDocument(QJsonObject{{u"results"_s, results}}).toJson();
        return;
    }
    out << table();
}

bool Report::save(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(table().toUtf8()) > 0;
}

QString Report::table() const
{
    QString text;
    QTextStream out(&text);
    out << "| what | value | unit | reference | ratio | target | reached |\n|---|--:|---|--:|--:|--:|---|\n";
    for (const Figure &figure : m_figures)
        out << "| " << figure.name << " | " << shown(figure.value, decimals(figure.value)) << " | " << figure.unit
            << " | " << shown(figure.reference, decimals(figure.reference.value_or(0))) << " | "
            << shown(ratio(figure), 2) << " | " << shown(figure.target, decimals(figure.target.value_or(0))) << " | "
            << (figure.target ? (figure.isReached() ? "yes" : "no") : "–") << " |\n";
    return text;
}

} // namespace Elector
