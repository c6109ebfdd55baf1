# SPDX-License-Identifier: MIT
# Completion of elector for bash.
_elector()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} word options
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W 'run status watch leader candidates history release pause resume transfer name doctor migrate fence --help --version' -- "$current")
        return
    fi
    # After -- comes a command of its own.
    for word in "${COMP_WORDS[@]:2:COMP_CWORD-2}"; do
        if [[ $word == -- ]]; then
            mapfile -t COMPREPLY < <(compgen -c -f -- "$current")
            return
        fi
    done
    case $previous in
        --restart)
            mapfile -t COMPREPLY < <(compgen -W 'no on-failure always' -- "$current")
            return
            ;;
        --level)
            mapfile -t COMPREPLY < <(compgen -W 'plain full' -- "$current")
            return
            ;;
        --stop-signal)
            mapfile -t COMPREPLY < <(compgen -W 'TERM INT QUIT HUP USR1 USR2 KILL' -- "$current")
            return
            ;;
        --config)
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return
            ;;
        --address | --attempt-timeout | --before | --check | --delta | --dsn | --epsilon | --for | --grace | --health | --holder | --hook-limit | --instance-id | --interval | --jitter | --lease | --limit | --lock | --metadata | --on-gained | --on-lost | --once-per | --operator | --pooling | --reason | --renewal-interval | --schema | --server-version | --stop-timeout | --term | --to)
            return
            ;;
    esac
    case $command in
        run) options='--dsn --pooling --schema --config --lock --lease --renewal-interval --jitter --attempt-timeout --stop-timeout --delta --epsilon --no-create-table --instance-id --grace --stop-signal --once --restart --restart-pause --once-per --create-lock --hold-after-crash --metadata --address --on-gained --on-lost --hook-limit --health --verbose --help' ;;
        status) options='--dsn --pooling --schema --config --json --all --help' ;;
        watch) options='--dsn --pooling --schema --config --json --interval --help' ;;
        leader) options='--dsn --pooling --schema --config --lock --json --help' ;;
        candidates) options='--dsn --pooling --schema --config --lock --json --help' ;;
        history) options='--dsn --pooling --schema --config --lock --json --limit --before --help' ;;
        release) options='--dsn --pooling --schema --config --lock --reason --operator --json --holder --term --evict --yes --help' ;;
        pause) options='--dsn --pooling --schema --config --lock --reason --operator --json --help' ;;
        resume) options='--dsn --pooling --schema --config --lock --reason --operator --json --help' ;;
        transfer) options='--dsn --pooling --schema --config --lock --reason --operator --json --to --for --help' ;;
        name) options='--dsn --pooling --schema --config --lock --reason --operator --json --remove --help' ;;
        doctor) options='--dsn --pooling --schema --config --lock --grace --lease --renewal-interval --jitter --attempt-timeout --stop-timeout --delta --epsilon --no-create-table --instance-id --json --help' ;;
        migrate) options='--dsn --pooling --schema --config --json --print --level --server-version --uninstall --keep-table --yes --roles --help' ;;
        fence) options='--dsn --pooling --schema --config --lock --json --check --holder --sql --help' ;;
        *) return ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
}
complete -F _elector elector
