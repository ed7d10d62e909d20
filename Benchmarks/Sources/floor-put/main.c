// The floor of a change to a store: commits one record of 200 bytes to LMDB, COUNT times, in a new
// environment in DIRECTORY. Prints the rate per second.
#include <floor.h>
#include <lmdb.h>

int main(int argc, char **argv) {
  size_t count = floor_number(argc, argv, 2, "floor-put DIRECTORY COUNT");
  MDB_env *environment;
  floor_require(!mdb_env_create(&environment), "mdb_env_create");
  floor_require(!mdb_env_open(environment, argv[1], 0, 0600), "mdb_env_open");
  char record[200] = {0};
  int64_t start = floor_now();
  for (uint64_t i = 0; i < count; i++) {
    MDB_txn *change;
    MDB_dbi table;
    MDB_val key = {sizeof i, &i}, value = {sizeof record, record};
    floor_require(!mdb_txn_begin(environment, NULL, 0, &change), "mdb_txn_begin");
    floor_require(!mdb_dbi_open(change, NULL, 0, &table), "mdb_dbi_open");
    floor_require(!mdb_put(change, table, &key, &value, 0), "mdb_put");
    floor_require(!mdb_txn_commit(change), "mdb_txn_commit");
  }
  floor_print_rate(count, start);
  return 0;
}
