internal import Glibc
internal import IPC
internal import Platform
internal import Status

/// A folder with everything in it: files and folders, and nothing that leads elsewhere.
struct FolderTree: Hashable, Sendable {
  /// The maximum depth. No plugin is nested that deep.
  private static let deepest = 16
  private static let chunk = 1 << 20

  let path: String

  /// Copies the folder to a place where nothing exists yet. An executable file stays executable.
  func copy(to place: String) throws { try Self.copyFolder(path, to: place, depth: 0) }

  /// Removes the folder. What can't be removed stays.
  func remove() { Self.remove(path) }

  private static func copyFolder(_ source: String, to place: String, depth: Int) throws {
    guard depth < deepest else {
      throw HostError(
        Status(
          .invalidArgument, reason: "TOO_DEEP",
          message: "\"\(source)\" is nested more than \(deepest) levels deep; remove what does not "
            + "belong to the plugin.")
      )
    }
    guard let names = FileContents.names(in: source) else {
      throw HostError.file(source, errno, .reading)
    }
    guard mkdir(place, 0o755) == 0 else { throw HostError.file(place, errno) }
    for name in names { try copy("\(source)/\(name)", to: "\(place)/\(name)", depth: depth) }
  }

  private static func copy(_ source: String, to place: String, depth: Int) throws {
    var status = stat()
    guard lstat(source, &status) == 0 else { throw HostError.file(source, errno, .reading) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: try copyFolder(source, to: place, depth: depth + 1)
    case S_IFREG: try copyFile(source, to: place, mode: status.st_mode & 0o111 == 0 ? 0o644 : 0o755)
    default:
      throw HostError(
        Status(
          .invalidArgument, reason: "NO_FILE",
          message: "\"\(source)\" is neither a file nor a folder, and a plugin may contain "
            + "nothing else. Replace it with a copy of its target."))
    }
  }

  private static func copyFile(_ source: String, to place: String, mode: mode_t) throws {
    let input = try Descriptor(opening: source, O_RDONLY)
    let output = try Descriptor(opening: place, O_WRONLY | O_CREAT | O_EXCL)
    while true {
      let bytes = try input.read(upTo: chunk, of: source)
      guard !bytes.isEmpty else { break }
      try output.write(bytes, to: place)
    }
    guard fchmod(output.number, mode) == 0 else { throw HostError.file(place, errno) }
    try output.synchronize(place)
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in FileContents.names(in: path) ?? [] { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
