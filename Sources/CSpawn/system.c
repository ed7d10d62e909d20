#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/socket.h>
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
