# SPDX-License-Identifier: MIT
# The environment in which ctest runs every test: the same for everybody, whatever the shell has set.

set(ELECTOR_TEST_ENVIRONMENT
    QT_QPA_PLATFORM=offscreen
    LC_ALL=C.UTF-8
    "PATH=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}:$ENV{PATH}")

# libpq's own settings would lead a test to a server that is not its own.
set(ELECTOR_TEST_ENVIRONMENT_UNSET "")
foreach(variable PGHOST PGHOSTADDR PGPORT PGDATABASE PGUSER PGPASSWORD PGPASSFILE PGSERVICE PGSERVICEFILE PGOPTIONS
        PGAPPNAME PGSSLMODE PGSSLROOTCERT PGSSLCRL PGSSLCERT PGSSLKEY PGCHANNELBINDING PGCONNECT_TIMEOUT PGTARGETSESSIONATTRS)
    list(APPEND ELECTOR_TEST_ENVIRONMENT_UNSET "${variable}=unset:")
endforeach()

# One second of a sanitizer's report is worth more than a test that goes on: the first finding ends the program.
set(suppressions "${CMAKE_CURRENT_LIST_DIR}/sanitizers")
if(ELECTOR_SANITIZE MATCHES "address")
    list(APPEND ELECTOR_TEST_ENVIRONMENT
        "ASAN_OPTIONS=suppressions=${suppressions}/asan.supp:detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1:check_initialization_order=1"
        "LSAN_OPTIONS=suppressions=${suppressions}/lsan.supp:print_suppressions=0")
endif()
if(ELECTOR_SANITIZE MATCHES "undefined")
    list(APPEND ELECTOR_TEST_ENVIRONMENT "UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1")
endif()
# A sanitizer looks for other things than a simulation does, and makes it twenty times slower.
if(ELECTOR_SANITIZE)
    list(APPEND ELECTOR_TEST_ENVIRONMENT "ELECTOR_SCHEDULES=2000")
endif()
# Qt hands over a QReadWriteLock that was fought for through a jump into pthread_mutex_unlock, which then seems to be called
# by whoever called Qt, while the locking before it is ignored as Qt's own (tsan.supp): that is no misuse of a mutex.
if(ELECTOR_SANITIZE MATCHES "thread")
    list(APPEND ELECTOR_TEST_ENVIRONMENT
        "TSAN_OPTIONS=suppressions=${suppressions}/tsan.supp:halt_on_error=1:report_mutex_bugs=0:second_deadlock_stack=1:print_suppressions=0")
endif()
