internal import AdminProtos
internal import ArgumentParser
internal import HostProtos
internal import HostServices
internal import IPC
internal import Status

/// `steward backup`.
struct BackupCommand: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the store into a file, while everything goes on.",
    discussion: """
      The copy is the store as of one commit, with the key by which its log is checked. Keep it \
      like a secret; FILE is readable by nobody else, and only there when all of it is. The master \
      key is not in it: keep that apart, since sealed values need it, and restore proves by it \
      that the file was not changed.
      """)

  @Argument(help: "The file to write.")
  var file: String

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    try refuseFormat(of: "backup")
    guard !file.isEmpty, file != "-" else {
      throw ValidationError(
        "backup writes a file, so that it is there whole or not at all; name one.")
    }
  }

  func run(over channel: any Channel, in session: Session) async throws {
    let file = try OutputFile(file, console: session.console, wholeOnly: true)
    var bar = ProgressBar("Copying", on: session.console)
    defer { bar.clear() }
    var (done, total) = (UInt64(0), UInt64(0))
    let chunks = try await MaintenanceClient(channel).backup(BackupRequest(), options: callOptions)
    for try await chunk in chunks {
      try file.write(chunk.data)
      total = max(total, chunk.totalBytes)
      done += UInt64(chunk.data.count)
      bar.show(done, of: total)
    }
    guard done == total, done > 0 else { throw Status.backupCutShort }
    try file.finish()
    bar.clear()
    session.console.note(
      "Copied \(Amounts.bytes(done)) to \(self.file). To put it back: steward restore "
        + self.file.shellQuoted)
  }
}

extension Status {
  fileprivate static let backupCutShort = Status(
    .dataLoss, reason: "BACKUP_CUT_SHORT",
    message: "The host sent less than the whole backup; nothing was written. Try again.")
}
