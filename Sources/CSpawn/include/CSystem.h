#ifndef STEWARD_CSYSTEM_H
#define STEWARD_CSYSTEM_H

#include <sys/types.h>

// Linux system calls that Swift's Glibc module does not show.

/// Continues in a child process if this process is the first one of a container. The parent then
/// reaps every process whose own parent has ended, passes signals on to the child, and ends as the
/// child does. Call this before there is a second thread.
void steward_split_from_init(void);

/// Creates a close-on-exec pipe: what is written to `ends[1]` is read from `ends[0]`. Returns 0 or
/// errno.
int steward_pipe(int ends[2]);

/// Opens a close-on-exec descriptor that stands for a process. It is readable when the process has
/// ended. Returns the descriptor, or -1 with errno.
int steward_open_process(pid_t process);

/// Accepts a connection as a close-on-exec descriptor. Returns the descriptor, or -1 with errno.
int steward_accept(int listener);

/// Sets `user` to the user at the other end of a connected unix socket. Returns 0 or errno.
int steward_peer_user(int socket, uid_t *user);

/// Names the calling thread, for debuggers. The name has at most 15 bytes.
void steward_name_thread(const char *name);

/// Exchanges the files that two paths name, in one step. Returns 0 or errno.
int steward_exchange(const char *one, const char *other);

/// Keeps this process, and the programs that it executes later, from leaving a core. Returns 0 or
/// errno.
int steward_forbid_core(void);

/// Keeps other processes of the same user from inspecting this one, until it executes another
/// program. Returns 0 or errno.
int steward_forbid_inspection(void);

/// Returns 1 if the process may leave a core, or if other processes of the same user may inspect
/// it.
int steward_is_inspectable(void);

/// Returns the kernel's version of Landlock, or 0 if the kernel has none or it is switched off.
int steward_landlock_version(void);

/// Returns 1 if the kernel has the feature, otherwise 0. The features are a descriptor that stands
/// for a process, a signal at the parent's death, and filters of system calls.
int steward_has_pidfd(void);
int steward_has_parent_death_signal(void);
int steward_has_seccomp(void);

#endif
