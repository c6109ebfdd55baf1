// SPDX-License-Identifier: MIT
#pragma once

/// What the programs' exit codes mean; part of the interface, see `elector --help`.
namespace Elector::ExitCode {

constexpr int Success = 0;
constexpr int Failure = 1; ///< the database could not be asked, or refused
constexpr int Usage = 2; ///< the command line was wrong; nothing was done
// Of `elector run`, which otherwise forwards COMMAND's own (128 + n if signal n ended it), in the manner of env and
// timeout:
constexpr int RunFailure = 125; ///< `elector run` itself failed or was called wrongly
constexpr int SignalBase = 128;

} // namespace Elector::ExitCode
