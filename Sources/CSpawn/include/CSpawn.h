#ifndef STEWARD_CSPAWN_H
#define STEWARD_CSPAWN_H

#include <sys/types.h>

#include "CSystem.h"

/// What a plugin process is started with. Every pointer and descriptor stays the caller's.
typedef struct steward_spawn_request {
  /// Open for reading on the executable: this very file is executed, and no path is looked up. A script
  /// keeps it open, after the further descriptors, and its interpreter reads it from there.
  int program;
  /// NULL-terminated, the program's name first.
  char *const *arguments;
  /// NULL-terminated "NAME=value" strings: the whole environment, nothing is inherited.
  char *const *environment;
  /// The directory that the process starts in.
  const char *directory;
  /// Become the process's descriptors 1, 2, 3 and 4. Standard input is /dev/null; every other
  /// descriptor is closed.
  int standard_output;
  int standard_error;
  int frames_in;
  int frames_out;
  /// Become its descriptors from `steward_first_further` on, in order: `steward_most_further` at most.
  const int *further;
  int further_count;
} steward_spawn_request;

enum { steward_first_further = 5, steward_most_further = 64 };

/// The step at which starting a process failed.
typedef enum steward_spawn_step {
  steward_spawn_step_none = 0,
  /// Memory for the new process's first stack.
  steward_spawn_step_stack,
  /// Making the process.
  steward_spawn_step_clone,
  /// Tying it to its parent's life, in a session of its own.
  steward_spawn_step_isolate,
  /// Putting its descriptors in place.
  steward_spawn_step_descriptors,
  /// Changing to its directory.
  steward_spawn_step_directory,
  /// Executing its program.
  steward_spawn_step_execute,
} steward_spawn_step;

/// A process that was started; or, when `failed_step` is not none, why there is none.
typedef struct steward_spawn_result {
  pid_t pid;
  /// Close-on-exec; becomes readable when the process ends. The caller closes it.
  int pidfd;
  steward_spawn_step failed_step;
  int error;
} steward_spawn_result;

/// Starts a process that is killed when the calling *thread* ends: call it on a thread that lives as
/// long as the program.
///
/// The caller is suspended until the new process executes its program or has failed to (as with
/// vfork), so the cost doesn't grow with the caller's memory, and every failure is known on return.
steward_spawn_result steward_spawn(const steward_spawn_request *request);

/// How a process ended.
typedef struct steward_exit {
  /// 1 if it has ended; 0 if it still runs; -1 if it can't be waited for (see `error`).
  int ended;
  /// 1 if a signal killed it: then `value` is the signal, otherwise the exit status.
  int signalled;
  int value;
  int error;
} steward_exit;

/// Reaps the process behind a pidfd, if it has ended. Never waits.
steward_exit steward_reap(int pidfd);

/// Sends a signal to the process behind a pidfd, never to another that got its number. Returns 0 or errno.
int steward_signal(int pidfd, int signal);

#endif
