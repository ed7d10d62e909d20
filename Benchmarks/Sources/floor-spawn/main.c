// The floor of starting a plugin: from posix_spawn of this program to its first byte, COUNT times.
// Prints the median and the 99th percentile, in nanoseconds.
#include <floor.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static void spawn(char *program, int out) {
  char *arguments[] = {program, "child", NULL};
  posix_spawn_file_actions_t actions;
  pid_t child;
  floor_require(!posix_spawn_file_actions_init(&actions)
                    && !posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO)
                    && !posix_spawn(&child, program, &actions, NULL, arguments, environ),
                "posix_spawn");
  posix_spawn_file_actions_destroy(&actions);
}

int main(int argc, char **argv) {
  if (argc == 2 && !strcmp(argv[1], "child")) return write(STDOUT_FILENO, "!", 1) != 1;

  size_t count = floor_number(argc, argv, 1, "floor-spawn COUNT");
  int64_t *times = calloc(count, sizeof *times);
  int way[2];
  char byte;
  floor_require(times && !pipe(way), "pipe");
  for (size_t i = 0; i < count; i++) {
    int64_t start = floor_now();
    spawn(argv[0], way[1]);
    floor_require(floor_read_all(way[0], &byte, 1), "read");
    times[i] = floor_now() - start;
    wait(NULL);
  }
  floor_print_percentiles(times, count);
  return 0;
}
