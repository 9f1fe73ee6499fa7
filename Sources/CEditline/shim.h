/// libedit without its variadic calls, which Swift cannot make: one plain function per use. Wide calls throughout, so that
/// cursor offsets count letters.
#ifndef CEDITLINE_SHIM_H
#define CEDITLINE_SHIM_H

#include <errno.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

typedef wchar_t *(*editline_prompt)(EditLine *);
typedef unsigned char (*editline_command)(EditLine *, wint_t);

/// Sets the user's locale, or C.UTF-8 where that is not UTF-8; false if no UTF-8 locale can be had.
static inline bool editline_use_utf8(void) {
  setlocale(LC_ALL, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
  setlocale(LC_NUMERIC, "C");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static inline EditLine *editline_open(const char *program) { return el_init(program, stdin, stdout, stderr); }

static inline void editline_set_client(EditLine *editor, void *client) { el_wset(editor, EL_CLIENTDATA, client); }

static inline void *editline_client(EditLine *editor) {
  void *client = NULL;
  el_wget(editor, EL_CLIENTDATA, &client);
  return client;
}

/// The prompt's literal parts (colours) stand between two U+0001.
static inline void editline_set_prompt(EditLine *editor, editline_prompt prompt) {
  el_wset(editor, EL_PROMPT_ESC, prompt, L'\1');
}

static inline void editline_use_emacs(EditLine *editor) { el_wset(editor, EL_EDITOR, L"emacs"); }

static inline void editline_handle_signals(EditLine *editor, int on) { el_wset(editor, EL_SIGNAL, on); }

/// libedit keeps the two strings: they are copied and live as long as the process.
static inline void editline_add_command(EditLine *editor, const wchar_t *name, editline_command command) {
  el_wset(editor, EL_ADDFN, wcsdup(name), wcsdup(name), command);
}

static inline void editline_bind(EditLine *editor, const char *key, const char *command) {
  el_set(editor, EL_BIND, key, command, NULL);
}

/// Takes a capability away: "im", "ei", "ic" and "IC" lose text at the start of a wrapped line.
static inline void editline_unset_capability(EditLine *editor, const char *name) {
  el_set(editor, EL_SETTC, name, "", NULL);
}

static inline void editline_refresh(EditLine *editor) { el_wset(editor, EL_REFRESH); }

/// Readies the terminal before the prompt appears, so that no key is taken in the mode of lines.
static inline void editline_prepare(EditLine *editor) { el_wset(editor, EL_PREP_TERM, 1); }

/// A line, or null: at the end of input, or interrupted (`*error` is then EINTR).
static inline const wchar_t *editline_read(EditLine *editor, int *count, int *error) {
  errno = 0;
  const wchar_t *line = el_wgets(editor, count);
  *error = errno;
  return line;
}

static inline HistoryW *editline_open_history(EditLine *editor, int capacity) {
  HistoryW *history = history_winit();
  HistEventW event;
  history_w(history, &event, H_SETSIZE, capacity);
  el_wset(editor, EL_HIST, history_w, history);
  return history;
}

static inline void editline_add_history(HistoryW *history, const wchar_t *entry) {
  HistEventW event;
  history_w(history, &event, H_ENTER, entry);
}

static inline void editline_clear_history(HistoryW *history) {
  HistEventW event;
  history_w(history, &event, H_CLEAR);
}

static inline void editline_flush(void) {
  fflush(stdout);
  fflush(stderr);
}

#endif
