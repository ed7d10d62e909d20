internal import Glibc
internal import HostProtos

/// Checks which users may read what the host keeps on the disk.
struct FileChecks: Sendable {
  let directory: DataDirectory

  func findings() -> [Finding] {
    [directoryFinding(), keysFinding()] + leftovers()
  }

  private func directoryFinding() -> Finding {
    let name = "data.permissions"
    guard let mode = Self.mode(of: directory.path) else {
      return .error(
        name, "\(directory.path) can't be looked at.", "Run the host as the user who owns it.")
    }
    guard mode & 0o077 == 0 else {
      return .warning(
        name, "Other users may look into \(directory.path).", "Run: chmod 700 \(directory.path)")
    }
    return .ok(name, "Only its owner may look into \(directory.path).")
  }

  /// Returns the finding about the keys, and about the store, whose records are as private as the
  /// keys.
  private func keysFinding() -> Finding {
    let files = directory.privateFiles + [TrustFile(in: directory.path).path]
    let exposed = files.filter {
      Self.mode(of: $0).map { $0 & 0o077 != 0 } ?? false
    }
    guard exposed.isEmpty else {
      let files = exposed.joined(separator: " ")
      return .error("data.keys", "Other users may use \(files).", "Run: chmod 600 \(files)")
    }
    return .ok("data.keys", "Only their owner may read keys and store.")
  }

  /// Returns findings about what a backup or a restoration left in the data directory when it was
  /// killed.
  private func leftovers() -> [Finding] {
    (FileContents.names(in: directory.path) ?? []).compactMap { name in
      let path = "\(directory.path)/\(name)"
      if name.hasPrefix("store.restoring-") { return Self.restoration(path) }
      return BackupReader.isAbandoned(name) ? Self.backup(path) : nil
    }
  }

  private static func restoration(_ path: String) -> Finding {
    .warning(
      "data.leftovers", "\(path) was left by a restoration that was interrupted.",
      "Look whether it holds the store that was replaced; if nobody needs it: rm -r \(path)")
  }

  private static func backup(_ path: String) -> Finding {
    .warning(
      "data.leftovers", "\(path) was left by a backup that was interrupted.",
      "Run: rm -r \(path)")
  }

  private static func mode(of path: String) -> mode_t? {
    var information = stat()
    return stat(path, &information) == 0 ? information.st_mode : nil
  }
}
