internal import Glibc
internal import LMDB

/// A copy of a store that is made while the store is in use.
enum Backup {
  static func make(of core: StoreCore, at directory: String) throws {
    guard mkdir(directory, 0o700) == 0 else { throw PrivateFile.failed(directory, errno) }
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
    try PrivateFile.write(core.chain.keyBytes, to: "\(directory)/\(ChainKey.fileName)")
    try core.environment.copy(to: directory)
    try PrivateFile.synchronize("\(directory)/data.mdb")
    try PrivateFile.synchronize(directory)
  }
}
