// The floor of anything durable: writes a page of FILE and calls fdatasync, COUNT times. Prints the
// rate per second.
#include <fcntl.h>
#include <floor.h>
#include <unistd.h>

int main(int argc, char **argv) {
  size_t count = floor_number(argc, argv, 2, "floor-commit FILE COUNT");
  static char page[4096];
  int file = open(argv[1], O_CREAT | O_RDWR | O_TRUNC, 0600);
  floor_require(file >= 0, "open");

  int64_t start = floor_now();
  for (size_t i = 0; i < count; i++) {
    page[0] = (char)i;
    off_t offset = (off_t)(i % 64) * (off_t)sizeof page;
    floor_require(pwrite(file, page, sizeof page, offset) == (ssize_t)sizeof page, "pwrite");
    floor_require(!fdatasync(file), "fdatasync");
  }
  floor_print_rate(count, start);
  return 0;
}
