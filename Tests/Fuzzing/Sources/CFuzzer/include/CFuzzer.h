// What libFuzzer offers to a program that has a main function of its own.
#ifndef CFUZZER_H
#define CFUZZER_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*run)(const uint8_t *data, size_t size));

/// Runs the fuzzer with the program's arguments; `run` is called with each input. The program's exit status.
static inline int fuzz(int argc, char **argv, int (*run)(const uint8_t *data, size_t size)) {
  return LLVMFuzzerRunDriver(&argc, &argv, run);
}

/// Changes some bytes of `data`, which has room for `maxSize`; the new size.
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t maxSize);

/// What is allocated between these two is never taken for a leak (LeakSanitizer's own functions).
void __lsan_disable(void);
void __lsan_enable(void);

#endif
