#define _GNU_SOURCE
#include "CSpawn.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// The stack of the child until it executes its program. The child makes no deep calls.
enum { stack_size = 64 * 1024 };

// The state shared with the child, which runs in our memory while we are suspended.
typedef struct attempt {
  const steward_spawn_request *request;
  pid_t parent;
  steward_spawn_step step;
  int error;
} attempt;

// From here to the exec, the child shares our memory. It may call only async-signal-safe functions,
// and it may change nothing but `attempt` and errno.

static void restore_signals(void) {
  // The kernel's struct sigaction, all zero: SIG_DFL, no flags, no mask. libc's function would
  // refuse the signals that libc uses itself. The process that started the host may have left them
  // ignored.
  unsigned long standard[4] = {0};
  for (int signal = 1; signal < NSIG; signal++) {
    syscall(SYS_rt_sigaction, signal, standard, NULL, NSIG / 8);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static int isolate(pid_t parent) {
  // A set-user-id program would lose the parent-death signal. Without new privileges there is no
  // such program.
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return -1;
  // The parent may have died before the line above. This uses the system call, because libc may
  // cache the number.
  if (syscall(SYS_getppid) != parent) {
    errno = ESRCH;
    return -1;
  }
  // The process's secrets must not end up in a file. The process itself decides whether others may
  // inspect it, once it executes its program.
  if (steward_forbid_core() != 0) return -1;
  umask(077);
  // It gets its own session: the host handles a Ctrl-C at the operator's terminal.
  return setsid() < 0 ? -1 : 0;
}

// The program comes after everything that the new process keeps.
static int program_place(const steward_spawn_request *request) {
  return steward_first_further + request->further_count;
}

static int place_descriptors(const steward_spawn_request *request) {
  int sources[steward_first_further + steward_most_further + 1] = {
      -1, request->standard_output, request->standard_error, request->frames_in,
      request->frames_out};
  int program = program_place(request);
  int first_closed = program + 1;
  sources[0] = open("/dev/null", O_RDONLY | O_CLOEXEC);
  for (int place = steward_first_further; place < program; place++) {
    sources[place] = request->further[place - steward_first_further];
  }
  sources[program] = request->program;
  // First move the descriptors out of the way of each other's places.
  for (int place = 0; place < first_closed; place++) {
    sources[place] = fcntl(sources[place], F_DUPFD_CLOEXEC, first_closed);
    if (sources[place] < 0) return -1;
  }
  for (int place = 0; place < first_closed; place++) {
    if (dup2(sources[place], place) < 0) return -1;
  }
  return (int)syscall(SYS_close_range, (unsigned)first_closed, ~0U, 0U);
}

// Executes the open file itself, even if its path names another file by now.
static void execute(const steward_spawn_request *request) {
  int program = program_place(request);
  fcntl(program, F_SETFD, FD_CLOEXEC);
  syscall(SYS_execveat, program, "", request->arguments, request->environment, AT_EMPTY_PATH);
  if (errno != ENOENT) return;
  // ENOENT is how the kernel refuses a script whose interpreter could not open it as /dev/fd/N. So
  // a script keeps the descriptor. (execveat(2), "BUGS".)
  fcntl(program, F_SETFD, 0);
  syscall(SYS_execveat, program, "", request->arguments, request->environment, AT_EMPTY_PATH);
}

static int fail(attempt *attempt, steward_spawn_step step) {
  attempt->step = step;
  attempt->error = errno;
  return 127;
}

static int begin_child(void *argument) {
  attempt *attempt = argument;
  const steward_spawn_request *request = attempt->request;
  if (isolate(attempt->parent) != 0) return fail(attempt, steward_spawn_step_isolate);
  if (place_descriptors(request) != 0) return fail(attempt, steward_spawn_step_descriptors);
  if (chdir(request->directory) != 0) return fail(attempt, steward_spawn_step_directory);
  restore_signals();
  execute(request);
  return fail(attempt, steward_spawn_step_execute);
}

// From here on, the code runs in the parent again.

static steward_spawn_result failure(steward_spawn_step step, int error) {
  return (steward_spawn_result){.pid = -1, .pidfd = -1, .failed_step = step, .error = error};
}

static steward_spawn_result start(attempt *attempt, void *stack) {
  int pidfd = -1;
  void *top = (char *)stack + stack_size;
  int flags = CLONE_VM | CLONE_VFORK | CLONE_PIDFD | SIGCHLD;
  pid_t pid = clone(begin_child, top, flags, attempt, &pidfd);
  if (pid < 0) return failure(steward_spawn_step_clone, errno);
  if (attempt->step == steward_spawn_step_none) {
    return (steward_spawn_result){.pid = pid, .pidfd = pidfd};
  }
  while (waitpid(pid, NULL, 0) < 0 && errno == EINTR) {
  }
  close(pidfd);
  return failure(attempt->step, attempt->error);
}

steward_spawn_result steward_spawn(const steward_spawn_request *request) {
  if (request->further_count > steward_most_further) {
    return failure(steward_spawn_step_descriptors, EMFILE);
  }
  void *stack = mmap(NULL, stack_size, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  if (stack == MAP_FAILED) return failure(steward_spawn_step_stack, errno);

  // No signal handler of ours may run in the child, which has our memory but another descriptor
  // table.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  attempt attempt = {.request = request, .parent = getpid()};
  steward_spawn_result result = start(&attempt, stack);
  pthread_sigmask(SIG_SETMASK, &before, NULL);

  munmap(stack, stack_size);
  return result;
}

static int wait_for(int pidfd, int options, siginfo_t *info) {
  int result;
  do {
    *info = (siginfo_t){0};
    result = waitid(P_PIDFD, (id_t)pidfd, info, WEXITED | WNOHANG | options);
  } while (result != 0 && errno == EINTR);
  return result;
}

steward_exit steward_reap(int pidfd) {
  siginfo_t info;
  if (wait_for(pidfd, WNOWAIT, &info) != 0) return (steward_exit){.ended = -1, .error = errno};
  if (info.si_pid == 0) return (steward_exit){.ended = 0};
  // The processes that it has started end with it. Until it is reaped, no other process can have
  // its number, and no other group can have that number.
  kill(-info.si_pid, SIGKILL);
  if (wait_for(pidfd, 0, &info) != 0) return (steward_exit){.ended = -1, .error = errno};
  return (steward_exit){
      .ended = 1, .signalled = info.si_code != CLD_EXITED, .value = info.si_status};
}

int steward_signal(int pidfd, int signal) {
  return syscall(SYS_pidfd_send_signal, pidfd, signal, NULL, 0U) == 0 ? 0 : errno;
}
