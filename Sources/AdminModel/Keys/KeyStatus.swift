internal import AdminProtos
internal import GoogleProtos

/// The status of a key.
public enum KeyStatus: String, CaseIterable, Sendable {
  case active
  /// Disabled until it is enabled again.
  case inactive
  /// Ended permanently.
  case archived
  /// Past its expiry time. The status is computed when it is read; no job sets it.
  case expired

  init(of key: ApiKey, at now: GoogleTimestamp) {
    if key.archivedAt != nil {
      self = .archived
    } else if key.hasExpired(at: now) {
      self = .expired
    } else {
      self = key.status == KeyStatus.inactive.rawValue ? .inactive : .active
    }
  }
}
