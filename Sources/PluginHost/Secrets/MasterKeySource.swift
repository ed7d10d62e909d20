/// Where the installation's master key comes from. It is never in the store.
public enum MasterKeySource: Hashable, Sendable {
  /// `master.key` in the data directory, which is made when a plugin first needs it.
  case dataDirectory
  /// A file that the operator provides.
  case file(String)
  /// A credential that the system hands to the service. (systemd.exec, "Credentials".)
  case credential(String)

  /// Returns the file that `STEWARD_MASTER_KEY_FILE` names, or else the credential `steward-master-key` if the
  /// service has it, or else the data directory's own.
  public static func standard(environment: [String: String]) -> MasterKeySource {
    if let path = environment["STEWARD_MASTER_KEY_FILE"], !path.isEmpty { return .file(path) }
    if let directory = environment["CREDENTIALS_DIRECTORY"], !directory.isEmpty {
      let path = "\(directory)/steward-master-key"
      if FileContents.isRegular(path) { return .credential(path) }
    }
    return .dataDirectory
  }
}
