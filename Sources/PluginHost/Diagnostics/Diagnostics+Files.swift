internal import Glibc
internal import HostProtos
internal import Platform

extension Diagnostics {
  /// Checks which users may read what the host keeps on the disk.
  func fileFindings() -> [Finding] {
    [directoryFinding(), keysFinding()] + leftovers()
  }

  private func directoryFinding() -> Finding {
    let name = "data.permissions"
    guard let mode = Self.mode(of: directory.path) else {
      return .error(
        name, "\(directory.path) is not accessible.", "Run the host as the user who owns it.")
    }
    guard mode & 0o077 == 0 else {
      return .warning(
        name, "Other users have access to \(directory.path).", "Run: chmod 700 \(directory.path)")
    }
    return .ok(name, "Only the owner has access to \(directory.path).")
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
      return .error("data.keys", "Other users have access to \(files).", "Run: chmod 600 \(files)")
    }
    return .ok("data.keys", "Only the owner has access to the keys and the store.")
  }

  /// Returns findings about what a backup or a restoration left in the data directory when it was
  /// killed.
  private func leftovers() -> [Finding] {
    (FileContents.names(in: directory.path) ?? []).compactMap { name in
      let path = "\(directory.path)/\(name)"
      if name.hasPrefix("store.restoring-") { return Self.leftRestoration(path) }
      return BackupReader.isAbandoned(name) ? Self.leftBackup(path) : nil
    }
  }

  private static func leftRestoration(_ path: String) -> Finding {
    .warning(
      "data.leftovers", "An interrupted restoration left \(path).",
      "Check whether it holds the store that was replaced. If you do not need it: rm -r \(path)")
  }

  private static func leftBackup(_ path: String) -> Finding {
    .warning(
      "data.leftovers", "An interrupted backup left \(path).",
      "Run: rm -r \(path)")
  }

  private static func mode(of path: String) -> mode_t? {
    var information = stat()
    return stat(path, &information) == 0 ? information.st_mode : nil
  }
}
