// The floor of a large stream: sends BYTES through a pipe, in writes of 64 KiB. Prints the bytes
// per second.
#include <floor.h>
#include <unistd.h>

int main(int argc, char **argv) {
  size_t bytes = floor_number(argc, argv, 1, "floor-stream BYTES");
  static char buffer[65536];
  int way[2];
  floor_require(!pipe(way), "pipe");

  int64_t start = floor_now();
  if (fork() == 0) {
    close(way[0]);
    for (size_t sent = 0; sent < bytes; sent += sizeof buffer) {
      floor_require(floor_write_all(way[1], buffer, sizeof buffer), "write");
    }
    _exit(0);
  }
  close(way[1]);
  size_t received = 0;
  for (ssize_t got; (got = read(way[0], buffer, sizeof buffer)) > 0;) received += (size_t)got;
  floor_print_rate(received, start);
  return 0;
}
