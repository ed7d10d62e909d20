// The functions that the floor programs share. Each program prints numbers, and exits with 1 if the
// system refuses something.
#ifndef FLOOR_H
#define FLOOR_H

#include <stddef.h>
#include <stdint.h>

/// Returns the monotonic time in nanoseconds.
int64_t floor_now(void);

/// Ends the program with 1 if `holds` is 0.
void floor_require(int holds, const char *what);

/// Returns the argument at `index`, a number above 0. Ends the program with `usage` if there is
/// none.
size_t floor_number(int argc, char **argv, int index, const char *usage);

/// Fills `buffer` with exactly `size` bytes. Returns 0 at the end of the stream.
int floor_read_all(int in, char *buffer, size_t size);

/// Writes all of `buffer`. Returns 0 if no process reads.
int floor_write_all(int out, const char *buffer, size_t size);

/// Sorts `times` and prints their median and their 99th percentile.
void floor_print_percentiles(int64_t *times, size_t count);

/// Prints the rate per second of `count` operations since `start`.
void floor_print_rate(size_t count, int64_t start);

#endif
