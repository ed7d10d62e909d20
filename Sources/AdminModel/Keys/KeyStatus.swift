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

  init(of record: KeyRecord, at now: GoogleTimestamp) {
    if record.archivedAt != nil {
      self = .archived
    } else if record.hasExpired(at: now) {
      self = .expired
    } else {
      self = record.status == KeyStatus.inactive.rawValue ? .inactive : .active
    }
  }
}

extension KeyRecord {
  func hasExpired(at now: GoogleTimestamp) -> Bool {
    expiresAt.map { $0.microseconds <= now.microseconds } ?? false
  }
}
