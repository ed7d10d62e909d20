internal import AdminProtos
internal import GoogleProtos

/// What may be done with a key.
public enum KeyStatus: String, CaseIterable, Sendable {
  case active
  /// Switched off, until it is switched on again.
  case inactive
  /// Ended, for good.
  case archived
  /// Its time is over. Computed when it is read: no job makes it so.
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
