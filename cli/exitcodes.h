// SPDX-License-Identifier: MIT
#pragma once

/// What the programs' exit codes mean; part of the interface, see `elector --help`.
namespace Elector::ExitCode {

constexpr int Success = 0;
constexpr int Failure = 1; ///< the database could not be asked, or refused
constexpr int Usage = 2; ///< the command line was wrong; nothing was done
constexpr int NotSo
    = 3; ///< the lock is not as the command needs it (nobody holds it, somebody else does); nothing was done
constexpr int Unknown = 4; ///< the connection broke: nobody knows whether it was done
constexpr int Declined = 5; ///< the question whether to go on was not answered with yes; nothing was done
// Of `elector doctor`: the worst that it found.
constexpr int Warnings = 6;
constexpr int Errors = 7;
constexpr int NotSaid = 8; ///< it was done, but standard output could not be written (the disk is full, say)
// Of `elector run`, which otherwise forwards COMMAND's own (128 + n if signal n ended it), in the manner of env and
// timeout:
constexpr int NotLeader = 123; ///< --once: another node leads, or took over before COMMAND had ended
constexpr int RunFailure = 125; ///< `elector run` itself failed or was called wrongly
constexpr int SignalBase = 128;

} // namespace Elector::ExitCode
