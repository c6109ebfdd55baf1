// SPDX-License-Identifier: MIT
#pragma once

#include "rules/candidate_p.h"

#include <QtCore/QString>

/// What goes into a Candidate and comes out of it, as lines for people.
namespace Elector::Texts {

/// Times are printed as spans since this moment, so that transcripts begin at 0.
constexpr Candidate::Time Origin{std::chrono::hours(1)};

/// `20ms`, `1.5s`; exact.
QString span(std::chrono::nanoseconds span);
QString time(Candidate::Time time);
QString row(const std::optional<RowState> &row);
QString request(const Request &request);
QString reply(const Reply &reply);
QString event(const Candidate::Event &event);
QString hint(const Candidate::Hint &hint);
QString verdict(Verdict verdict);

} // namespace Elector::Texts
