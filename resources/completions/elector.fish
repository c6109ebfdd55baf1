# SPDX-License-Identifier: MIT
# Completion of elector for fish.

# The words behind "elector run" from the program on that is to run; fails if there is none yet.
function __elector_program
    set -l words (commandline -opc)
    test (count $words) -ge 2; and test "$words[2]" = run; or return
    set -e words[1..2]
    while set -q words[1]
        set -l word $words[1]
        switch $word
            case --
                set -e words[1]
                set -q words[1]; and printf '%s\n' $words
                return 0
            case --once --no-create-table --create-lock --hold-after-crash --verbose --help -v -h '--*=*'
                set -e words[1]
            case '--*'
                set -e words[1]
                set -e words[1] # its value
            case '*'
                printf '%s\n' $words
                return 0
        end
    end
    return 1
end

# Whether the next word is that program, or one of its own.
function __elector_at_program
    __elector_program >/dev/null; and return
    set -l words (commandline -opc)
    test (count $words) -ge 2; and test "$words[2]" = run; or return
    not string match -q -- '-*' (commandline -ct)
end

function __elector_complete_program
    complete --do-complete=(string join ' ' -- (string escape -- (__elector_program)) (commandline -ct) | string collect)
end

# Whether the next word belongs to that command of elector.
function __elector_at
    set -l words (commandline -opc)
    test (count $words) -ge 2; and test "$words[2]" = $argv[1]; or return
    not __elector_program >/dev/null
end

function __elector_at_command
    test (count (commandline -opc)) -eq 1
end

complete -c elector -f
complete -c elector -n __elector_at_program -a '(__elector_complete_program)'
complete -c elector -n __elector_at_command -l help -d 'show the commands'
complete -c elector -n __elector_at_command -l version -d 'print the version'

complete -c elector -n __elector_at_command -a run -d 'run a program only while leading'
complete -c elector -n '__elector_at run' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__elector_at run' -l pooling -x -a 'session transaction' -d "how a pooler lends sessions"
complete -c elector -n '__elector_at run' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__elector_at run' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__elector_at run' -l lock -x -d "which lock"
complete -c elector -n '__elector_at run' -l lease -x -d "how long a lease lasts"
complete -c elector -n '__elector_at run' -l renewal-interval -x -d "how often it is renewed"
complete -c elector -n '__elector_at run' -l jitter -x -d "by how much that varies"
complete -c elector -n '__elector_at run' -l attempt-timeout -x -d "how long one statement may take"
complete -c elector -n '__elector_at run' -l stop-timeout -x -d "how long giving up may take"
complete -c elector -n '__elector_at run' -l delta -x -d "safety margin"
complete -c elector -n '__elector_at run' -l epsilon -x -d "by how much clocks may differ"
complete -c elector -n '__elector_at run' -l no-create-table -d "do not create a missing table"
complete -c elector -n '__elector_at run' -l instance-id -x -d "names this node"
complete -c elector -n '__elector_at run' -l grace -x -d "how long the program may take to end"
complete -c elector -n '__elector_at run' -l stop-signal -x -a 'TERM INT QUIT HUP USR1 USR2 KILL' -d "what it gets when it is to end"
complete -c elector -n '__elector_at run' -l once -d "try once"
complete -c elector -n '__elector_at run' -l restart -x -a 'no on-failure always' -d "start it again when it ends"
complete -c elector -n '__elector_at run' -l restart-pause -x -d "the time before each such start"
complete -c elector -n '__elector_at run' -l once-per -x -d "run only if it has not succeeded for so long"
complete -c elector -n '__elector_at run' -l create-lock -d "give the name to a free number if no lock has it"
complete -c elector -n '__elector_at run' -l hold-after-crash -d "let the lease run out unless it succeeds"
complete -c elector -n '__elector_at run' -l metadata -x -d "what is published while leading"
complete -c elector -n '__elector_at run' -l address -x -d "the address that is published while leading"
complete -c elector -n '__elector_at run' -l on-gained -x -d "tells others that this node leads"
complete -c elector -n '__elector_at run' -l on-lost -x -d "tells others that it is over"
complete -c elector -n '__elector_at run' -l hook-limit -x -d "how long each hook may take"
complete -c elector -n '__elector_at run' -l health -x -d "where to tell of health"
complete -c elector -n '__elector_at run' -l verbose -d "tell what happens"
complete -c elector -n '__elector_at run' -l help -d "show the options"

complete -c elector -n __elector_at_command -a status -d 'print who holds which lock'
complete -c elector -n '__elector_at status' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__elector_at status' -l pooling -x -a 'session transaction' -d "how a pooler lends sessions"
complete -c elector -n '__elector_at status' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__elector_at status' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__elector_at status' -l json -d "print JSON"
complete -c elector -n '__elector_at status' -l all -d "also locks that nobody holds"
complete -c elector -n '__elector_at status' -l help -d "show the options"

complete -c elector -n __elector_at_command -a watch -d 'follow the locks live'
complete -c elector -n '__elector_at watch' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__elector_at watch' -l pooling -x -a 'session transaction' -d "how a pooler lends sessions"
complete -c elector -n '__elector_at watch' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__elector_at watch' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__elector_at watch' -l json -d "print JSON"
complete -c elector -n '__elector_at watch' -l interval -x -d "how often to look"
complete -c elector -n '__elector_at watch' -l help -d "show the options"

complete -c elector -n __elector_at_command -a leader -d 'print who leads'
complete -c elector -n '__elector_at leader' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__elector_at leader' -l pooling -x -a 'session transaction' -d "how a pooler lends sessions"
complete -c elector -n '__elector_at leader' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__elector_at leader' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__elector_at leader' -l lock -x -d "which lock"
complete -c elector -n '__elector_at leader' -l json -d "print JSON"
complete -c elector -n '__elector_at leader' -l help -d "show the options"

complete -c elector -n __elector_at_command -a candidates -d 'print who waits for a lock'
complete -c elector -n '__elector_at candidates' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__elector_at candidates' -l pooling -x -a 'session transaction' -d "how a pooler lends sessions"
complete -c elector -n '__elector_at candidates' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__elector_at candidates' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__elector_at candidates' -l lock -x -d "which lock"
complete -c elector -n '__elector_at candidates' -l json -d "print JSON"
complete -c elector -n '__elector_at candidates' -l help -d "show the options"

complete -c elector -n __elector_at_command -a history -d 'print who led when'
complete -c elector -n '__elector_at history' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__elector_at history' -l pooling -x -a 'session transaction' -d "how a pooler lends sessions"
complete -c elector -n '__elector_at history' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__elector_at history' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__elector_at history' -l lock -x -d "which lock"
complete -c elector -n '__elector_at history' -l json -d "print JSON"
complete -c elector -n '__elector_at history' -l limit -x -d "so many entries at most"
complete -c elector -n '__elector_at history' -l before -x -d "only older entries"
complete -c elector -n '__elector_at history' -l help -d "show the options"

complete -c elector -n __elector_at_command -a release -d 'take a lock back from its holder'
complete -c elector -n '__elector_at release' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__elector_at release' -l pooling -x -a 'session transaction' -d "how a pooler lends sessions"
complete -c elector -n '__elector_at release' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__elector_at release' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__elector_at release' -l lock -x -d "which lock"
complete -c elector -n '__elector_at release' -l reason -x -d "why; recorded"
complete -c elector -n '__elector_at release' -l operator -x -d "who; recorded"
complete -c elector -n '__elector_at release' -l json -d "print JSON"
complete -c elector -n '__elector_at release' -l holder -x -d "only if this one holds it"
complete -c elector -n '__elector_at release' -l term -x -d "only if this is its term"
complete -c elector -n '__elector_at release' -l evict -d "do not wait for the holder; dangerous"
complete -c elector -n '__elector_at release' -l yes -d "do not ask"
complete -c elector -n '__elector_at release' -l help -d "show the options"

complete -c elector -n __elector_at_command -a pause -d 'let nobody lead until it is resumed'
complete -c elector -n '__elector_at pause' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__elector_at pause' -l pooling -x -a 'session transaction' -d "how a pooler lends sessions"
complete -c elector -n '__elector_at pause' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__elector_at pause' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__elector_at pause' -l lock -x -d "which lock"
complete -c elector -n '__elector_at pause' -l reason -x -d "why; recorded"
complete -c elector -n '__elector_at pause' -l operator -x -d "who; recorded"
complete -c elector -n '__elector_at pause' -l json -d "print JSON"
complete -c elector -n '__elector_at pause' -l help -d "show the options"

complete -c elector -n __elector_at_command -a resume -d 'end a pause'
complete -c elector -n '__elector_at resume' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__elector_at resume' -l pooling -x -a 'session transaction' -d "how a pooler lends sessions"
complete -c elector -n '__elector_at resume' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__elector_at resume' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__elector_at resume' -l lock -x -d "which lock"
complete -c elector -n '__elector_at resume' -l reason -x -d "why; recorded"
complete -c elector -n '__elector_at resume' -l operator -x -d "who; recorded"
complete -c elector -n '__elector_at resume' -l json -d "print JSON"
complete -c elector -n '__elector_at resume' -l help -d "show the options"

complete -c elector -n __elector_at_command -a transfer -d 'hand a lock to an instance'
complete -c elector -n '__elector_at transfer' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__elector_at transfer' -l pooling -x -a 'session transaction' -d "how a pooler lends sessions"
complete -c elector -n '__elector_at transfer' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__elector_at transfer' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__elector_at transfer' -l lock -x -d "which lock"
complete -c elector -n '__elector_at transfer' -l reason -x -d "why; recorded"
complete -c elector -n '__elector_at transfer' -l operator -x -d "who; recorded"
complete -c elector -n '__elector_at transfer' -l json -d "print JSON"
complete -c elector -n '__elector_at transfer' -l to -x -d "who is to lead"
complete -c elector -n '__elector_at transfer' -l for -x -d "how long it is kept for it"
complete -c elector -n '__elector_at transfer' -l yes -d "do not ask when nobody waits"
complete -c elector -n '__elector_at transfer' -l help -d "show the options"

complete -c elector -n __elector_at_command -a name -d 'give a lock a name'
complete -c elector -n '__elector_at name' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__elector_at name' -l pooling -x -a 'session transaction' -d "how a pooler lends sessions"
complete -c elector -n '__elector_at name' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__elector_at name' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__elector_at name' -l lock -x -d "which lock"
complete -c elector -n '__elector_at name' -l reason -x -d "why; recorded"
complete -c elector -n '__elector_at name' -l operator -x -d "who; recorded"
complete -c elector -n '__elector_at name' -l json -d "print JSON"
complete -c elector -n '__elector_at name' -l remove -d "take the name away"
complete -c elector -n '__elector_at name' -l help -d "show the options"

complete -c elector -n __elector_at_command -a doctor -d 'tell whether an election can be held'
complete -c elector -n '__elector_at doctor' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__elector_at doctor' -l pooling -x -a 'session transaction' -d "how a pooler lends sessions"
complete -c elector -n '__elector_at doctor' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__elector_at doctor' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__elector_at doctor' -l lock -x -d "which lock, as for run"
complete -c elector -n '__elector_at doctor' -l grace -x -d "how long a program of run may take to end"
complete -c elector -n '__elector_at doctor' -l lease -x -d "how long a lease lasts"
complete -c elector -n '__elector_at doctor' -l renewal-interval -x -d "how often it is renewed"
complete -c elector -n '__elector_at doctor' -l jitter -x -d "by how much that varies"
complete -c elector -n '__elector_at doctor' -l attempt-timeout -x -d "how long one statement may take"
complete -c elector -n '__elector_at doctor' -l stop-timeout -x -d "how long giving up may take"
complete -c elector -n '__elector_at doctor' -l delta -x -d "safety margin"
complete -c elector -n '__elector_at doctor' -l epsilon -x -d "by how much clocks may differ"
complete -c elector -n '__elector_at doctor' -l no-create-table -d "do not create a missing table"
complete -c elector -n '__elector_at doctor' -l instance-id -x -d "names this node"
complete -c elector -n '__elector_at doctor' -l json -d "print JSON"
complete -c elector -n '__elector_at doctor' -l help -d "show the options"

complete -c elector -n __elector_at_command -a migrate -d 'make, upgrade or remove the table'
complete -c elector -n '__elector_at migrate' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__elector_at migrate' -l pooling -x -a 'session transaction' -d "how a pooler lends sessions"
complete -c elector -n '__elector_at migrate' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__elector_at migrate' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__elector_at migrate' -l json -d "print JSON"
complete -c elector -n '__elector_at migrate' -l print -d "print the SQL"
complete -c elector -n '__elector_at migrate' -l level -x -a 'plain full' -d "what is to stand there"
complete -c elector -n '__elector_at migrate' -l server-version -x -d "for this major version"
complete -c elector -n '__elector_at migrate' -l uninstall -d "remove it all"
complete -c elector -n '__elector_at migrate' -l keep-table -d "keep the plain table"
complete -c elector -n '__elector_at migrate' -l yes -d "do not ask"
complete -c elector -n '__elector_at migrate' -l roles -d "make roles with the least rights"
complete -c elector -n '__elector_at migrate' -l strict -d "make roles, and let nodes call functions only"
complete -c elector -n '__elector_at migrate' -l no-strict -d "make roles, and let nodes write the table"
complete -c elector -n '__elector_at migrate' -l help -d "show the options"

complete -c elector -n __elector_at_command -a fence -d 'print or check the fencing token'
complete -c elector -n '__elector_at fence' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__elector_at fence' -l pooling -x -a 'session transaction' -d "how a pooler lends sessions"
complete -c elector -n '__elector_at fence' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__elector_at fence' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__elector_at fence' -l lock -x -d "which lock"
complete -c elector -n '__elector_at fence' -l json -d "print JSON"
complete -c elector -n '__elector_at fence' -l check -x -d "whether this is the leader's term"
complete -c elector -n '__elector_at fence' -l holder -x -d "and whether this one leads"
complete -c elector -n '__elector_at fence' -l sql -d "print SQL that guards work"
complete -c elector -n '__elector_at fence' -l help -d "show the options"
