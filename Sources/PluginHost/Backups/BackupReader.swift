internal import Glibc
internal import Store

/// A copy of the store, read as a backup.
///
/// The copy is made whole before its first byte is read: whoever takes the backup slowly pins no pages of the
/// store meanwhile.
final class BackupReader: Sendable {
  private static let blockLength = 256 << 10

  /// What begins the name of the directory of a copy, before the number of the process that makes it.
  private static let draftPrefix = "backup-"

  let totalLength: UInt64
  private let seal: BackupSeal
  private let prefix: [UInt8]
  private let path: String
  private let data: Descriptor

  /// Copies the store into a directory of the data directory, which is gone again when this returns.
  static func copy(
    _ store: Store, in dataDirectory: String, under seal: BackupSeal
  ) async throws -> BackupReader {
    let number = UInt32.random(in: .min ... .max)
    let directory = FlatDirectory(path: "\(dataDirectory)/\(draftPrefix)\(getpid())-\(number)")
    try await store.backup(to: directory.path)
    return try await Blocking.run {
      // The open file stays until it is closed, and then leaves nothing behind.
      defer { directory.remove() }
      return try BackupReader(directory.path, seal)
    }
  }

  /// Whether a directory of that name is a copy, and the process is gone that made it.
  static func isAbandoned(_ name: String) -> Bool {
    guard name.hasPrefix(draftPrefix),
      let process = Int32(name.dropFirst(draftPrefix.count).prefix { $0 != "-" })
    else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }

  private init(_ directory: String, _ seal: BackupSeal) throws {
    self.seal = seal
    path = "\(directory)/\(BackupFormat.dataFile)"
    data = try Descriptor(opening: path, O_RDONLY)
    let keyPath = "\(directory)/\(BackupFormat.keyFile)"
    let key = try Descriptor(opening: keyPath, O_RDONLY)
    let length = try data.length(of: path)
    let chainKey = try key.read(upTo: BackupFormat.keyLength, of: keyPath)
    prefix = BackupFormat.Prefix(mark: seal.mark, chainKey: chainKey, dataLength: length).bytes
    totalLength =
      UInt64(prefix.count) + length
      + UInt64(BackupFormat.digestLength + BackupFormat.codeLength)
  }

  /// Hands over the backup, block by block.
  func forEachBlock(_ visit: ([UInt8]) async throws -> Void) async throws {
    var sums = BackupSeal.Sums(seal)
    var block = prefix
    while !block.isEmpty {
      sums.update(block)
      try await visit(block)
      block = try await Blocking.run { try self.data.read(upTo: Self.blockLength, of: self.path) }
    }
    let (digest, code) = sums.finish()
    try await visit(digest + (code.map { Array($0) } ?? []))
  }
}
