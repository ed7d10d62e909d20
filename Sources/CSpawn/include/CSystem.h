#ifndef STEWARD_CSYSTEM_H
#define STEWARD_CSYSTEM_H

#include <sys/types.h>

// System calls of Linux that Swift's Glibc module does not show.

/// Makes a close-on-exec pipe: what is written to `ends[1]` is read from `ends[0]`. Returns 0 or errno.
int steward_pipe(int ends[2]);

/// Accepts a connection, close-on-exec. Returns the descriptor, or -1 with errno.
int steward_accept(int listener);

/// Returns 0 with the user at the other end of a connected unix socket, or errno.
int steward_peer_user(int socket, uid_t *user);

/// Names the calling thread, for debuggers; 15 bytes at most.
void steward_name_thread(const char *name);

/// Exchanges what two paths name, in one step. Returns 0 or errno.
int steward_exchange(const char *one, const char *other);

/// Returns the version of Landlock that the kernel has; 0 if it has none or it is switched off.
int steward_landlock_version(void);

/// Returns 1 if the kernel has the feature, otherwise 0: a descriptor that stands for a process, a signal at the
/// parent's death, filters of system calls.
int steward_has_pidfd(void);
int steward_has_parent_death_signal(void);
int steward_has_seccomp(void);

#endif
