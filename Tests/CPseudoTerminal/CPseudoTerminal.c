#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static int open_leader(void) {
  int leader = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (leader < 0) return -1;
  if (grantpt(leader) == 0 && unlockpt(leader) == 0) return leader;
  close(leader);
  return -1;
}

bool pseudo_terminal_is_available(void) {
  int leader = open_leader();
  if (leader < 0) return false;
  close(leader);
  return true;
}

static void become(const char *const *arguments, const char *const *environment, int terminal) {
  setsid();
  ioctl(terminal, TIOCSCTTY, 0);
  for (int descriptor = 0; descriptor < 3; descriptor++) dup2(terminal, descriptor);
  if (terminal > 2) close(terminal);
  signal(SIGPIPE, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(arguments[0], (char *const *)arguments, (char *const *)environment);
  _exit(127);
}

int pseudo_terminal_spawn(
    const char *const *arguments, const char *const *environment, int columns, int rows, int *master) {
  int leader = open_leader();
  if (leader < 0) return -1;
  int terminal = open(ptsname(leader), O_RDWR | O_NOCTTY);
  if (terminal < 0) {
    close(leader);
    return -1;
  }
  pseudo_terminal_resize(leader, columns, rows);
  int process = fork();
  if (process == 0) become(arguments, environment, terminal);
  close(terminal);
  if (process < 0) {
    close(leader);
    return -1;
  }
  *master = leader;
  return process;
}

void pseudo_terminal_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  ioctl(master, TIOCSWINSZ, &size);
}
