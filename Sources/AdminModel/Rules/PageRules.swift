internal import Store

extension Violations {
  /// The maximum number of ids in a request. (Admin API, workspaces.)
  private static let maximumIDs = 100

  mutating func checkCount(ofIDs ids: [String]) {
    guard ids.count > Self.maximumIDs else { return }
    add("ids", "TOO_MANY", "must be at most \(Self.maximumIDs) ids, not \(ids.count)")
  }
}

extension PageRequest {
  static let defaultLimit: Int32 = 20
  static let limits: ClosedRange<Int32> = 1...1000

  /// Returns the page that a list request asks for, newest first.
  ///
  /// - Parameters:
  ///   - limit: 20 when nil.
  ///   - after: An id, or empty.
  ///   - before: An id, or empty. At most one of `after` and `before` may be set.
  static func newestFirst(
    limit: Int32?, after: String, before: String, of kind: AdminKind,
    into violations: inout Violations
  ) -> PageRequest {
    let limit = limit ?? defaultLimit
    if !limits.contains(limit) {
      violations.add(
        "limit", "OUT_OF_RANGE",
        "must be \(limits.lowerBound) to \(limits.upperBound), not \(limit)")
    }
    if !after.isEmpty { violations.checkID(after, of: kind, field: "after_id") }
    if !before.isEmpty { violations.checkID(before, of: kind, field: "before_id") }
    if !after.isEmpty && !before.isEmpty {
      violations.add("before_id", "EXCLUSIVE", "can't be given together with after_id")
    }
    return PageRequest(
      limit: Int(limit), after: after.isEmpty ? nil : after, before: before.isEmpty ? nil : before,
      order: .newestFirst)
  }
}
