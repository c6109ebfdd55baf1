# SPDX-License-Identifier: MIT
# Completion of elector for fish.
set -l commands run status watch leader candidates history release pause resume transfer name doctor migrate fence
complete -c elector -f
complete -c elector -n "not __fish_seen_subcommand_from $commands" -l help -d 'show the commands'
complete -c elector -n "not __fish_seen_subcommand_from $commands" -l version -d 'print the version'

complete -c elector -n "not __fish_seen_subcommand_from $commands" -a run -d 'run a program only while leading'
complete -c elector -n '__fish_seen_subcommand_from run' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__fish_seen_subcommand_from run' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__fish_seen_subcommand_from run' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__fish_seen_subcommand_from run' -l lock -x -d "which lock"
complete -c elector -n '__fish_seen_subcommand_from run' -l lease -x -d "how long a lease lasts"
complete -c elector -n '__fish_seen_subcommand_from run' -l renewal-interval -x -d "how often it is renewed"
complete -c elector -n '__fish_seen_subcommand_from run' -l jitter -x -d "by how much that varies"
complete -c elector -n '__fish_seen_subcommand_from run' -l attempt-timeout -x -d "how long one statement may take"
complete -c elector -n '__fish_seen_subcommand_from run' -l stop-timeout -x -d "how long giving up may take"
complete -c elector -n '__fish_seen_subcommand_from run' -l delta -x -d "safety margin"
complete -c elector -n '__fish_seen_subcommand_from run' -l epsilon -x -d "by how much clocks may differ"
complete -c elector -n '__fish_seen_subcommand_from run' -l no-create-table -d "do not create a missing table"
complete -c elector -n '__fish_seen_subcommand_from run' -l instance-id -x -d "names this node"
complete -c elector -n '__fish_seen_subcommand_from run' -l grace -x -d "how long the program may take to end"
complete -c elector -n '__fish_seen_subcommand_from run' -l stop-signal -x -a 'TERM INT QUIT HUP USR1 USR2 KILL' -d "what it gets when it is to end"
complete -c elector -n '__fish_seen_subcommand_from run' -l once -d "try once"
complete -c elector -n '__fish_seen_subcommand_from run' -l restart -x -a 'no on-failure always' -d "start it again when it ends"
complete -c elector -n '__fish_seen_subcommand_from run' -l once-per -x -d "run only if it has not succeeded for so long"
complete -c elector -n '__fish_seen_subcommand_from run' -l hold-after-crash -d "let the lease run out unless it succeeds"
complete -c elector -n '__fish_seen_subcommand_from run' -l metadata -x -d "what is published while leading"
complete -c elector -n '__fish_seen_subcommand_from run' -l address -x -d "the address that is published while leading"
complete -c elector -n '__fish_seen_subcommand_from run' -l on-gained -x -d "tells others that this node leads"
complete -c elector -n '__fish_seen_subcommand_from run' -l on-lost -x -d "tells others that it is over"
complete -c elector -n '__fish_seen_subcommand_from run' -l hook-limit -x -d "how long each hook may take"
complete -c elector -n '__fish_seen_subcommand_from run' -l health -x -d "where to tell of health"
complete -c elector -n '__fish_seen_subcommand_from run' -l verbose -d "tell what happens"
complete -c elector -n '__fish_seen_subcommand_from run' -l help -d "show the options"

complete -c elector -n "not __fish_seen_subcommand_from $commands" -a status -d 'print who holds which lock'
complete -c elector -n '__fish_seen_subcommand_from status' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__fish_seen_subcommand_from status' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__fish_seen_subcommand_from status' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__fish_seen_subcommand_from status' -l json -d "print JSON"
complete -c elector -n '__fish_seen_subcommand_from status' -l all -d "also locks that nobody holds"
complete -c elector -n '__fish_seen_subcommand_from status' -l help -d "show the options"

complete -c elector -n "not __fish_seen_subcommand_from $commands" -a watch -d 'follow the locks live'
complete -c elector -n '__fish_seen_subcommand_from watch' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__fish_seen_subcommand_from watch' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__fish_seen_subcommand_from watch' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__fish_seen_subcommand_from watch' -l json -d "print JSON"
complete -c elector -n '__fish_seen_subcommand_from watch' -l interval -x -d "how often to look"
complete -c elector -n '__fish_seen_subcommand_from watch' -l help -d "show the options"

complete -c elector -n "not __fish_seen_subcommand_from $commands" -a leader -d 'print who leads'
complete -c elector -n '__fish_seen_subcommand_from leader' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__fish_seen_subcommand_from leader' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__fish_seen_subcommand_from leader' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__fish_seen_subcommand_from leader' -l lock -x -d "which lock"
complete -c elector -n '__fish_seen_subcommand_from leader' -l json -d "print JSON"
complete -c elector -n '__fish_seen_subcommand_from leader' -l help -d "show the options"

complete -c elector -n "not __fish_seen_subcommand_from $commands" -a candidates -d 'print who waits for a lock'
complete -c elector -n '__fish_seen_subcommand_from candidates' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__fish_seen_subcommand_from candidates' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__fish_seen_subcommand_from candidates' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__fish_seen_subcommand_from candidates' -l lock -x -d "which lock"
complete -c elector -n '__fish_seen_subcommand_from candidates' -l json -d "print JSON"
complete -c elector -n '__fish_seen_subcommand_from candidates' -l help -d "show the options"

complete -c elector -n "not __fish_seen_subcommand_from $commands" -a history -d 'print who led when'
complete -c elector -n '__fish_seen_subcommand_from history' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__fish_seen_subcommand_from history' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__fish_seen_subcommand_from history' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__fish_seen_subcommand_from history' -l lock -x -d "which lock"
complete -c elector -n '__fish_seen_subcommand_from history' -l json -d "print JSON"
complete -c elector -n '__fish_seen_subcommand_from history' -l limit -x -d "so many entries at most"
complete -c elector -n '__fish_seen_subcommand_from history' -l before -x -d "only older entries"
complete -c elector -n '__fish_seen_subcommand_from history' -l help -d "show the options"

complete -c elector -n "not __fish_seen_subcommand_from $commands" -a release -d 'take a lock back from its holder'
complete -c elector -n '__fish_seen_subcommand_from release' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__fish_seen_subcommand_from release' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__fish_seen_subcommand_from release' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__fish_seen_subcommand_from release' -l lock -x -d "which lock"
complete -c elector -n '__fish_seen_subcommand_from release' -l reason -x -d "why; recorded"
complete -c elector -n '__fish_seen_subcommand_from release' -l operator -x -d "who; recorded"
complete -c elector -n '__fish_seen_subcommand_from release' -l json -d "print JSON"
complete -c elector -n '__fish_seen_subcommand_from release' -l holder -x -d "only if this one holds it"
complete -c elector -n '__fish_seen_subcommand_from release' -l term -x -d "only if this is its term"
complete -c elector -n '__fish_seen_subcommand_from release' -l evict -d "do not wait for the holder; dangerous"
complete -c elector -n '__fish_seen_subcommand_from release' -l yes -d "do not ask"
complete -c elector -n '__fish_seen_subcommand_from release' -l help -d "show the options"

complete -c elector -n "not __fish_seen_subcommand_from $commands" -a pause -d 'let nobody lead until it is resumed'
complete -c elector -n '__fish_seen_subcommand_from pause' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__fish_seen_subcommand_from pause' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__fish_seen_subcommand_from pause' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__fish_seen_subcommand_from pause' -l lock -x -d "which lock"
complete -c elector -n '__fish_seen_subcommand_from pause' -l reason -x -d "why; recorded"
complete -c elector -n '__fish_seen_subcommand_from pause' -l operator -x -d "who; recorded"
complete -c elector -n '__fish_seen_subcommand_from pause' -l json -d "print JSON"
complete -c elector -n '__fish_seen_subcommand_from pause' -l help -d "show the options"

complete -c elector -n "not __fish_seen_subcommand_from $commands" -a resume -d 'end a pause'
complete -c elector -n '__fish_seen_subcommand_from resume' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__fish_seen_subcommand_from resume' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__fish_seen_subcommand_from resume' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__fish_seen_subcommand_from resume' -l lock -x -d "which lock"
complete -c elector -n '__fish_seen_subcommand_from resume' -l reason -x -d "why; recorded"
complete -c elector -n '__fish_seen_subcommand_from resume' -l operator -x -d "who; recorded"
complete -c elector -n '__fish_seen_subcommand_from resume' -l json -d "print JSON"
complete -c elector -n '__fish_seen_subcommand_from resume' -l help -d "show the options"

complete -c elector -n "not __fish_seen_subcommand_from $commands" -a transfer -d 'hand a lock to an instance'
complete -c elector -n '__fish_seen_subcommand_from transfer' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__fish_seen_subcommand_from transfer' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__fish_seen_subcommand_from transfer' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__fish_seen_subcommand_from transfer' -l lock -x -d "which lock"
complete -c elector -n '__fish_seen_subcommand_from transfer' -l reason -x -d "why; recorded"
complete -c elector -n '__fish_seen_subcommand_from transfer' -l operator -x -d "who; recorded"
complete -c elector -n '__fish_seen_subcommand_from transfer' -l json -d "print JSON"
complete -c elector -n '__fish_seen_subcommand_from transfer' -l to -x -d "who is to lead"
complete -c elector -n '__fish_seen_subcommand_from transfer' -l for -x -d "how long it is kept for it"
complete -c elector -n '__fish_seen_subcommand_from transfer' -l help -d "show the options"

complete -c elector -n "not __fish_seen_subcommand_from $commands" -a name -d 'give a lock a name'
complete -c elector -n '__fish_seen_subcommand_from name' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__fish_seen_subcommand_from name' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__fish_seen_subcommand_from name' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__fish_seen_subcommand_from name' -l lock -x -d "which lock"
complete -c elector -n '__fish_seen_subcommand_from name' -l reason -x -d "why; recorded"
complete -c elector -n '__fish_seen_subcommand_from name' -l operator -x -d "who; recorded"
complete -c elector -n '__fish_seen_subcommand_from name' -l json -d "print JSON"
complete -c elector -n '__fish_seen_subcommand_from name' -l remove -d "take the name away"
complete -c elector -n '__fish_seen_subcommand_from name' -l help -d "show the options"

complete -c elector -n "not __fish_seen_subcommand_from $commands" -a doctor -d 'tell whether an election can be held'
complete -c elector -n '__fish_seen_subcommand_from doctor' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__fish_seen_subcommand_from doctor' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__fish_seen_subcommand_from doctor' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__fish_seen_subcommand_from doctor' -l lease -x -d "how long a lease lasts"
complete -c elector -n '__fish_seen_subcommand_from doctor' -l renewal-interval -x -d "how often it is renewed"
complete -c elector -n '__fish_seen_subcommand_from doctor' -l jitter -x -d "by how much that varies"
complete -c elector -n '__fish_seen_subcommand_from doctor' -l attempt-timeout -x -d "how long one statement may take"
complete -c elector -n '__fish_seen_subcommand_from doctor' -l stop-timeout -x -d "how long giving up may take"
complete -c elector -n '__fish_seen_subcommand_from doctor' -l delta -x -d "safety margin"
complete -c elector -n '__fish_seen_subcommand_from doctor' -l epsilon -x -d "by how much clocks may differ"
complete -c elector -n '__fish_seen_subcommand_from doctor' -l no-create-table -d "do not create a missing table"
complete -c elector -n '__fish_seen_subcommand_from doctor' -l instance-id -x -d "names this node"
complete -c elector -n '__fish_seen_subcommand_from doctor' -l json -d "print JSON"
complete -c elector -n '__fish_seen_subcommand_from doctor' -l help -d "show the options"

complete -c elector -n "not __fish_seen_subcommand_from $commands" -a migrate -d 'make, upgrade or remove the table'
complete -c elector -n '__fish_seen_subcommand_from migrate' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__fish_seen_subcommand_from migrate' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__fish_seen_subcommand_from migrate' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__fish_seen_subcommand_from migrate' -l json -d "print JSON"
complete -c elector -n '__fish_seen_subcommand_from migrate' -l print -d "print the SQL"
complete -c elector -n '__fish_seen_subcommand_from migrate' -l level -x -a 'plain full' -d "what is to stand there"
complete -c elector -n '__fish_seen_subcommand_from migrate' -l server-version -x -d "for this major version"
complete -c elector -n '__fish_seen_subcommand_from migrate' -l uninstall -d "remove it all"
complete -c elector -n '__fish_seen_subcommand_from migrate' -l keep-table -d "keep the plain table"
complete -c elector -n '__fish_seen_subcommand_from migrate' -l yes -d "do not ask"
complete -c elector -n '__fish_seen_subcommand_from migrate' -l help -d "show the options"

complete -c elector -n "not __fish_seen_subcommand_from $commands" -a fence -d 'print or check the fencing token'
complete -c elector -n '__fish_seen_subcommand_from fence' -l dsn -x -d "where PostgreSQL is"
complete -c elector -n '__fish_seen_subcommand_from fence' -l schema -x -d "the schema of leader_lease"
complete -c elector -n '__fish_seen_subcommand_from fence' -l config -r -F -d "read settings from an INI file"
complete -c elector -n '__fish_seen_subcommand_from fence' -l lock -x -d "which lock"
complete -c elector -n '__fish_seen_subcommand_from fence' -l json -d "print JSON"
complete -c elector -n '__fish_seen_subcommand_from fence' -l check -x -d "whether this is the leader's term"
complete -c elector -n '__fish_seen_subcommand_from fence' -l holder -x -d "and whether this one leads"
complete -c elector -n '__fish_seen_subcommand_from fence' -l sql -d "print SQL that guards work"
complete -c elector -n '__fish_seen_subcommand_from fence' -l help -d "show the options"
