// The floor of a call from plugin to plugin: sends one message of SIZE bytes there and back, COUNT
// times, between three processes. The middle process passes on what it reads. Prints the median and
// the 99th percentile of a round trip, in nanoseconds.
#include <floor.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

/// Passes on one whole message. The echoing end uses this too, to pass each message back.
static void pass(int in, int out, char *buffer, size_t size) {
  if (!floor_read_all(in, buffer, size) || !floor_write_all(out, buffer, size)) _exit(0);
}

static void relay(int left_in, int left_out, int right_in, int right_out, char *buffer, size_t size) {
  struct pollfd sides[2] = {{left_in, POLLIN, 0}, {right_in, POLLIN, 0}};
  while (poll(sides, 2, -1) > 0) {
    if (sides[0].revents) pass(left_in, right_out, buffer, size);
    if (sides[1].revents) pass(right_in, left_out, buffer, size);
  }
}

int main(int argc, char **argv) {
  const char *usage = "floor-relay SIZE COUNT";
  size_t size = floor_number(argc, argv, 1, usage), count = floor_number(argc, argv, 2, usage);
  char *buffer = calloc(1, size);
  int64_t *times = calloc(count, sizeof *times);
  int asks[2], responses[2], passed[2], echoed[2];
  floor_require(buffer && times && !pipe(asks) && !pipe(responses) && !pipe(passed) && !pipe(echoed), "pipe");

  if (fork() == 0) {
    close(passed[1]), close(asks[1]);
    for (;;) pass(passed[0], echoed[1], buffer, size);
  }
  if (fork() == 0) {
    close(asks[1]);
    relay(asks[0], responses[1], echoed[0], passed[1], buffer, size);
    _exit(0);
  }
  close(passed[1]);

  for (size_t i = 0; i < count; i++) {
    int64_t start = floor_now();
    floor_require(floor_write_all(asks[1], buffer, size), "write");
    floor_require(floor_read_all(responses[0], buffer, size), "read");
    times[i] = floor_now() - start;
  }
  floor_print_percentiles(times, count);
  return 0;
}
