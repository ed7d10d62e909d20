internal import AdminProtos
internal import ArgumentParser
internal import HostProtos
internal import HostServices
internal import IPC
internal import Status

/// `steward backup`.
struct BackupCommand: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the store into a file, without stopping the host.",
    discussion: """
      The copy is the store as of one commit, with the key that verifies its log. Keep FILE \
      secret: only you can read it, and it appears only when it is complete. The master key is not \
      in it. Keep that key in another place: sealed values need it, and restore uses it to prove \
      that the file was not changed.
      """)

  @Argument(help: "The file to write.")
  var file: String

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    try refuseFormat(of: "backup")
    guard !file.isEmpty, file != "-" else {
      throw ValidationError(
        "backup writes only to a file, so that the copy is complete or absent; name a file.")
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
      "Copied \(Amounts.bytes(done)) to \(self.file). To restore it: steward restore "
        + self.file.shellQuoted)
  }
}

extension Status {
  fileprivate static let backupCutShort = Status(
    .dataLoss, reason: "BACKUP_CUT_SHORT",
    message: "The host sent less than the whole backup; nothing was written. Try again.")
}
