/// Programs in a terminal that a test holds the other end of.
#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <stdbool.h>

/// True where a pseudo-terminal can be had.
bool pseudo_terminal_is_available(void);

/// Starts `arguments[0]` (null-terminated list) as the leader of a new session whose terminal is a new pseudo-terminal of the
/// given size. Returns its process id, and the descriptor of this end in `*master`; -1 where no pseudo-terminal can be had.
int pseudo_terminal_spawn(
    const char *const *arguments, const char *const *environment, int columns, int rows, int *master);

/// Changes the size; the process in the terminal is told by SIGWINCH.
void pseudo_terminal_resize(int master, int columns, int rows);

#endif
