#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

int steward_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno; }

int steward_accept(int listener) { return accept4(listener, NULL, NULL, SOCK_CLOEXEC); }

int steward_peer_user(int socket, uid_t *user) {
  struct ucred credentials;
  socklen_t length = sizeof credentials;
  if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &length) != 0) return errno;
  *user = credentials.uid;
  return 0;
}

void steward_name_thread(const char *name) { pthread_setname_np(pthread_self(), name); }

int steward_exchange(const char *one, const char *other) {
  return syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

// From linux/landlock.h, which the headers of an older system lack.
enum { landlock_create_ruleset = 444, landlock_create_ruleset_version = 1 };

int steward_landlock_version(void) {
  long version = syscall(landlock_create_ruleset, NULL, 0, landlock_create_ruleset_version);
  return version > 0 ? (int)version : 0;
}

int steward_has_pidfd(void) {
  enum { pidfd_open = 434 };
  long descriptor = syscall(pidfd_open, getpid(), 0);
  if (descriptor < 0) return 0;
  close((int)descriptor);
  return 1;
}

int steward_has_parent_death_signal(void) {
  int signal = 0;
  return prctl(PR_GET_PDEATHSIG, &signal) == 0;
}

int steward_has_seccomp(void) {
  unsigned action = SECCOMP_RET_KILL_PROCESS;
  return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}
