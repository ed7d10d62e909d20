// The floor of a stream of small messages: sends COUNT frames of SIZE bytes one way, each with its
// length before it. The frames are gathered into writes of 64 KiB and taken apart on the other
// side. Prints the frames per second.
#include <floor.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { batch = 65536 };

static void send_frames(int out, const char *message, uint32_t size, size_t count) {
  static char buffer[batch];
  size_t filled = 0;
  for (size_t i = 0; i < count; i++) {
    if (filled + sizeof size + size > batch) {
      floor_require(floor_write_all(out, buffer, filled), "write");
      filled = 0;
    }
    memcpy(buffer + filled, &size, sizeof size);
    memcpy(buffer + filled + sizeof size, message, size);
    filled += sizeof size + size;
  }
  floor_require(floor_write_all(out, buffer, filled), "write");
}

/// Takes apart all frames that arrive, and returns their number.
static size_t receive_frames(int in, char *message) {
  static char buffer[2 * batch];
  size_t filled = 0, frames = 0;
  for (ssize_t got; (got = read(in, buffer + filled, batch)) > 0;) {
    filled += (size_t)got;
    size_t taken = 0;
    for (uint32_t size; filled - taken >= sizeof size; taken += sizeof size + size, frames++) {
      memcpy(&size, buffer + taken, sizeof size);
      if (filled - taken < sizeof size + size) break;
      memcpy(message, buffer + taken + sizeof size, size);
    }
    memmove(buffer, buffer + taken, filled - taken);
    filled -= taken;
  }
  return frames;
}

int main(int argc, char **argv) {
  const char *usage = "floor-frames SIZE COUNT";
  size_t size = floor_number(argc, argv, 1, usage), count = floor_number(argc, argv, 2, usage);
  char *message = calloc(1, size);
  int way[2];
  floor_require(message && size < batch / 2 && !pipe(way), "pipe");

  int64_t start = floor_now();
  if (fork() == 0) {
    close(way[0]);
    send_frames(way[1], message, (uint32_t)size, count);
    _exit(0);
  }
  close(way[1]);
  floor_require(receive_frames(way[0], message) == count, "frames");
  floor_print_rate(count, start);
  return 0;
}
