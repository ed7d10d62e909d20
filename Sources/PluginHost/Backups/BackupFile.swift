internal import Crypto
internal import Glibc
internal import IPC

/// A file that is said to be a backup.
struct BackupFile: Hashable, Sendable {
  private static let blockLength: UInt64 = 256 << 10

  let path: String

  /// Makes a store's directory of the backup.
  ///
  /// - Throws: ``HostError`` when the file isn't a backup, or not all of one. Nothing is then left of the directory.
  func unpack(into directory: FlatDirectory) throws {
    let file = try Descriptor(opening: path, O_RDONLY)
    let prefix = try file.read(upTo: BackupFormat.prefixLength, of: path)
    guard let (key, length) = BackupFormat.parse(prefix) else { throw HostError.noBackup(path) }
    try directory.make()
    do {
      try write(key, to: "\(directory.path)/\(BackupFormat.keyFile)")
      var digest = SHA256()
      digest.update(data: prefix)
      try copy(file, length, to: "\(directory.path)/\(BackupFormat.dataFile)", &digest)
      try check(file, digest)
      try directory.synchronize()
    } catch {
      directory.remove()
      throw error
    }
  }

  private func write(_ bytes: [UInt8], to target: String) throws {
    let file = try Descriptor(opening: target, O_WRONLY | O_CREAT | O_EXCL)
    try file.write(bytes, to: target)
    try file.synchronize(target)
  }

  private func copy(
    _ file: borrowing Descriptor, _ length: UInt64, to target: String, _ digest: inout SHA256
  ) throws {
    let copy = try Descriptor(opening: target, O_WRONLY | O_CREAT | O_EXCL)
    var rest = length
    while rest > 0 {
      let block = try file.read(upTo: Int(min(rest, Self.blockLength)), of: path)
      guard !block.isEmpty else { throw HostError.damagedBackup(path, "it is cut short") }
      digest.update(data: block)
      try copy.write(block, to: target)
      rest -= UInt64(block.count)
    }
    try copy.synchronize(target)
  }

  /// Compares the digest at the end, after which there must be nothing.
  private func check(_ file: borrowing Descriptor, _ digest: SHA256) throws {
    let end = try file.read(upTo: BackupFormat.digestLength + 1, of: path)
    guard end.count >= BackupFormat.digestLength else {
      throw HostError.damagedBackup(path, "it is cut short")
    }
    guard end == digest.finalize().withUnsafeBytes({ Array($0) }) else {
      throw HostError.damagedBackup(path, "its bytes are not those that were written")
    }
  }
}

extension HostError {
  fileprivate static func noBackup(_ path: String) -> HostError {
    HostError(
      .invalidArgument, reason: "NO_BACKUP",
      "\"\(path)\" is no backup that this version knows. Give a file that steward backup wrote.")
  }

  static func damagedBackup(_ path: String, _ problem: String) -> HostError {
    HostError(
      .dataLoss, reason: "BACKUP_DAMAGED",
      "The backup \"\(path)\" is damaged: \(problem). Nothing was changed; use another backup.")
  }
}
