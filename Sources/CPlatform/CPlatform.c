#define _GNU_SOURCE
#include "CPlatform.h"

#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <time.h>

static atomic_bool interrupted;
static atomic_bool time_limit_reached;
static atomic_bool resized;

static atomic_bool interrupt_repeats;
static bool has_repeater;
static timer_t repeater;

static void set_repeater(long nanoseconds) {
  struct itimerspec period = {{0, nanoseconds}, {0, nanoseconds}};
  if (has_repeater) timer_settime(repeater, 0, &period, NULL);
}

static void raise_flag(int signal_number) {
  bool was_interrupted = platform_interrupted();
  if (signal_number == SIGALRM) atomic_store_explicit(&time_limit_reached, true, memory_order_relaxed);
  atomic_store_explicit(&interrupted, true, memory_order_relaxed);
  if (!was_interrupted && atomic_load_explicit(&interrupt_repeats, memory_order_relaxed)) set_repeater(10000000);
}

static void note_resize(int signal_number) {
  (void)signal_number;
  atomic_store_explicit(&resized, true, memory_order_relaxed);
}

static void install(int signal_number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(signal_number, &action, NULL);
  // A parent may have blocked the signal, and a mask is inherited.
  sigset_t caught;
  sigemptyset(&caught);
  sigaddset(&caught, signal_number);
  sigprocmask(SIG_UNBLOCK, &caught, NULL);
}

void platform_catch_interrupt(void) { install(SIGINT, raise_flag, 0); }
bool platform_interrupted(void) { return atomic_load_explicit(&interrupted, memory_order_relaxed); }
void platform_interrupt(void) { atomic_store_explicit(&interrupted, true, memory_order_relaxed); }
void platform_clear_interrupt(void) {
  atomic_store_explicit(&interrupted, false, memory_order_relaxed);
  atomic_store_explicit(&time_limit_reached, false, memory_order_relaxed);
}

void platform_repeat_interrupt(bool repeats) {
  if (repeats && !has_repeater) {
    struct sigevent event;
    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGINT;
    has_repeater = timer_create(CLOCK_MONOTONIC, &event, &repeater) == 0;
  }
  atomic_store_explicit(&interrupt_repeats, repeats, memory_order_relaxed);
  set_repeater(0);
}

void platform_set_time_limit(double seconds) {
  struct itimerval limit;
  memset(&limit, 0, sizeof limit);
  if (seconds > 0) {
    install(SIGALRM, raise_flag, 0);
    limit.it_value.tv_sec = (time_t)seconds;
    limit.it_value.tv_usec = (suseconds_t)((seconds - (double)limit.it_value.tv_sec) * 1e6);
    if (limit.it_value.tv_sec == 0 && limit.it_value.tv_usec == 0) limit.it_value.tv_usec = 1;
  }
  setitimer(ITIMER_REAL, &limit, NULL);
}
bool platform_time_limit_reached(void) { return atomic_load_explicit(&time_limit_reached, memory_order_relaxed); }

void platform_ignore_broken_pipe(void) { install(SIGPIPE, SIG_IGN, 0); }

void platform_raise_stack_limit(size_t byte_count) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >= byte_count) return;
  limit.rlim_cur = limit.rlim_max == RLIM_INFINITY || limit.rlim_max > byte_count ? byte_count : limit.rlim_max;
  setrlimit(RLIMIT_STACK, &limit);
}

void platform_watch_resize(void) { install(SIGWINCH, note_resize, SA_RESTART); }
bool platform_take_resize(void) { return atomic_exchange_explicit(&resized, false, memory_order_relaxed); }

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
