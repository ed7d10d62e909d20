// The floor of a call: sends one message of SIZE bytes there and back, COUNT times, between two
// processes over two pipes. Prints the median and the 99th percentile of a round trip, in
// nanoseconds.
#include <floor.h>
#include <stdlib.h>
#include <unistd.h>

static void echo(int in, int out, char *buffer, size_t size) {
  while (floor_read_all(in, buffer, size) && floor_write_all(out, buffer, size)) {
  }
  _exit(0);
}

int main(int argc, char **argv) {
  const char *usage = "floor-pipe SIZE COUNT";
  size_t size = floor_number(argc, argv, 1, usage), count = floor_number(argc, argv, 2, usage);
  char *buffer = calloc(1, size);
  int64_t *times = calloc(count, sizeof *times);
  int there[2], back[2];
  floor_require(buffer && times && !pipe(there) && !pipe(back), "pipe");

  if (fork() == 0) {
    close(there[1]);
    close(back[0]);
    echo(there[0], back[1], buffer, size);
  }
  close(there[0]);
  close(back[1]);

  for (size_t i = 0; i < count; i++) {
    int64_t start = floor_now();
    floor_require(floor_write_all(there[1], buffer, size), "write");
    floor_require(floor_read_all(back[0], buffer, size), "read");
    times[i] = floor_now() - start;
  }
  floor_print_percentiles(times, count);
  return 0;
}
