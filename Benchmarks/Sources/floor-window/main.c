// The floor of many calls at once: two processes and two pipes, with WINDOW messages of SIZE bytes
// in flight. Each side responds to everything that one read returned with one write. Prints the
// messages per second.
#include <floor.h>
#include <stdlib.h>
#include <unistd.h>

/// Sends back everything that arrives.
static void echo(int in, int out, char *buffer, size_t size) {
  ssize_t got;
  while ((got = read(in, buffer, size)) > 0 && floor_write_all(out, buffer, (size_t)got)) {
  }
  _exit(0);
}

int main(int argc, char **argv) {
  const char *usage = "floor-window SIZE WINDOW COUNT";
  size_t size = floor_number(argc, argv, 1, usage), window = floor_number(argc, argv, 2, usage);
  size_t count = floor_number(argc, argv, 3, usage), whole = size * window;
  char *buffer = calloc(1, whole);
  int there[2], back[2];
  floor_require(buffer && !pipe(there) && !pipe(back), "pipe");

  if (fork() == 0) {
    close(there[1]);
    close(back[0]);
    echo(there[0], back[1], buffer, whole);
  }
  close(there[0]);
  close(back[1]);

  int64_t start = floor_now();
  floor_require(floor_write_all(there[1], buffer, whole), "write");
  for (size_t received = 0; received < count * size;) {
    ssize_t got = read(back[0], buffer, whole);
    floor_require(got > 0, "read");
    received += (size_t)got;
    floor_require(floor_write_all(there[1], buffer, (size_t)got), "write");
  }
  floor_print_rate(count, start);
  return 0;
}
