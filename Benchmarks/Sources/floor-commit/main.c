// The floor of a durable change: write a page of FILE and fdatasync it, COUNT times.
// Prints how many a second that makes.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: floor-commit FILE COUNT\n");
    return 64;
  }
  size_t count = strtoul(argv[2], NULL, 10);
  static char page[4096];
  int file = open(argv[1], O_CREAT | O_RDWR | O_TRUNC, 0600);
  if (file < 0 || count == 0) return 1;

  double start = now();
  for (size_t i = 0; i < count; i++) {
    page[0] = (char)i;
    off_t offset = (off_t)(i % 64) * (off_t)sizeof page;
    if (pwrite(file, page, sizeof page, offset) != (ssize_t)sizeof page || fdatasync(file)) return 1;
  }
  printf("%.1f\n", (double)count / (now() - start));
  return 0;
}
