internal import Crypto
internal import Platform
internal import Status
internal import Store

/// The installation's master key: 32 bytes, from which every plugin's secrets are derived.
struct MasterKey: Sendable {
  private let key: SymmetricKey

  /// Reads the key from its source. If the source is the data directory and the store knows no
  /// master key yet, creates a missing key.
  ///
  /// - Parameter isInUse: Whether the store knows a master key. If that key is missing, it is lost,
  ///   and a new key would decrypt nothing.
  static func load(
    _ source: MasterKeySource, dataDirectory: String, isInUse: Bool
  ) throws -> MasterKey {
    let file = try file(of: source, dataDirectory)
    do {
      if let bytes = try file.read() { return MasterKey(bytes) }
      guard source == .dataDirectory, !isInUse else { throw HostError.masterKeyMissing(file.path) }
      try file.create()
      guard let bytes = try file.read() else { throw HostError.masterKeyMissing(file.path) }
      return MasterKey(bytes)
    } catch let problem as KeyFile.Problem {
      throw HostError.masterKey(problem, file.path)
    }
  }

  init(_ bytes: [UInt8]) {
    key = SymmetricKey(data: bytes)
  }

  /// Returns the secret of a purpose. It reveals nothing about the key or about the secrets of
  /// other purposes.
  func secret(for purpose: String) -> [UInt8] {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, info: Array("steward/\(purpose)".utf8), outputByteCount: 32
    ).withUnsafeBytes { Array($0) }
  }

  /// The value by which the store recognizes the key. It is derived like a secret, of a purpose
  /// that no manifest can name.
  var mark: [UInt8] { secret(for: "") }

  private static func file(
    of source: MasterKeySource, _ dataDirectory: String
  ) throws(HostError) -> KeyFile {
    switch source {
    case .dataDirectory: KeyFile("\(dataDirectory)/master.key")
    case .file(let path): KeyFile(try place(of: path))
    // systemd gives the service's user read access by an access control list, which appears as a
    // permission of the group.
    case .credential(let path): KeyFile(try place(of: path), isSharedByGroup: true)
    }
  }

  /// Returns the real path of a file of the operator's, which may lie behind links. Checks every
  /// directory on the way: a user who can change one of them could put another key there.
  private static func place(of path: String) throws(HostError) -> String {
    do throws(PathFault) {
      // The permissions of the file itself are checked once it is open.
      return try PathJudgement().check(path, forbidding: 0)
    } catch {
      guard case .missing = error.kind else { throw .masterKeyMisplaced(path, error) }
      throw .masterKeyMissing(path)
    }
  }
}

extension HostError {
  fileprivate static func masterKeyMissing(_ path: String) -> HostError {
    HostError(
      reason: .masterKeyMissing,
      "The master key \"\(path)\" is missing. Put the key of this store there, or name its "
        + "path in STEWARD_MASTER_KEY_FILE.")
  }

  fileprivate static func masterKey(_ problem: KeyFile.Problem, _ path: String) -> HostError {
    switch problem {
    case .unsafe(.exposed):
      HostError(
        reason: "MASTER_KEY_EXPOSED",
        "Other users may read the master key. Run: chmod 600 \"\(path)\"")
    case .malformed:
      HostError(
        reason: "MASTER_KEY_MALFORMED",
        "The master key \"\(path)\" doesn't have exactly \(KeyFile.length) bytes. Put the right "
          + "file there.")
    case .unsafe(.failed(let number)):
      HostError(
        reason: "MASTER_KEY_UNREADABLE",
        "The master key \"\(path)\" can't be read: \(SystemError.text(number)). Give the user who "
          + "runs the host access to it.")
    case .unsafe(let flaw):
      HostError(
        reason: "MASTER_KEY_UNSAFE",
        "The master key \"\(path)\" \(flaw.problem); \(flaw.remedy(for: path)), or name its path "
          + "in STEWARD_MASTER_KEY_FILE.")
    }
  }

  fileprivate static func masterKeyMisplaced(_ path: String, _ fault: PathFault) -> HostError {
    HostError(
      reason: "MASTER_KEY_UNSAFE",
      "The master key \"\(path)\" is not safe: \(fault.path) \(fault.problem); \(fault.remedy).")
  }
}
