#define _GNU_SOURCE
#include "CSystemFiles.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static int kind_of(const struct stat *status) {
  if (S_ISREG(status->st_mode)) return CSYSTEM_PATH_FILE;
  if (S_ISDIR(status->st_mode)) return CSYSTEM_PATH_DIRECTORY;
  return CSYSTEM_PATH_SPECIAL;
}

int csystem_path_kind(const char *path) {
  struct stat status;
  return stat(path, &status) ? -errno : kind_of(&status);
}

void csystem_file_stamp(const char *path, int64_t *size, uint64_t *number, int64_t *nanoseconds) {
  struct stat status;
  if (stat(path, &status)) return;
#ifdef __APPLE__
  struct timespec written = status.st_mtimespec;
#else
  struct timespec written = status.st_mtim;
#endif
  *size = status.st_size;
  *number = status.st_ino;
  *nanoseconds = (int64_t)written.tv_sec * 1000000000 + written.tv_nsec;
}

int csystem_open_for_reading(const char *path, int64_t *size) {
  int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat status;
  if (descriptor < 0) return -errno;
  *size = fstat(descriptor, &status) ? 0 : (int64_t)status.st_size;
  return descriptor;
}

int csystem_open_for_writing(const char *path) {
  int descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_TRUNC, 0666);
  return descriptor < 0 ? -errno : descriptor;
}

int64_t csystem_read(int descriptor, uint8_t *bytes, size_t count) {
  for (;;) {
    ssize_t got = read(descriptor, bytes, count);
    if (got >= 0) return got;
    if (errno != EINTR) return -errno;
  }
}

int csystem_write(int descriptor, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t put = write(descriptor, bytes, count);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return -errno;
    bytes += put;
    count -= (size_t)put;
  }
  return 0;
}

const int csystem_broken_pipe = -EPIPE;

int csystem_close(int descriptor) { return close(descriptor) ? -errno : 0; }

int csystem_make_directory(const char *path) { return mkdir(path, 0777) ? -errno : 0; }

int csystem_rename(const char *from, const char *to) { return rename(from, to) ? -errno : 0; }

int csystem_exchange(const char *one, const char *other) {
#if defined(__APPLE__)
  return renamex_np(one, other, RENAME_SWAP) ? -errno : 0;
#elif defined(RENAME_EXCHANGE)
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE) ? -errno : 0;
#else
  return -ENOSYS;
#endif
}

char *csystem_real_path(const char *path) { return realpath(path, NULL); }

void csystem_free(void *memory) { free(memory); }

void *csystem_open_directory(const char *path) { return opendir(path); }

const char *csystem_next_entry(void *directory) {
  struct dirent *entry;
  while ((entry = readdir(directory))) {
    if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, "..")) return entry->d_name;
  }
  return NULL;
}

void csystem_close_directory(void *directory) { closedir(directory); }

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *walk) {
  (void)status, (void)kind, (void)walk;
  return remove(path);
}

int csystem_remove_tree(const char *path) {
  return nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS) ? -errno : 0;
}

int csystem_is_terminal(int descriptor) { return isatty(descriptor); }

int csystem_terminal_columns(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) ? 0 : size.ws_col;
}

int csystem_process_identifier(void) { return getpid(); }

int csystem_process_lives(int identifier) { return kill(identifier, 0) == 0 || errno != ESRCH; }

static volatile sig_atomic_t noted;

static void note(int signal) { noted = signal; }

void csystem_note_interrupts(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  action.sa_flags = (int)SA_RESETHAND;
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
}

int csystem_noted_interrupt(void) { return noted; }

const char *csystem_error_text(int error) { return strerror(error); }

const char *csystem_environment(const char *name) { return getenv(name); }

int csystem_processor_count(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : (int)count;
}

void csystem_keep_memory(void) {
#ifdef __GLIBC__
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  mallopt(M_TOP_PAD, 1 << 20);
#endif
}

_Noreturn void csystem_exit(int status) { exit(status); }

double csystem_children_cpu_seconds(void) {
  struct rusage usage;
  if (getrusage(RUSAGE_CHILDREN, &usage)) return 0;
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}
