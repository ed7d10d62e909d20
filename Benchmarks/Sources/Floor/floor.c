#include "floor.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int64_t floor_now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

void floor_require(int holds, const char *what) {
  if (holds) return;
  fprintf(stderr, "%s failed\n", what);
  exit(1);
}

size_t floor_number(int argc, char **argv, int index, const char *usage) {
  size_t number = index < argc ? strtoul(argv[index], NULL, 10) : 0;
  if (number > 0) return number;
  fprintf(stderr, "usage: %s\n", usage);
  exit(64);
}

int floor_read_all(int in, char *buffer, size_t size) {
  for (size_t got = 0; got < size;) {
    ssize_t part = read(in, buffer + got, size - got);
    if (part <= 0) return 0;
    got += (size_t)part;
  }
  return 1;
}

int floor_write_all(int out, const char *buffer, size_t size) {
  for (size_t sent = 0; sent < size;) {
    ssize_t part = write(out, buffer + sent, size - sent);
    if (part <= 0) return 0;
    sent += (size_t)part;
  }
  return 1;
}

static int ascending(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return (x > y) - (x < y);
}

void floor_print_percentiles(int64_t *times, size_t count) {
  qsort(times, count, sizeof *times, ascending);
  printf("%" PRId64 " %" PRId64 "\n", times[count / 2], times[count * 99 / 100]);
}

void floor_print_rate(size_t count, int64_t start) {
  printf("%.1f\n", (double)count * 1e9 / (double)(floor_now() - start));
}
