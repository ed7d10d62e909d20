internal import Crypto
internal import Glibc

/// The secret by which the event log is chained: 32 random bytes in a file beside the data.
///
/// It is made before the data file. So a data file without it means that it was lost, and a new one would
/// only make every event look forged.
enum ChainKey {
  static let fileName = "chain.key"
  private static let length = 32

  /// Reads the key, or makes it in a directory that holds no data yet.
  static func load(from directory: String) throws -> SymmetricKey {
    let path = directory + "/" + fileName
    guard let key = try read(path) else {
      guard !StoreDirectory.contains("data.mdb", in: directory) else { throw missing(path) }
      try create(path)
      guard let key = try read(path) else { throw missing(path) }
      return key
    }
    return key
  }

  private static func read(_ path: String) throws -> SymmetricKey? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      guard errno == ENOENT else { throw failed(path, errno) }
      return nil
    }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw failed(path, errno) }
    guard information.st_mode & 0o077 == 0 else { throw exposed(path) }
    var bytes = [UInt8](repeating: 0, count: length + 1)
    guard Glibc.read(descriptor, &bytes, bytes.count) == length else { throw malformed(path) }
    return SymmetricKey(data: bytes.prefix(length))
  }

  /// Linking a whole file into place: of two processes that start at once, both then read the same key.
  private static func create(_ path: String) throws {
    let draft = "\(path).\(getpid()).\(UInt32.random(in: .min ... .max))"
    defer { unlink(draft) }
    try PrivateFile.write(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }, to: draft)
    guard link(draft, path) == 0 || errno == EEXIST else { throw failed(path, errno) }
  }

  private static func missing(_ path: String) -> StoreError {
    StoreError(
      .chainKey, reason: "CHAIN_KEY_MISSING",
      "The store's chain key \"\(path)\" is missing. Restore it from the last backup.")
  }

  private static func exposed(_ path: String) -> StoreError {
    StoreError(
      .chainKey, reason: "CHAIN_KEY_EXPOSED",
      "Other users may read the store's chain key. Run: chmod 600 \"\(path)\"")
  }

  private static func malformed(_ path: String) -> StoreError {
    StoreError(
      .chainKey, reason: "CHAIN_KEY_MALFORMED",
      "The store's chain key \"\(path)\" doesn't have \(length) bytes. Restore it from the last "
        + "backup.")
  }

  private static func failed(_ path: String, _ error: Int32) -> StoreError {
    StoreError(
      .permissionDenied, reason: "STORE_PERMISSION_DENIED",
      "\"\(path)\" can't be used: \(String(cString: strerror(error))). Run as the user who owns it."
    )
  }
}
