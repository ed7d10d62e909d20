/// What the host itself derives keys for from the master key.
///
/// No manifest can name one, for its slash: so no plugin gets such a key.
enum HostPurpose: String, Hashable, Sendable, CaseIterable {
  /// By which backups are known to be what a host with this master key wrote.
  case backups = "host/backups"
  /// By which checkpoints of the log are.
  case checkpoints = "host/checkpoints"
}
