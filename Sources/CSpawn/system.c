#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
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

int steward_forbid_core(void) {
  // With a limit of 0, the kernel still hands the core to a program if
  // /proc/sys/kernel/core_pattern names one. With a limit of 1, it neither writes a file nor runs a
  // program. The fallback is 0, for a process whose limit is lower than 1 already.
  struct rlimit one = {1, 1}, none = {0, 0};
  return setrlimit(RLIMIT_CORE, &one) == 0 || setrlimit(RLIMIT_CORE, &none) == 0 ? 0 : errno;
}

int steward_forbid_inspection(void) {
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 ? 0 : errno;
}

int steward_is_inspectable(void) {
  struct rlimit core = {0, 0};
  return getrlimit(RLIMIT_CORE, &core) != 0 || core.rlim_max > 1 ||
         prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0;
}

// From sys/pidfd.h, which is missing on older systems.
enum { pidfd_open = 434 };

int steward_open_process(pid_t process) { return (int)syscall(pidfd_open, process, 0); }

// From linux/landlock.h, which is missing on older systems.
enum { landlock_create_ruleset = 444, landlock_create_ruleset_version = 1 };

int steward_landlock_version(void) {
  long version = syscall(landlock_create_ruleset, NULL, 0, landlock_create_ruleset_version);
  return version > 0 ? (int)version : 0;
}

int steward_has_pidfd(void) {
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
