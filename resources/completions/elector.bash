# SPDX-License-Identifier: MIT
# Completion of elector for bash.

# The program of "elector run", whose first word is number $1, as if it stood alone.
_elector_program()
{
    if declare -F _comp_command_offset >/dev/null; then
        _comp_command_offset "$1"
    elif declare -F _command_offset >/dev/null; then
        _command_offset "$1"
    else
        compopt -o filenames 2>/dev/null
        if ((COMP_CWORD == $1)); then
            mapfile -t COMPREPLY < <(compgen -c -- "$2"; compgen -d -- "$2")
        else
            mapfile -t COMPREPLY < <(compgen -f -- "$2")
        fi
    fi
}

_elector()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} options i
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W 'run status watch leader candidates history release pause resume transfer name doctor migrate fence --help --version' -- "$current")
        return
    fi
    if [[ $command == run ]]; then
        for ((i = 2; i <= COMP_CWORD; ++i)); do
            case ${COMP_WORDS[i]} in
                --)
                    # While it is typed it may still become an option.
                    ((i == COMP_CWORD)) && break
                    _elector_program $((i + 1)) "$current"
                    return
                    ;;
                --once | --no-create-table | --create-lock | --hold-after-crash | --verbose | --help | -v | -h) ;;
                # Their values; readline makes --option=value three words.
                --*) if [[ ${COMP_WORDS[i + 1]} == = ]]; then ((i += 2)); else ((++i)); fi ;;
                '') ((i == COMP_CWORD)) && break ;;
                *)
                    _elector_program "$i" "$current"
                    return
                    ;;
            esac
        done
    fi
    if [[ $current == = ]]; then
        current=
    elif [[ $previous == = ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    case $previous in
        --pooling)
            mapfile -t COMPREPLY < <(compgen -W 'session transaction' -- "$current")
            return
            ;;
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
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return
            ;;
        --address | --attempt-timeout | --before | --check | --delta | --dsn | --epsilon | --for | --grace | --health | --holder | --hook-limit | --instance-id | --interval | --jitter | --lease | --limit | --lock | --metadata | --on-gained | --on-lost | --once-per | --operator | --reason | --renewal-interval | --schema | --server-version | --stop-timeout | --term | --to)
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
        transfer) options='--dsn --pooling --schema --config --lock --reason --operator --json --to --for --yes --help' ;;
        name) options='--dsn --pooling --schema --config --lock --reason --operator --json --remove --help' ;;
        doctor) options='--dsn --pooling --schema --config --lock --grace --lease --renewal-interval --jitter --attempt-timeout --stop-timeout --delta --epsilon --no-create-table --instance-id --json --help' ;;
        migrate) options='--dsn --pooling --schema --config --json --print --level --server-version --uninstall --keep-table --yes --roles --strict --no-strict --help' ;;
        fence) options='--dsn --pooling --schema --config --lock --json --check --holder --sql --help' ;;
        *) return ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
}
complete -F _elector elector
