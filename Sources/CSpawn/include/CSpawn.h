#ifndef STEWARD_CSPAWN_H
#define STEWARD_CSPAWN_H

#include <sys/types.h>

#include "CSystem.h"

/// A request to start a plugin process. The caller keeps every pointer and descriptor in it.
typedef struct steward_spawn_request {
  /// A descriptor that is open for reading on the executable. The process executes this very file,
  /// and no path is looked up. A script keeps the descriptor open, after the further descriptors,
  /// and its interpreter reads the script from it.
  int program;
  /// The arguments, NULL-terminated. The program's name comes first.
  char *const *arguments;
  /// The whole environment, as NULL-terminated "NAME=value" strings. Nothing is inherited.
  char *const *environment;
  /// The directory that the process starts in.
  const char *directory;
  /// These become the process's descriptors 1, 2, 3 and 4. Standard input is /dev/null. Every other
  /// descriptor is closed.
  int standard_output;
  int standard_error;
  int frames_in;
  int frames_out;
  /// These become its descriptors from `steward_first_further` on, in order. There are at most
  /// `steward_most_further`.
  const int *further;
  int further_count;
} steward_spawn_request;

enum { steward_first_further = 5, steward_most_further = 64 };

/// The step at which starting a process failed.
typedef enum steward_spawn_step {
  steward_spawn_step_none = 0,
  /// Allocating memory for the new process's first stack.
  steward_spawn_step_stack,
  /// Creating the process.
  steward_spawn_step_clone,
  /// Tying its life to its parent's, and giving it a session of its own.
  steward_spawn_step_isolate,
  /// Putting its descriptors in place.
  steward_spawn_step_descriptors,
  /// Changing to its directory.
  steward_spawn_step_directory,
  /// Executing its program.
  steward_spawn_step_execute,
} steward_spawn_step;

/// A process that was started, or the reason why none was started, if `failed_step` is not none.
typedef struct steward_spawn_result {
  pid_t pid;
  /// Close-on-exec. It becomes readable when the process ends. The caller closes it.
  int pidfd;
  steward_spawn_step failed_step;
  int error;
} steward_spawn_result;

/// Starts a process that is killed when the calling *thread* ends. Call this on a thread that lives
/// as long as the program.
///
/// The caller is suspended until the new process has executed its program or has failed to do so,
/// as with vfork. So the cost does not grow with the caller's memory, and every failure is known on
/// return.
steward_spawn_result steward_spawn(const steward_spawn_request *request);

/// How a process ended.
typedef struct steward_exit {
  /// 1 if the process has ended; 0 if it still runs; -1 if it can't be waited for (see `error`).
  int ended;
  /// 1 if a signal killed it. Then `value` is the signal, otherwise the exit status.
  int signalled;
  int value;
  int error;
} steward_exit;

/// Reaps the process behind a pidfd, if it has ended. Never blocks.
steward_exit steward_reap(int pidfd);

/// Sends a signal to the process behind a pidfd, and never to another process that got its number.
/// Returns 0 or errno.
int steward_signal(int pidfd, int signal);

#endif
