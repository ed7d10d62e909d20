internal import Platform

/// The source of the installation's master key. The key is never in the store.
public enum MasterKeySource: Hashable, Sendable {
  /// `master.key` in the data directory. The host creates it when a key is first needed.
  case dataDirectory
  /// A file that the operator provides.
  case file(String)
  /// A credential that systemd passes to the service. (systemd.exec, "Credentials".)
  case credential(String)

  /// Returns the file that `STEWARD_MASTER_KEY_FILE` names. If that is not set, returns the
  /// credential `steward-master-key` if the service has it, and the data directory otherwise.
  public static func standard(environment: [String: String]) -> MasterKeySource {
    if let path = environment["STEWARD_MASTER_KEY_FILE"], !path.isEmpty { return .file(path) }
    if let directory = environment["CREDENTIALS_DIRECTORY"], !directory.isEmpty {
      let path = "\(directory)/steward-master-key"
      if FileContents.isRegular(path) { return .credential(path) }
    }
    return .dataDirectory
  }
}
