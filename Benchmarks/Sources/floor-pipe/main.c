// The floor of a call: two processes and two pipes, one message of SIZE bytes there and back, COUNT times.
// Prints the median and the 99th percentile of a round trip, in nanoseconds.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static void echo(int in, int out, char *buffer, size_t size) {
  for (;;) {
    ssize_t count = read(in, buffer, size);
    if (count <= 0 || write(out, buffer, (size_t)count) != count) _exit(0);
  }
}

static long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000L + time.tv_nsec;
}

static int ascending(const void *a, const void *b) {
  long x = *(const long *)a, y = *(const long *)b;
  return (x > y) - (x < y);
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: floor-pipe SIZE COUNT\n");
    return 64;
  }
  size_t size = strtoul(argv[1], NULL, 10);
  size_t count = strtoul(argv[2], NULL, 10);
  char *buffer = calloc(1, size);
  long *times = calloc(count, sizeof(long));
  int there[2], back[2];
  if (!buffer || !times || size == 0 || count == 0 || pipe(there) || pipe(back)) return 1;

  if (fork() == 0) {
    close(there[1]);
    close(back[0]);
    echo(there[0], back[1], buffer, size);
  }
  close(there[0]);
  close(back[1]);

  for (size_t i = 0; i < count; i++) {
    long start = now();
    if (write(there[1], buffer, size) != (ssize_t)size) return 1;
    for (size_t got = 0; got < size;) {
      ssize_t part = read(back[0], buffer, size - got);
      if (part <= 0) return 1;
      got += (size_t)part;
    }
    times[i] = now() - start;
  }
  qsort(times, count, sizeof(long), ascending);
  printf("%ld %ld\n", times[count / 2], times[count * 99 / 100]);
  return 0;
}
