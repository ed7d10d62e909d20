/// A purpose for which the host itself derives a key from the master key.
///
/// Every name contains a slash. No manifest can name such a purpose, so no plugin gets such a key.
enum HostPurpose: String, Hashable, Sendable, CaseIterable {
  /// The key for backups. It proves that a host with this master key wrote a backup.
  case backups = "host/backups"
  /// The key for checkpoints of the log. It proves the same of a checkpoint.
  case checkpoints = "host/checkpoints"
}
