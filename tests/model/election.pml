/* SPDX-License-Identifier: MIT
 *
 * The protocol, small enough to look at everything that can happen. Spin searches all of it; an assertion that can fail
 * is reported with the way there. docs/protocol.md says which line of the product each action stands for.
 *
 * Time is counted in ticks: a lease is LEASE of them, its holder trusts one less (TRUST), because its clock may be slow:
 * a slow clock misses one tick in LEASE. Everybody may do nothing for any number of ticks: that is how a process that
 * stands still, a machine that is suspended, and a slow network look.
 *
 * Switched from outside: NODES, ATTEMPTS (bids of each), EQUAL_CLOCKS (none is slow), ORPHANS (requests that arrive after their sender gave them up),
 * WORK (holds), GUARD, REVOKE, STEP (of the server's clock), FAILOVER, and the mistakes M_*, of which each must be found.
 */
#ifndef NODES
#define NODES 2
#endif
#ifndef ATTEMPTS
#define ATTEMPTS 2
#endif
#ifndef LEASE
#define LEASE 3
#endif
#ifdef M_DRIFT_FORGOTTEN
#define TRUST(left) (left)
#else
#define TRUST(left) ((left) - 1)
#endif
#define NAMES (NODES * ATTEMPTS + 1)
#define NAME(node, attempt) (1 + (node) * ATTEMPTS + (attempt) - 1)
#define OWNER(name) (((name) - 1) / ATTEMPTS)
#define TIMELINE 16

#define NONE 0
#define CAPTURE 1
#define RENEW 2
#define RELEASE 3

#define SENT 0
#define DONE 1 /* captured, renewed or released */
#define REFUSED 2
#define BEYOND 3

/* The row of leader_lease, and the last term of leader_lease_lock. */
byte holder = 0;
bit tombstone = 0;
byte left = 0; /* ticks until it expires */
byte term = TIMELINE;
byte termOf[NAMES]; /* of the tenure of that name */

/* The nodes. */
byte attempts[NODES];
bit announced[NODES]; /* leadershipChanged(true) was emitted, and no (false) */
byte mine[NODES]; /* the tenure that is renewed */
byte trust[NODES]; /* ticks until its deadline */
byte doubt[NODES]; /* a capture whose end is unknown */
byte disposal[NODES]; /* a tenure to be deleted */
bit slow[NODES];
bit holds[NODES]; /* work goes on, begun while leading */

/* The one request that each has under way, and its answer. */
byte asked[NODES];
byte name[NODES];
byte answer[NODES];
byte remaining[NODES]; /* of the lease, as the answer tells */
byte age[NODES]; /* ticks since the sending, by the node's own clock */
#ifdef ORPHANS
byte orphan[NODES];
byte orphanName[NODES];
#endif

byte phase = 0; /* when slow clocks miss a tick */
byte newest = 0; /* the highest term that was ever given */
byte epoch = 0; /* tenures of lower terms were there before commits were lost: only their terms are promised anything */

#ifdef GUARD
byte wants[NODES]; /* the tenure that the application saw when it asked isLeader() */
byte guard[NODES]; /* the tenure of a transaction whose guard was granted */
byte written = 0; /* the highest term under which anything was committed */
#endif
#ifdef STEP
bit stepped = 0;
bit knows[NODES];
byte rest[NODES];
#endif
#ifdef FAILOVER
byte savedHolder = 0;
bit savedTombstone = 0;
byte savedLeft = 0;
byte savedTerm = TIMELINE;
bit failed = 0;
#endif

#ifdef M_CACHED_FLAG
#define LEADS(n) (announced[n])
#else
#define LEADS(n) (announced[n] && trust[n] > 0)
#endif
#define WORKS(n) (holds[n] && mine[n] != 0 && trust[n] > 0)
#define PROMISED(n) (mine[n] != 0 && termOf[mine[n]] >= epoch)

/* I1: whoever begins or goes on to lead does so alone, and beside nobody's work. */
inline checkAlone(me) {
    other = 0;
    do
    :: other < NODES ->
        assert(other == me || !LEADS(me) || !PROMISED(me) || !PROMISED(other) || !(LEADS(other) || WORKS(other)));
        other++
    :: else -> break
    od;
    other = 0
}

/* ---- the database: each statement is one step, after the row lock ------------------------------------------------- */

#ifdef GUARD
#ifdef M_GUARD_WITHOUT_LOCK
#define GUARDED 0
#elif NODES == 2
#define GUARDED (guard[0] != 0 || guard[1] != 0)
#else
#define GUARDED (guard[0] != 0 || guard[1] != 0 || guard[2] != 0)
#endif
#else
#define GUARDED 0
#endif

inline giveTerm(who) {
    term = term + 1;
#if defined(FAILOVER) && !defined(M_TERM_ONLY_COUNTS)
    if
    :: failed && term < 2 * TIMELINE -> term = 2 * TIMELINE
    :: else
    fi;
#endif
    assert(term > newest); /* I3 */
    newest = term;
    termOf[who] = term
}

inline capture(who, result, rest_) {
    if
    :: left == 0 && !GUARDED ->
        holder = who;
        tombstone = 0;
        giveTerm(who);
        /* What had to wait for the row, or for guarded work, can commit with less than a lease. */
        if
        :: left = LEASE
        :: left = LEASE - 1
        fi;
        result = DONE;
        rest_ = left
    :: else -> result = REFUSED
    fi
}

inline renew(who, result, rest_) {
    if
#ifdef M_RENEWED_BY_LOCK
    :: holder != 0 && !tombstone && left > 0 ->
#else
    :: holder == who && !tombstone && left > 0 ->
#endif
        left = LEASE;
        result = DONE;
        rest_ = left
    :: else -> result = REFUSED
    fi
}

inline release(who, result) {
    if
#ifdef M_DELETE_BY_LOCK
    :: holder != 0 && OWNER(holder) == OWNER(who) ->
#else
    :: holder == who ->
#endif
        holder = 0;
        tombstone = 0;
        left = 0
    :: else
    fi;
    result = DONE
}

/* ---- a node ------------------------------------------------------------------------------------------------------- */

inline send(me, what, who) {
    asked[me] = what;
    name[me] = who;
    answer[me] = SENT;
    remaining[me] = 0;
    age[me] = 0
}

inline forget(me) {
    asked[me] = NONE;
    name[me] = 0;
    answer[me] = SENT;
    remaining[me] = 0;
    age[me] = 0
}

/* Trust in a lease of `for_` ticks, counted from the sending. */
inline trustFrom(me, for_) {
#ifdef M_DEADLINE_FROM_REPLY
    trust[me] = TRUST(for_)
#else
    if
    :: TRUST(for_) > age[me] -> trust[me] = TRUST(for_) - age[me]
    :: else -> trust[me] = 0
    fi
#endif
}

#ifdef M_WHOLE_LEASE
#define REMAINING(me) LEASE
#else
#define REMAINING(me) remaining[me]
#endif

inline loseTenure(me) {
    announced[me] = 0;
    mine[me] = 0;
    trust[me] = 0
}

inline onCapture(me) {
    if
    :: answer[me] == DONE ->
        trustFrom(me, REMAINING(me));
        if
        :: trust[me] > 0 && !holds[me] ->
            mine[me] = name[me];
            announced[me] = 1;
            checkAlone(me)
        :: else ->
            trust[me] = 0;
            disposal[me] = name[me]
        fi
#ifdef STEP
    :: answer[me] == BEYOND ->
        knows[me] = 1;
#ifndef M_NO_HOLD_OFF
        rest[me] = LEASE + 1
#endif
#endif
    :: else
    fi
}

inline onRenew(me) {
    if
    :: answer[me] == DONE && mine[me] == name[me] ->
        trustFrom(me, REMAINING(me));
        if
        :: trust[me] > 0 ->
            /* An adopted tenure is announced now; one whose loss was announced is not announced again. */
            announced[me] = announced[me] || !holds[me];
            checkAlone(me)
        :: else -> loseTenure(me)
        fi
    :: answer[me] == DONE && mine[me] != name[me] ->
        if
        :: !holds[me] -> disposal[me] = name[me]
        :: else
        fi
    :: answer[me] == REFUSED && mine[me] == name[me] ->
        /* Revoked: the row stays until the work is done. Otherwise it is gone. */
        loseTenure(me);
        disposal[me] = name[me]
    :: else
    fi
}

#ifdef STEP
#define RESTED(n) (rest[n] == 0)
#else
#define RESTED(n) true
#endif
#define MAY_BID(n) (mine[n] == 0 && disposal[n] == 0 && doubt[n] == 0 && !holds[n] && RESTED(n))

proctype node(byte me) {
    byte other = 0;
    do
    /* A bid, under a name that was never used. */
    :: atomic { MAY_BID(me) && asked[me] == NONE && attempts[me] < ATTEMPTS ->
        attempts[me]++; send(me, CAPTURE, NAME(me, attempts[me])) }
    /* A renewal; also while work drains. */
    :: atomic { mine[me] != 0 && trust[me] > 0 && asked[me] == NONE -> send(me, RENEW, mine[me]) }
    /* After a capture in doubt: either it is renewed, with a deadline of its own, or given back. */
    :: atomic { doubt[me] != 0 && asked[me] == NONE && mine[me] == 0 && !holds[me] ->
        mine[me] = doubt[me]; doubt[me] = 0; send(me, RENEW, mine[me]) }
    :: atomic { doubt[me] != 0 -> disposal[me] = doubt[me]; doubt[me] = 0 }
    /* The deletion, repeated until it is answered or the row has run out. */
    :: atomic { disposal[me] != 0 && asked[me] == NONE && !holds[me] -> send(me, RELEASE, disposal[me]) }
    :: atomic { disposal[me] != 0 && asked[me] == NONE -> disposal[me] = 0 }
    /* An answer arrives. */
    :: atomic { asked[me] != NONE && answer[me] != SENT ->
        if
        :: asked[me] == CAPTURE -> onCapture(me)
        :: asked[me] == RENEW -> onRenew(me)
        :: asked[me] == RELEASE ->
#ifdef M_RELEASE_FIRST
            loseTenure(me);
#endif
            disposal[me] = 0
        fi;
        forget(me)
    }
    /* No answer in time, or the connection broke: nobody knows. */
    :: atomic { asked[me] != NONE ->
#ifdef ORPHANS
        if
        :: answer[me] == SENT -> orphan[me] = asked[me]; orphanName[me] = name[me]
        :: true /* lost on the way, or applied already */
        fi;
#endif
        if
        :: asked[me] == CAPTURE -> doubt[me] = name[me]
#ifdef M_UNKNOWN_IS_DONE
        :: asked[me] == RENEW && mine[me] == name[me] && announced[me] -> trustFrom(me, LEASE); checkAlone(me)
#endif
        :: asked[me] == RENEW && mine[me] == name[me] && !announced[me] && !holds[me] -> mine[me] = 0; doubt[me] = name[me]
#ifdef M_ADOPTED_AFTER_RELEASE
        :: asked[me] == RELEASE -> doubt[me] = name[me]; disposal[me] = 0
#endif
        :: else
        fi;
        forget(me)
    }
    /* The deadline, when the node comes to notice. */
    :: atomic { mine[me] != 0 && announced[me] && trust[me] == 0 -> loseTenure(me) }
    :: atomic { mine[me] != 0 && holds[me] && !announced[me] && trust[me] == 0 -> mine[me] = 0 }
    /* release(): the loss is announced first, and the row given up when no work goes on any more. */
    :: atomic { LEADS(me) && asked[me] == NONE ->
#ifdef M_RELEASE_FIRST
        send(me, RELEASE, mine[me])
#else
        announced[me] = 0;
        if
#ifdef M_WORK_NOT_WAITED_FOR
        :: true -> disposal[me] = mine[me]; send(me, RELEASE, mine[me])
#else
        :: !holds[me] -> disposal[me] = mine[me]; mine[me] = 0; trust[me] = 0
#endif
        :: holds[me]
        fi
#endif
    }
#ifdef WORK
    :: atomic { LEADS(me) && !holds[me] -> holds[me] = 1 }
    :: atomic { holds[me] -> holds[me] = 0;
        if
        :: mine[me] != 0 && !announced[me] -> disposal[me] = mine[me]; mine[me] = 0; trust[me] = 0
        :: else
        fi
    }
#endif
#ifdef M_NOTIFICATION_TRUSTED
    :: atomic { LEADS(me) -> trust[me] = TRUST(LEASE); checkAlone(me) }
#endif
    /* The process dies; another begins, with names of its own. */
    :: atomic { asked[me] != NONE || mine[me] != 0 ->
#ifdef ORPHANS
        if
        :: asked[me] != NONE && answer[me] == SENT -> orphan[me] = asked[me]; orphanName[me] = name[me]
        :: true
        fi;
#endif
        loseTenure(me); doubt[me] = 0; disposal[me] = 0; holds[me] = 0; forget(me)
    }
#ifdef GUARD
    /* The application asks isLeader(), and begins its transaction some time after that; it may never end it. */
    :: atomic { LEADS(me) && wants[me] == 0 -> wants[me] = mine[me] }
    :: atomic { wants[me] != 0 && guard[me] == 0 ->
        if
        :: holder == wants[me] && !tombstone && left > 0 && term == termOf[wants[me]] -> guard[me] = wants[me]
        :: else -> wants[me] = 0
        fi
    }
    :: atomic { guard[me] != 0 ->
        assert(termOf[guard[me]] >= written); /* I2 */
        written = termOf[guard[me]];
        guard[me] = 0;
        wants[me] = 0
    }
    :: atomic { guard[me] != 0 -> guard[me] = 0; wants[me] = 0 }
#endif
    od
}

/* ---- the rest of the world ---------------------------------------------------------------------------------------- */

inline tickOf(n) {
    if
    :: slow[n] && phase == 0
    :: else ->
        trust[n] = (trust[n] > 0 -> trust[n] - 1 : 0);
        age[n] = (asked[n] != NONE && age[n] < LEASE -> age[n] + 1 : age[n]);
#ifdef STEP
        rest[n] = (rest[n] > 0 -> rest[n] - 1 : 0);
#endif
    fi
}

proctype clock() {
    do
    :: atomic {
        true ->
        left = (left > 0 -> left - 1 : 0);
#ifdef FAILOVER
        savedLeft = (savedLeft > 0 -> savedLeft - 1 : 0);
#endif
        tickOf(0);
        tickOf(1);
#if NODES > 2
        tickOf(2);
#endif
        phase = (phase + 1) % LEASE
    }
    od
}

/* Requests arrive. */
proctype network(byte me) {
    do
    :: atomic { asked[me] == CAPTURE && answer[me] == SENT ->
        if
#if defined(STEP) && !defined(M_BID_AT_ANY_TIME)
        :: stepped && !knows[me] -> answer[me] = BEYOND
        :: !(stepped && !knows[me]) -> capture(name[me], answer[me], remaining[me])
#else
        :: true -> capture(name[me], answer[me], remaining[me])
#endif
        fi
    }
    :: atomic { asked[me] == RENEW && answer[me] == SENT -> renew(name[me], answer[me], remaining[me]) }
    :: atomic { asked[me] == RELEASE && answer[me] == SENT -> release(name[me], answer[me]) }
#ifdef ORPHANS
    :: atomic { orphan[me] == RENEW -> renew(orphanName[me], orphan[me], orphanName[me]); orphan[me] = NONE; orphanName[me] = 0 }
    :: atomic { orphan[me] == RELEASE -> release(orphanName[me], orphan[me]); orphan[me] = NONE; orphanName[me] = 0 }
    :: atomic { orphan[me] == CAPTURE -> capture(orphanName[me], orphan[me], orphanName[me]); orphan[me] = NONE; orphanName[me] = 0 }
    :: atomic { orphan[me] != NONE -> orphan[me] = NONE; orphanName[me] = 0 }
#endif
    od
}

#ifdef FAILOVER
inline lost(n) {
#ifdef ORPHANS
    orphan[n] = NONE;
    orphanName[n] = 0;
#endif
#ifdef GUARD
    guard[n] = 0;
#endif
    if
    :: asked[n] != NONE && answer[n] == SENT -> answer[n] = REFUSED
    :: else
    fi
}
#endif

proctype accidents() {
    do
#ifdef REVOKE
    :: atomic { holder != 0 && !tombstone && left > 0 ->
#ifdef M_REVOKE_FREES
        left = 0;
#endif
        tombstone = 1
    }
#endif
#ifdef STEP
    /* All live leases look expired at once. */
    :: atomic { !stepped -> stepped = 1; left = 0 }
#endif
#ifdef FAILOVER
    :: atomic { !failed -> savedHolder = holder; savedTombstone = tombstone; savedLeft = left; savedTerm = term }
    :: atomic { !failed ->
        failed = 1;
        holder = savedHolder; tombstone = savedTombstone; left = savedLeft; term = savedTerm;
        savedHolder = 0; savedTombstone = 0; savedLeft = 0; savedTerm = 0;
        epoch = newest + 1;
        /* What was under way to the old server never arrives at the new one. */
        lost(0);
        lost(1);
#if NODES > 2
        lost(2);
#endif
    }
#endif
    :: timeout -> skip
    od
}

init {
    atomic {
        byte n = 0;
        do
        :: n < NODES ->
#ifndef EQUAL_CLOCKS
            if
            :: slow[n] = 0
            :: slow[n] = 1
            fi;
#endif
            run node(n);
            run network(n);
            n++
        :: else -> break
        od;
        n = 0;
        run clock();
        run accidents()
    }
}
