/// What Swift cannot say itself on Linux: a signal-safe interrupt flag, a fast search in short texts, stacks, threads
/// that stand back, a terminal's size.
#ifndef CPLATFORM_H
#define CPLATFORM_H

#include <stdbool.h>
#include <stddef.h>

/// Catches SIGINT from now on: the handler only raises the flag below, without SA_RESTART, so that a blocking read returns.
void platform_catch_interrupt(void);
/// True once SIGINT has arrived since the flag was last cleared. One relaxed load: cheap enough for every morsel.
bool platform_interrupted(void);
/// Raises the flag as the handler does.
void platform_interrupt(void);
/// Lowers the flag, and forgets what raised it.
void platform_clear_interrupt(void);

/// While `repeats`, a SIGINT comes again every 10 ms once it has come: for a reader that may be on its way to a blocking read
/// when the first one arrives, and would wait there. Ends by `false`; the flag stays as it is.
void platform_repeat_interrupt(bool repeats);

/// Raises the interrupt flag after `seconds` from now (SIGALRM); 0 or less takes the limit away. One limit per process.
void platform_set_time_limit(double seconds);
/// True if the flag was raised by the time limit.
bool platform_time_limit_reached(void);

/// Writing to a pipe that nobody reads fails with EPIPE from now on instead of ending the process.
void platform_ignore_broken_pipe(void);

/// Lets the main thread's stack grow to `byte_count` where the system permits; it is taken only as it is used. Linux keeps a gap
/// of some 128 MiB free for it.
void platform_raise_stack_limit(size_t byte_count);

/// Memory that is freed stays with the process from now on, for what it allocates next: where much comes and goes in large
/// pieces, the system would otherwise take each of them back and hand it out anew, page by page. Does nothing but with glibc.
void platform_keep_freed_memory(void);

/// How many bytes of the calling thread's stack are left; SIZE_MAX where the system does not tell.
size_t platform_remaining_stack(void);
/// Runs `body` with `context` on a new thread with a stack of `byte_count` and waits for its end; false, and nothing run, where
/// there can be no such thread.
bool platform_run_on_stack(size_t byte_count, void (*body)(void *context), void *context);

/// Notes SIGWINCH from now on, for `platform_take_resize`.
void platform_watch_resize(void);
/// True once after the terminal's size has changed.
bool platform_take_resize(void);

/// True if `haystack` holds `needle`. Made for many short haystacks: it needs no preparation, and looks at sixteen places at a
/// time for the needle's first and last byte (W. Mula, "SIMD-friendly algorithms for substring searching").
bool platform_contains(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length);

/// The number of the processor that the calling thread runs on; -1 where the system does not tell.
int platform_current_processor(void);
/// Gives the calling thread the lowest priority there is; with `only_when_idle` one below that, at which it runs where nothing
/// else wants to. False where the system knows none for a thread alone.
bool platform_stand_back(bool only_when_idle);
/// Lets the calling thread run on this processor alone, or with `others` on all that the process may use but this one; false, and
/// nothing changed, where that leaves none.
bool platform_choose_processor(int processor, bool others);
/// Some dozens of nanoseconds in which the calling thread wants next to nothing of what its processor shares with a sibling.
void platform_relax(void);

/// The terminal's columns and rows of a file descriptor; false when it is no terminal.
bool platform_terminal_size(int descriptor, int *columns, int *rows);

#endif
