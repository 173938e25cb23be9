/// Files, folders, streams and signals: thin declarations over libc. Failures come back as a negative errno.
#ifndef KEIKAKU_CSYSTEM_FILES_H
#define KEIKAKU_CSYSTEM_FILES_H

#include <stddef.h>
#include <stdint.h>

/// What a path names.
enum csystem_path_kind {
  CSYSTEM_PATH_FILE = 1,
  CSYSTEM_PATH_DIRECTORY = 2,
  /// A pipe, a socket, a device.
  CSYSTEM_PATH_SPECIAL = 3,
};

/// One of `csystem_path_kind`, links followed; negative where nothing is there or it cannot be looked at.
int csystem_path_kind(const char *path);

/// By which a file is known to be unchanged: its size, its number in the file system, and when it was last written, in
/// nanoseconds since 1970. Leaves them alone where nothing is there.
void csystem_file_stamp(const char *path, int64_t *size, uint64_t *number, int64_t *nanoseconds);

/// Opens a file for reading and tells its size. Never waits, not even for a pipe's other end.
int csystem_open_for_reading(const char *path, int64_t *size);

/// Makes a file for writing; what a file of this name held is cut away.
int csystem_open_for_writing(const char *path);

/// Reads up to `count` bytes; 0 at the end.
int64_t csystem_read(int descriptor, uint8_t *bytes, size_t count);

/// Writes all bytes. Returns 0.
int csystem_write(int descriptor, const uint8_t *bytes, size_t count);

/// What `csystem_write` returns when whoever read has gone away.
extern const int csystem_broken_pipe;

int csystem_close(int descriptor);

int csystem_make_directory(const char *path);

/// Moves a file or folder within its file system, replacing an empty folder or a file.
int csystem_rename(const char *from, const char *to);

/// Lets two paths change places in one step; -ENOSYS or -EINVAL where the system or file system cannot.
int csystem_exchange(const char *one, const char *other);

/// The path without links, `.` and `..`; free it. Null where it does not exist.
char *csystem_real_path(const char *path);

/// Frees what a function here returned to be freed.
void csystem_free(void *memory);

/// Opens a folder for `csystem_next_entry`; null where it cannot be read.
void *csystem_open_directory(const char *path);

/// The next name in no order, `.` and `..` apart; null at the end. It lasts until the next call.
const char *csystem_next_entry(void *directory);

void csystem_close_directory(void *directory);

/// Removes a file, or a folder with all that is in it; links are removed, not followed.
int csystem_remove_tree(const char *path);

int csystem_is_terminal(int descriptor);

/// The columns of the terminal behind a descriptor, 0 where it is none.
int csystem_terminal_columns(int descriptor);

int csystem_process_identifier(void);

/// Whether a process of this number lives.
int csystem_process_lives(int identifier);

/// From now on the first SIGINT or SIGTERM is only noted; the second ends the process.
void csystem_note_interrupts(void);

/// The number of the signal that was noted, or 0.
int csystem_noted_interrupt(void);

/// The system's words for an errno.
const char *csystem_error_text(int error);

/// The value of a variable of the environment, or null.
const char *csystem_environment(const char *name);

int csystem_processor_count(void);

/// Keeps memory that was freed for what comes next, in one heap for all threads. For a process that does one thing and ends:
/// asking the system for the same memory again and again takes longer than the work on a small document.
void csystem_keep_memory(void);

/// Ends the process.
_Noreturn void csystem_exit(int status);

/// Processor seconds that ended child processes took.
double csystem_children_cpu_seconds(void);

#endif
