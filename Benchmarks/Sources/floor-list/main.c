// The floor of a cold command: opens the store in DIRECTORY and prints the keys and sizes of the
// first 20 records of TABLE.
#include <floor.h>
#include <lmdb.h>
#include <stdio.h>

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: floor-list DIRECTORY TABLE\n");
    return 64;
  }
  MDB_env *environment;
  MDB_txn *view;
  MDB_dbi table;
  MDB_cursor *cursor;
  floor_require(!mdb_env_create(&environment), "mdb_env_create");
  floor_require(!mdb_env_set_maxdbs(environment, 1), "mdb_env_set_maxdbs");
  floor_require(!mdb_env_open(environment, argv[1], MDB_RDONLY, 0600), "mdb_env_open");
  floor_require(!mdb_txn_begin(environment, NULL, MDB_RDONLY, &view), "mdb_txn_begin");
  floor_require(!mdb_dbi_open(view, argv[2], 0, &table), "mdb_dbi_open");
  floor_require(!mdb_cursor_open(view, table, &cursor), "mdb_cursor_open");
  MDB_val key, value;
  for (int i = 0; i < 20 && !mdb_cursor_get(cursor, &key, &value, MDB_NEXT); i++) {
    printf("%.*s %zu\n", (int)key.mv_size, (const char *)key.mv_data, value.mv_size);
  }
  return 0;
}
