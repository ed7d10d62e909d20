internal import CSpawn
internal import Glibc
internal import Platform

/// A directory that contains only files, as the directory of a store does.
struct FlatDirectory: Hashable, Sendable {
  let path: String

  func make() throws {
    guard mkdir(path, 0o700) == 0 else { throw HostError.file(path, errno) }
  }

  /// Removes the directory and its files. What can't be removed stays.
  func remove() {
    for name in FileContents.names(in: path) ?? [] { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// Exchanges the directory with the one at another path, in one step. If there is nothing at that
  /// path, moves the directory there.
  ///
  /// - Returns: Whether there was something at that path.
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

  /// Waits until the names of the files in the directory are on the disk.
  func synchronize() throws {
    try Descriptor(opening: path, O_RDONLY).synchronize(path)
  }
}
