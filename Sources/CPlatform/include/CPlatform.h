/// What Swift cannot say itself on Linux: a signal-safe interrupt flag and GNU's `memmem`.
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
/// Lowers the flag.
void platform_clear_interrupt(void);

/// The first place of `needle` in `haystack`, or null (GNU memmem).
const void *platform_find(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length);

/// The terminal's columns and rows of a file descriptor; false when it is no terminal.
bool platform_terminal_size(int descriptor, int *columns, int *rows);

#endif
