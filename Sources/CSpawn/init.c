#include "CSystem.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static void reap_all(pid_t child) {
  int status;
  pid_t ended;
  while ((ended = waitpid(-1, &status, WNOHANG)) > 0) {
    if (ended != child) continue;
    _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  }
}

void steward_split_from_init(void) {
  if (getpid() != 1) return;
  sigset_t all, before;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, &before);
  pid_t child = fork();
  if (child <= 0) {
    sigprocmask(SIG_SETMASK, &before, NULL);
    return;
  }
  while (1) {
    siginfo_t info;
    int number = sigwaitinfo(&all, &info);
    if (number == SIGCHLD) {
      reap_all(child);
    } else if (number > 0 && info.si_code != SI_KERNEL) {
      // The child gets the terminal's signals itself.
      kill(child, number);
    }
  }
}
