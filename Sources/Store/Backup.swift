internal import Glibc
internal import LMDB

/// A copy of a store that is made while the store is in use.
enum Backup {
  static func make(of core: StoreCore, at directory: String) throws {
    guard mkdir(directory, 0o700) == 0 else { throw StoreError.unwritable(directory, errno) }
    do {
      try copy(core, to: directory)
    } catch {
      // An incomplete copy must not be mistaken for a backup.
      for name in ["data.mdb", ChainKey.fileName] { unlink("\(directory)/\(name)") }
      rmdir(directory)
      throw StoreError.describing(error)
    }
  }

  private static func copy(_ core: StoreCore, to directory: String) throws {
    try StoreFile("\(directory)/\(ChainKey.fileName)").create(core.chain.keyBytes)
    try core.environment.copy(to: directory)
    try StoreFile.synchronize("\(directory)/data.mdb")
    try StoreFile.synchronize(directory)
  }
}
