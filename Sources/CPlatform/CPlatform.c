#define _GNU_SOURCE
#include "CPlatform.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

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

// The lowest address of the calling thread's stack, asked for once a thread: for the main thread the question reads a file.
static uintptr_t stack_end(void) {
  static _Thread_local uintptr_t end;
  if (end != 0) return end;
#if defined(__linux__)
  pthread_attr_t attributes;
  void *lowest = NULL;
  size_t size = 0;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return end = UINTPTR_MAX;
  if (pthread_attr_getstack(&attributes, &lowest, &size) != 0) lowest = NULL;
  pthread_attr_destroy(&attributes);
  end = lowest != NULL ? (uintptr_t)lowest : UINTPTR_MAX;
#else
  end = (uintptr_t)pthread_get_stackaddr_np(pthread_self()) - pthread_get_stacksize_np(pthread_self());
#endif
  return end;
}

size_t platform_remaining_stack(void) {
  uintptr_t here = (uintptr_t)__builtin_frame_address(0);
  uintptr_t end = stack_end();
  return end == UINTPTR_MAX || here < end ? SIZE_MAX : (size_t)(here - end);
}

struct stack_job {
  void (*body)(void *context);
  void *context;
};

static void *run_job(void *argument) {
  struct stack_job *job = argument;
  job->body(job->context);
  return NULL;
}

bool platform_run_on_stack(size_t byte_count, void (*body)(void *context), void *context) {
  struct stack_job job = {body, context};
  pthread_attr_t attributes;
  pthread_t thread;
  if (pthread_attr_init(&attributes) != 0) return false;
  bool started = pthread_attr_setstacksize(&attributes, byte_count) == 0 &&
                 pthread_create(&thread, &attributes, run_job, &job) == 0;
  pthread_attr_destroy(&attributes);
  if (started) pthread_join(thread, NULL);
  return started;
}

void platform_watch_resize(void) { install(SIGWINCH, note_resize, SA_RESTART); }
bool platform_take_resize(void) { return atomic_exchange_explicit(&resized, false, memory_order_relaxed); }

typedef unsigned char bytes16 __attribute__((vector_size(16)));
typedef uint64_t words2 __attribute__((vector_size(16)));

static bytes16 load16(const unsigned char *start) {
  bytes16 bytes;
  memcpy(&bytes, start, sizeof bytes);
  return bytes;
}

static bytes16 repeat16(unsigned char byte) { return (bytes16){0} + byte; }

/// True if `needle` stands at one of the places that `marks` marks with a byte that is not 0; its ends are known to fit.
static bool stands_at(uint64_t marks, const unsigned char *place, const unsigned char *needle, size_t length) {
  for (size_t step = 0; step < 8; step++) {
    if ((marks >> (8 * step) & 0xff) != 0 && memcmp(place + step + 1, needle + 1, length - 2) == 0) return true;
  }
  return false;
}

bool platform_contains(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length) {
  const unsigned char *text = haystack, *part = needle;
  if (needle_length == 0) return true;
  if (needle_length > haystack_length) return false;
  if (needle_length == 1) return memchr(text, part[0], haystack_length) != NULL;
  const size_t place_count = haystack_length - needle_length + 1;
  if (place_count < 16) {
    for (size_t place = 0; place < place_count; place++) {
      if (text[place] == part[0] && memcmp(text + place + 1, part + 1, needle_length - 1) == 0) return true;
    }
    return false;
  }
  const bytes16 first = repeat16(part[0]), last = repeat16(part[needle_length - 1]);
  for (size_t place = 0; place < place_count; place += 16) {
    // The last sixteen places overlap those before them.
    if (place + 16 > place_count) place = place_count - 16;
    const bytes16 hits = (bytes16)((load16(text + place) == first) & (load16(text + place + needle_length - 1) == last));
    const words2 words = (words2)hits;
    if ((words[0] | words[1]) == 0) continue;
    uint64_t halves[2];
    memcpy(halves, &hits, sizeof halves);
    if (stands_at(halves[0], text + place, part, needle_length)) return true;
    if (stands_at(halves[1], text + place + 8, part, needle_length)) return true;
  }
  return false;
}

void platform_keep_freed_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 512 << 20);
  mallopt(M_TOP_PAD, 1 << 20);
#endif
}

bool platform_terminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

int platform_current_processor(void) {
#ifdef __linux__
  return sched_getcpu();
#else
  return -1;
#endif
}

bool platform_stand_back(bool only_when_idle) {
#ifdef __linux__
  // Linux takes the priority of a process for that of a thread.
  struct sched_param none = {0};
  return sched_setscheduler(0, only_when_idle ? SCHED_IDLE : SCHED_BATCH, &none) == 0 && setpriority(PRIO_PROCESS, 0, 19) == 0;
#else
  (void)only_when_idle;
  return false;
#endif
}

bool platform_choose_processor(int processor, bool others) {
#ifdef __linux__
  // The main thread's are the process's: this thread's own may lack one by now.
  cpu_set_t allowed, chosen;
  if (processor < 0 || processor >= CPU_SETSIZE || sched_getaffinity(getpid(), sizeof allowed, &allowed) != 0) return false;
  CPU_ZERO(&chosen);
  CPU_SET(processor, &chosen);
  if (others) CPU_XOR(&chosen, &chosen, &allowed);
  return CPU_COUNT(&chosen) > 0 && sched_setaffinity(0, sizeof chosen, &chosen) == 0;
#else
  (void)processor;
  (void)others;
  return false;
#endif
}

void platform_relax(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("isb");
#endif
}
