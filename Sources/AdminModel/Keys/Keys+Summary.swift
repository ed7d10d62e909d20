public import AdminProtos
internal import GoogleProtos
public import Store

extension Keys {
  /// The days from now in which a key that expires is counted as expiring.
  private static let expiringWithin = Duration.seconds(30 * 86_400)
  private static let maximumWeeks: UInt32 = 26

  /// Returns how many keys of each kind an organization or a workspace has.
  ///
  /// The counts are kept by the day of expiry. So this reads one count for each day on which a key
  /// expires or has expired, and the keys that expire today or on the last of the 30 days.
  public static func summary(
    _ request: KeySummaryRequest, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> KeySummary {
    let (organization, workspace) = (request.organizationId, request.workspaceId)
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    if !workspace.isEmpty {
      violations.checkID(workspace, of: .workspace, field: "workspace_id")
    }
    if request.weeks > maximumWeeks {
      violations.add("weeks", "OUT_OF_RANGE", "must be at most \(maximumWeeks)")
    }
    try violations.check()
    _ = try requireAll(of: organization, workspace, by: access, in: tx)

    let now = tx.now
    let days = try KeyDays(
      organization: organization, workspace: workspace, now: now,
      end: now.adding(expiringWithin), in: tx)
    var summary = KeySummary()
    for state in KeyState.inUse {
      let expired = try days.expired(state, in: tx)
      let usable = UInt32(clamping: try days.all(state, in: tx) - expired)
      if state.status == .active { summary.active += usable } else { summary.inactive += usable }
      if state.isUnowned { summary.unowned += usable }
      summary.expired += UInt32(clamping: expired)
      summary.expiring += UInt32(clamping: try days.expiring(state, in: tx))
    }
    summary.archived = UInt32(
      clamping: try days.all(KeyState(status: .archived), in: tx))
    for week in 0..<Int(request.weeks) {
      let keys = try KeyState.inUse.reduce(0) { $0 + (try days.expiring($1, inWeek: week, in: tx)) }
      summary.expiringByWeek.append(UInt32(clamping: keys))
    }
    return summary
  }
}

/// The counts of keys by their day of expiry, around two times. The keys that expire on the days of
/// these times are read.
private struct KeyDays {
  let organization: String
  let workspace: String
  let now: GoogleTimestamp
  let end: GoogleTimestamp
  /// The keys that expire on the day of `now` or of `end`.
  private var atEdges: [ApiKey] = []

  init(
    organization: String, workspace: String, now: GoogleTimestamp, end: GoogleTimestamp,
    in tx: borrowing some Transaction & ~Copyable
  ) throws {
    (self.organization, self.workspace) = (organization, workspace)
    (self.now, self.end) = (now, end)
    let axis: KeyView.Axis = workspace.isEmpty ? .all : .workspace(workspace)
    let view = KeyView(axis: axis, status: KeyView.expiring)
    var keys: [ApiKey] = []
    for day in Set([now.day, end.day]) {
      try AdminSchema.keys.forEach(
        of: AdminSchema.keysByView, at: view.prefix(organization: organization, day: day), in: tx
      ) { stored in
        keys.append(stored.record.key)
        return true
      }
    }
    atEdges = keys
  }

  func all(_ state: KeyState, in tx: borrowing some Transaction & ~Copyable) throws -> Int {
    try count(state, nil, in: tx)
  }

  func expired(_ state: KeyState, in tx: borrowing some Transaction & ~Copyable) throws -> Int {
    try count(state, 0..<now.day, in: tx)
      + atEdges.count { state.contains($0) && $0.hasExpired(at: now) }
  }

  func expiring(_ state: KeyState, in tx: borrowing some Transaction & ~Copyable) throws -> Int {
    let between = min(now.day + 1, end.day)..<end.day
    return try count(state, between, in: tx)
      + atEdges.count {
        state.contains($0) && !$0.hasExpired(at: now) && $0.hasExpired(at: end)
      }
  }

  /// The first week is week 0. It begins at `now`.
  func expiring(
    _ state: KeyState, inWeek week: Int, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Int {
    let begin = now.day + 7 * week
    guard week == 0 else { return try count(state, begin..<begin + 7, in: tx) }
    return try count(state, begin + 1..<begin + 7, in: tx)
      + atEdges.count {
        state.contains($0) && $0.expiresAt?.day == begin && !$0.hasExpired(at: now)
      }
  }

  private func count(
    _ state: KeyState, _ days: Range<Int>?, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Int {
    try AdminSchema.keys.count(
      AdminSchema.keysByState,
      under: state.prefix(organization: organization, workspace: workspace),
      within: days.map { UInt64($0.lowerBound)..<UInt64($0.upperBound) }, in: tx)
  }
}
