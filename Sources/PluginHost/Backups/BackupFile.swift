internal import Crypto
internal import Glibc
internal import IPC
internal import Platform
internal import Status

/// A file that may be a backup.
struct BackupFile: Hashable, Sendable {
  private static let blockLength: UInt64 = 256 << 10

  let path: String

  /// Unpacks the backup into a store's directory, which it creates.
  ///
  /// - Parameter seal: Returns the seal that must have authenticated the backup, or `nil` to accept
  ///   a backup without this check. It is called once the file has proved to be a backup.
  /// - Throws: ``HostError`` when the file isn't a backup, is incomplete, or doesn't come from a
  ///   host with this master key. No directory is left then.
  func unpack(into directory: FlatDirectory, under seal: () throws -> BackupSeal?) throws {
    let file = try Descriptor(opening: path, O_RDONLY)
    let bytes = try file.read(upTo: BackupFormat.prefixLength, of: path)
    guard let prefix = BackupFormat.parse(bytes) else { throw HostError.noBackup(path) }
    let seal = try seal()
    if let seal, seal.mark != prefix.mark { throw HostError.otherMasterKey(path) }
    try directory.make()
    do {
      try write(prefix.chainKey, to: "\(directory.path)/\(BackupFormat.keyFile)")
      var sums = BackupSeal.Sums(seal)
      sums.update(bytes)
      let data = "\(directory.path)/\(BackupFormat.dataFile)"
      try copy(file, prefix.dataLength, to: data, &sums)
      try check(file, sums)
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
    _ file: borrowing Descriptor, _ length: UInt64, to target: String, _ sums: inout BackupSeal.Sums
  ) throws {
    let copy = try Descriptor(opening: target, O_WRONLY | O_CREAT | O_EXCL)
    var rest = length
    while rest > 0 {
      let block = try file.read(upTo: Int(min(rest, Self.blockLength)), of: path)
      guard !block.isEmpty else { throw HostError.damagedBackup(path, "it is incomplete") }
      sums.update(block)
      try copy.write(block, to: target)
      rest -= UInt64(block.count)
    }
    try copy.synchronize(target)
  }

  /// Compares the digest and the code at the end of the file. Nothing may follow them.
  private func check(_ file: borrowing Descriptor, _ sums: BackupSeal.Sums) throws {
    let length = BackupFormat.digestLength + BackupFormat.codeLength
    let end = try file.read(upTo: length + 1, of: path)
    guard end.count >= length else { throw HostError.damagedBackup(path, "it is incomplete") }
    let (digest, code) = sums.finish()
    guard end.count == length, end.starts(with: digest) else {
      throw HostError.damagedBackup(path, "its content does not match its digest")
    }
    // This comparison takes constant time.
    guard code.map({ $0 == end.suffix(BackupFormat.codeLength) }) ?? true else {
      throw HostError.forgedBackup(path)
    }
  }
}

extension HostError {
  fileprivate static func noBackup(_ path: String) -> HostError {
    HostError(
      .invalidArgument, reason: "NO_BACKUP",
      "\"\(path)\" is not a backup that this version can read. Give a file that steward backup "
        + "wrote.")
  }

  fileprivate static func otherMasterKey(_ path: String) -> HostError {
    HostError(
      reason: "MASTER_KEY_MISMATCH",
      "The backup \"\(path)\" was made with another master key, so this host's key can't decrypt "
        + "it. Put the key of the backup in its place, or name its path in "
        + "STEWARD_MASTER_KEY_FILE.")
  }

  fileprivate static func forgedBackup(_ path: String) -> HostError {
    HostError(
      .dataLoss, reason: "BACKUP_FORGED",
      "The backup \"\(path)\" was changed by someone without the master key: its code does not "
        + "match. Nothing was changed; use another backup.")
  }

  static func damagedBackup(_ path: String, _ problem: String) -> HostError {
    HostError(
      .dataLoss, reason: "BACKUP_DAMAGED",
      "The backup \"\(path)\" is damaged: \(problem). Nothing was changed; use another backup.")
  }
}
