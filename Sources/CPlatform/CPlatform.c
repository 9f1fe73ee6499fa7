#define _GNU_SOURCE
#include "CPlatform.h"

#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/ioctl.h>

static atomic_bool interrupted;

static void raise_flag(int signal_number) {
  (void)signal_number;
  atomic_store_explicit(&interrupted, true, memory_order_relaxed);
}

void platform_catch_interrupt(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = raise_flag;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
}

bool platform_interrupted(void) { return atomic_load_explicit(&interrupted, memory_order_relaxed); }
void platform_interrupt(void) { atomic_store_explicit(&interrupted, true, memory_order_relaxed); }
void platform_clear_interrupt(void) { atomic_store_explicit(&interrupted, false, memory_order_relaxed); }

const void *platform_find(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length) {
  return memmem(haystack, haystack_length, needle, needle_length);
}

bool platform_terminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}
