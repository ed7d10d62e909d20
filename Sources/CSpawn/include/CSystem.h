#ifndef STEWARD_CSYSTEM_H
#define STEWARD_CSYSTEM_H

#include <sys/types.h>

// System calls of Linux that Swift's Glibc module does not show.

/// Where this process is the first of a container, goes on in a child of it: the parent then reaps every process
/// whose own parent is gone, passes signals on to the child, and ends as the child does. Call it before there is
/// a second thread.
void steward_split_from_init(void);

/// Makes a close-on-exec pipe: what is written to `ends[1]` is read from `ends[0]`. Returns 0 or errno.
int steward_pipe(int ends[2]);

/// Opens a descriptor that stands for a process, close-on-exec, and is readable when it has ended. Returns the descriptor,
/// or -1 with errno.
int steward_open_process(pid_t process);

/// Accepts a connection, close-on-exec. Returns the descriptor, or -1 with errno.
int steward_accept(int listener);

/// Returns 0 with the user at the other end of a connected unix socket, or errno.
int steward_peer_user(int socket, uid_t *user);

/// Names the calling thread, for debuggers; 15 bytes at most.
void steward_name_thread(const char *name);

/// Exchanges what two paths name, in one step. Returns 0 or errno.
int steward_exchange(const char *one, const char *other);

/// Keeps this process from leaving a core, now and in the programs that it becomes. Returns 0 or errno.
int steward_forbid_core(void);

/// Keeps other processes of the same user from looking into this one, until it executes another program.
/// Returns 0 or errno.
int steward_forbid_inspection(void);

/// Returns 1 if the process may leave a core, or other processes of the same user may look into it.
int steward_is_inspectable(void);

/// Returns the version of Landlock that the kernel has; 0 if it has none or it is switched off.
int steward_landlock_version(void);

/// Returns 1 if the kernel has the feature, otherwise 0: a descriptor that stands for a process, a signal at the
/// parent's death, filters of system calls.
int steward_has_pidfd(void);
int steward_has_parent_death_signal(void);
int steward_has_seccomp(void);

#endif
