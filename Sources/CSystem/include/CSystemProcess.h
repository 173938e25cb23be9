/// Child programs with limits, and their ends.
#ifndef KEIKAKU_CSYSTEM_PROCESS_H
#define KEIKAKU_CSYSTEM_PROCESS_H

#include <stddef.h>
#include <stdint.h>

/// What a child may use. Memory and processor time are held on Linux only; time and output everywhere.
typedef struct {
  /// Address space in bytes.
  uint64_t memory_bytes;
  /// Processor time in seconds.
  uint64_t cpu_seconds;
  /// Time by the clock; the child's whole process group is killed after it.
  int64_t wall_milliseconds;
  /// The child is killed when it has written more.
  size_t output_bytes;
} keikaku_child_limits;

typedef enum {
  keikaku_child_exited = 0,
  /// Ended by a signal: `code` is its number. Processor time and memory limits end so.
  keikaku_child_signalled = 1,
  keikaku_child_timed_out = 2,
  keikaku_child_output_limit = 3
} keikaku_child_end;

typedef struct {
  keikaku_child_end end;
  /// Exit status or signal.
  int code;
  uint8_t *output;
  size_t output_count;
  /// The first bytes of standard error.
  uint8_t errors[4096];
  size_t errors_count;
} keikaku_child_result;

/// Runs a program by its absolute path, without a shell, in a process group of its own with an empty standard input; reads
/// what it writes, and waits for its end. `arguments` ends with NULL and begins with the program's name.
/// Returns 0, or the errno of a program that could not be started. Free the result either way.
int keikaku_child_run(
    const char *path, char *const arguments[], const keikaku_child_limits *limits, keikaku_child_result *result);

void keikaku_child_free(keikaku_child_result *result);

/// Whether this process may run the program at a path.
int csystem_is_executable(const char *path);

/// The signals by which the system holds a child to its limits, and by which a program ends that gets no memory.
extern const int csystem_signal_cpu_limit;
extern const int csystem_signal_kill;
extern const int csystem_signal_abort;

#endif
