internal import CSpawn
internal import Glibc

/// A directory of files, as a store is one.
struct FlatDirectory: Hashable, Sendable {
  let path: String

  func make() throws {
    guard mkdir(path, 0o700) == 0 else { throw HostError.file(path, errno) }
  }

  /// Removes it with its files; what can't be removed stays.
  func remove() {
    for name in FileContents.names(in: path) ?? [] { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// Puts it where another path says, in one step, and what was there where it was.
  ///
  /// - Returns: Whether there was something.
  func exchange(with place: String) throws -> Bool {
    let error = steward_exchange(path, place)
    if error == 0 { return true }
    guard error == ENOENT else { throw HostError.file(place, error) }
    try move(to: place)
    return false
  }

  func move(to place: String) throws {
    guard rename(path, place) == 0 else { throw HostError.file(place, errno) }
  }

  /// Waits until the names in it are on the disk.
  func synchronize() throws {
    try Descriptor(opening: path, O_RDONLY).synchronize(path)
  }
}
