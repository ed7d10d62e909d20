internal import Glibc
internal import Platform
internal import Store

/// A copy of the store, which is read in the format of a backup.
///
/// The copy is complete before its first byte is read, so that a slow client pins no pages of the
/// store.
final class BackupReader: Sendable {
  private static let blockLength = 256 << 10

  /// The prefix of the name of a copy's directory. The number of the process that makes the copy
  /// follows.
  private static let draftPrefix = "backup-"

  let totalLength: UInt64
  private let seal: BackupSeal
  private let prefix: [UInt8]
  private let path: String
  private let data: Descriptor

  /// Copies the store into a directory in the data directory. The directory no longer exists when
  /// this returns.
  static func copy(
    _ store: Store, in dataDirectory: String, under seal: BackupSeal
  ) async throws -> BackupReader {
    let number = UInt32.random(in: .min ... .max)
    let directory = FlatDirectory(path: "\(dataDirectory)/\(draftPrefix)\(getpid())-\(number)")
    try await store.backup(to: directory.path)
    return try await Blocking.run {
      // The open file exists until it is closed, and then leaves nothing behind.
      defer { directory.remove() }
      return try BackupReader(directory.path, seal)
    }
  }

  /// Whether a directory of that name is a copy whose process no longer exists.
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

  /// Passes the blocks of the backup to `visit`, in order.
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
