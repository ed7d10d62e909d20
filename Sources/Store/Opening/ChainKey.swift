internal import Crypto
internal import Platform
internal import Status

/// The secret key of the event log's chain: 32 random bytes in a file beside the data.
///
/// The key is created before the data file. If the data file exists without the key, the key was
/// lost. A new key would only make every event look forged.
enum ChainKey {
  static let fileName = "chain.key"

  /// Reads the key. Creates it if the directory holds no data yet.
  static func load(from directory: String) throws -> SymmetricKey {
    let file = KeyFile(directory + "/" + fileName)
    do {
      if let bytes = try file.read() { return SymmetricKey(data: bytes) }
      guard !StoreDirectory.contains("data.mdb", in: directory) else { throw missing(file.path) }
      try file.create()
      guard let bytes = try file.read() else { throw missing(file.path) }
      return SymmetricKey(data: bytes)
    } catch let problem as KeyFile.Problem {
      throw refusal(problem, file.path)
    }
  }

  private static func missing(_ path: String) -> StoreError {
    StoreError(
      .chainKey, reason: "CHAIN_KEY_MISSING",
      "The store's chain key \"\(path)\" is missing. Restore it from the last backup.")
  }

  private static func refusal(_ problem: KeyFile.Problem, _ path: String) -> StoreError {
    switch problem {
    case .unsafe(.exposed):
      StoreError(
        .chainKey, reason: "CHAIN_KEY_EXPOSED",
        "Other users may read the store's chain key. Run: chmod 600 \"\(path)\"")
    case .malformed:
      StoreError(
        .chainKey, reason: "CHAIN_KEY_MALFORMED",
        "The store's chain key \"\(path)\" doesn't have \(KeyFile.length) bytes. Restore it from "
          + "the last backup.")
    case .unsafe(.failed(let error)):
      StoreError.unreadable(path, .failed(error))
    case .unsafe(let flaw):
      StoreError(
        .chainKey, reason: "CHAIN_KEY_UNSAFE",
        "The store's chain key \"\(path)\" \(flaw.problem); \(flaw.remedy(for: path)).")
    }
  }
}
