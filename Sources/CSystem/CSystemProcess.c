#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CSystemProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static int64_t monotonic_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/// Both ends are closed in other children, so that one child's output never waits for another child's end.
static int open_pipe(int ends[2]) {
#ifdef __linux__
  return pipe2(ends, O_CLOEXEC);
#else
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

/// Limits are set from outside, right after the start: nothing but posix_spawn is safe in a process with threads.
static void set_limits(pid_t pid, const keikaku_child_limits *limits) {
#ifdef __linux__
  struct rlimit memory = {limits->memory_bytes, limits->memory_bytes};
  struct rlimit processor = {limits->cpu_seconds, limits->cpu_seconds + 1};
  struct rlimit none = {0, 0};
  prlimit(pid, RLIMIT_AS, &memory, NULL);
  prlimit(pid, RLIMIT_CPU, &processor, NULL);
  prlimit(pid, RLIMIT_CORE, &none, NULL);
#else
  (void)pid;
  (void)limits;
#endif
}

static int spawn_child(const char *path, char *const arguments[], int output, int errors, pid_t *pid) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, defaults;
  sigemptyset(&none);
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  sigaddset(&defaults, SIGINT);
  sigaddset(&defaults, SIGTERM);
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  int error = posix_spawn(pid, path, &actions, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

/// Reads once from the child's output. Returns 1 at its end, 0 when there may be more, -1 when the limit is passed.
static int read_output(int descriptor, keikaku_child_result *result, size_t *capacity, size_t limit) {
  if (*capacity - result->output_count < 65536) {
    size_t wanted = *capacity == 0 ? 1048576 : *capacity * 2;
    uint8_t *larger = realloc(result->output, wanted);
    if (larger == NULL) return -1;
    result->output = larger;
    *capacity = wanted;
  }
  ssize_t count = read(descriptor, result->output + result->output_count, *capacity - result->output_count);
  if (count < 0) return errno == EINTR || errno == EAGAIN ? 0 : 1;
  result->output_count += (size_t)count;
  if (result->output_count > limit) return -1;
  return count == 0;
}

/// Keeps the first bytes of what the child complains about and throws the rest away.
static int read_errors(int descriptor, keikaku_child_result *result) {
  uint8_t buffer[4096];
  ssize_t count = read(descriptor, buffer, sizeof buffer);
  if (count < 0) return errno == EINTR || errno == EAGAIN ? 0 : 1;
  size_t room = sizeof result->errors - result->errors_count;
  size_t kept = (size_t)count < room ? (size_t)count : room;
  memcpy(result->errors + result->errors_count, buffer, kept);
  result->errors_count += kept;
  return count == 0;
}

/// A child writes page by page; what comes within a while is read at once, so that neither process wakes the other for each page.
/// The pauses grow while it goes on, so that a short one is not waited for.
static void wait_for_more(const struct pollfd *stream, long *nanoseconds) {
  int waiting = 0;
  if (stream->fd < 0 || stream->revents != POLLIN) return;
  if (ioctl(stream->fd, FIONREAD, &waiting) != 0 || waiting > 32768) return;
  struct timespec pause = {0, *nanoseconds};
  nanosleep(&pause, NULL);
  if (*nanoseconds < 4000000) *nanoseconds *= 2;
}

/// Reads both streams to their ends. Returns how it came out so far.
static keikaku_child_end collect(int output, int errors, int64_t deadline, size_t limit, keikaku_child_result *result) {
  size_t capacity = 0;
  long pause = 250000;
  struct pollfd streams[2] = {{output, POLLIN, 0}, {errors, POLLIN, 0}};
  while (streams[0].fd >= 0 || streams[1].fd >= 0) {
    int64_t left = deadline - monotonic_milliseconds();
    if (left <= 0) return keikaku_child_timed_out;
    int ready = poll(streams, 2, left > 1000 ? 1000 : (int)left);
    if (ready <= 0) continue;
    wait_for_more(&streams[0], &pause);
    if (streams[0].fd >= 0 && streams[0].revents != 0) {
      int state = read_output(output, result, &capacity, limit);
      if (state < 0) return keikaku_child_output_limit;
      if (state > 0) streams[0].fd = -1;
    }
    if (streams[1].fd >= 0 && streams[1].revents != 0 && read_errors(errors, result)) streams[1].fd = -1;
  }
  return keikaku_child_exited;
}

/// Waits for the end of a child that has closed its streams; a child that lingers is killed at the deadline.
static keikaku_child_end reap(pid_t pid, int64_t deadline, keikaku_child_end end, int *status) {
  if (end != keikaku_child_exited) kill(-pid, SIGKILL);
  for (;;) {
    int options = end == keikaku_child_exited ? WNOHANG : 0;
    pid_t reaped = waitpid(pid, status, options);
    if (reaped == pid) return end;
    if (reaped < 0 && errno != EINTR) return end;
    if (reaped == 0) {
      if (monotonic_milliseconds() > deadline) {
        end = keikaku_child_timed_out;
        kill(-pid, SIGKILL);
      } else {
        struct timespec pause = {0, 500000};
        nanosleep(&pause, NULL);
      }
    }
  }
}

int keikaku_child_run(
    const char *path, char *const arguments[], const keikaku_child_limits *limits, keikaku_child_result *result) {
  memset(result, 0, sizeof *result);
  int output[2], errors[2];
  if (open_pipe(output) != 0) return errno;
  if (open_pipe(errors) != 0) {
    int error = errno;
    close(output[0]);
    close(output[1]);
    return error;
  }
#ifdef __linux__
  // Room for what a child writes while nobody reads.
  fcntl(output[1], F_SETPIPE_SZ, 1 << 18);
#endif
  pid_t pid = 0;
  int64_t deadline = monotonic_milliseconds() + limits->wall_milliseconds;
  int error = spawn_child(path, arguments, output[1], errors[1], &pid);
  close(output[1]);
  close(errors[1]);
  if (error == 0) {
    set_limits(pid, limits);
    keikaku_child_end end = collect(output[0], errors[0], deadline, limits->output_bytes, result);
    int status = 0;
    end = reap(pid, deadline, end, &status);
    if (end == keikaku_child_exited && WIFSIGNALED(status)) end = keikaku_child_signalled;
    result->end = end;
    result->code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
  }
  close(output[0]);
  close(errors[0]);
  return error;
}

void keikaku_child_free(keikaku_child_result *result) {
  free(result->output);
  result->output = NULL;
}

int csystem_is_executable(const char *path) { return access(path, X_OK) == 0; }

const int csystem_signal_cpu_limit = SIGXCPU;
const int csystem_signal_kill = SIGKILL;
const int csystem_signal_abort = SIGABRT;
