// The floor of a point read: reads a store's TABLE by random keys, COUNT times. Prints the rate per
// second within one view, and the rate with a new view for each read.
#include <floor.h>
#include <lmdb.h>
#include <stdlib.h>
#include <string.h>

static size_t read_keys(MDB_txn *view, MDB_dbi table, MDB_val *keys, size_t most) {
  MDB_cursor *cursor;
  MDB_val value;
  size_t count = 0;
  floor_require(!mdb_cursor_open(view, table, &cursor), "mdb_cursor_open");
  while (count < most && !mdb_cursor_get(cursor, &keys[count], &value, MDB_NEXT)) {
    void *copy = malloc(keys[count].mv_size);
    floor_require(copy != NULL, "malloc");
    keys[count].mv_data = memcpy(copy, keys[count].mv_data, keys[count].mv_size);
    count++;
  }
  mdb_cursor_close(cursor);
  return count;
}

/// Returns the next number of the sequence with which the Swift code chooses its keys.
static uint64_t next_random(void) {
  static uint64_t state = UINT64_C(0x9E3779B97F4A7C15);
  state ^= state << 13;
  state ^= state >> 7;
  return state ^= state << 17;
}

static void measure(
    MDB_txn *view, MDB_dbi table, MDB_val *keys, size_t known, size_t count, int renews) {
  int64_t start = floor_now();
  for (size_t i = 0; i < count; i++) {
    MDB_val value;
    if (renews) {
      mdb_txn_reset(view);
      floor_require(!mdb_txn_renew(view), "mdb_txn_renew");
    }
    floor_require(!mdb_get(view, table, &keys[next_random() % known], &value), "mdb_get");
  }
  floor_print_rate(count, start);
}

int main(int argc, char **argv) {
  size_t count = floor_number(argc, argv, 3, "floor-get DIRECTORY TABLE COUNT");
  MDB_env *environment;
  MDB_txn *view;
  MDB_dbi table;
  MDB_stat size;
  floor_require(!mdb_env_create(&environment), "mdb_env_create");
  floor_require(!mdb_env_set_maxdbs(environment, 1), "mdb_env_set_maxdbs");
  floor_require(!mdb_env_open(environment, argv[1], MDB_RDONLY | MDB_NOTLS, 0600), "mdb_env_open");
  floor_require(!mdb_txn_begin(environment, NULL, MDB_RDONLY, &view), "mdb_txn_begin");
  floor_require(!mdb_dbi_open(view, argv[2], 0, &table), "mdb_dbi_open");
  // A handle outlives the transaction that opened it only if that transaction commits.
  floor_require(!mdb_txn_commit(view), "mdb_txn_commit");
  floor_require(!mdb_txn_begin(environment, NULL, MDB_RDONLY, &view), "mdb_txn_begin");
  floor_require(!mdb_stat(view, table, &size) && size.ms_entries > 0, "mdb_stat");
  MDB_val *keys = calloc(size.ms_entries, sizeof *keys);
  floor_require(keys != NULL, "calloc");
  size_t known = read_keys(view, table, keys, size.ms_entries);
  measure(view, table, keys, known, count, 0);
  measure(view, table, keys, known, count, 1);
  return 0;
}
