// SPDX-License-Identifier: MIT
// Keeps ThreadSanitizer awake in programs that start others through QProcess.
//
// QProcess calls clone(CLONE_VM | CLONE_VFORK). The interceptor of g++ 12 and clang 14 takes the child for a forked
// copy and stops watching "there"; but the memory is shared, and so it is the parent's calling thread that is never
// watched again. A definition in the program itself comes before the interceptor, and goes past it.
#include <cstdarg>
#include <sys/types.h>

extern "C" int __clone(int (*function)(void *), void *stack, int flags, void *argument, ...);

extern "C" [[gnu::visibility("default")]] int clone(int (*function)(void *), void *stack, int flags, void *argument,
                                                    ...) noexcept
{
    va_list rest;
    va_start(rest, argument);
    auto *parentTid = va_arg(rest, pid_t *);
    auto *threadLocal = va_arg(rest, void *);
    auto *childTid = va_arg(rest, pid_t *);
    va_end(rest);
    return __clone(function, stack, flags, argument, parentTid, threadLocal, childTid);
}
