import GoogleProtos
import HostProtos
import ProtobufRuntime
import StoreProtos

/// The activities that a client requests.
struct ActivityQuery: Sendable {
  static let limits: ClosedRange<Int32> = 1...5000
  static let defaultLimit: Int32 = 100
  /// The maximum number of events that the host returns at once.
  private static let pageLength = 1000
  /// The maximum number of values of one parameter, and of combinations of organizations and actors.
  static let maximumValues = 100

  let limit: Int
  /// The revision after which, or before which, the page lies in the list; 0 for none.
  private let after: UInt64
  private let before: UInt64
  private let types: Set<String>
  /// The requests to the host, one for each combination of an organization and an actor.
  let requests: [ListAuditRequest]

  /// Whether the page is the part of the list right before a cursor.
  var isBackward: Bool { before > 0 }

  init(_ query: Query) throws(APIError) {
    limit = Int(try query.integer("limit", in: Self.limits) ?? Self.defaultLimit)
    after = try Self.cursor("after_id", query)
    before = try Self.cursor("before_id", query)
    guard after == 0 || before == 0 else {
      throw APIError(.invalidRequest, "before_id: can't be given together with after_id.")
    }
    types = Set(try Self.values("activity_types", query))
    let actors = try Self.values("actor_ids", query).map(ActivityActor.actor)
    let organizations = try Self.values("organization_ids", query)
    guard max(actors.count, 1) * max(organizations.count, 1) <= Self.maximumValues else {
      throw APIError(
        .invalidRequest,
        "actor_ids[]: there are more than \(Self.maximumValues) combinations with "
          + "organization_ids[].")
    }
    let whole = ListAuditRequest(
      limit: Int32(min(limit + 1, Self.pageLength)), afterRevision: after, beforeRevision: before,
      actions: Set(types.flatMap(ActivityType.actions)).sorted(), from: try Self.start(query),
      to: try Self.end(query))
    guard whole.actions.count <= Self.maximumValues else {
      throw APIError(.invalidRequest, "activity_types[]: these are too many; ask for fewer.")
    }
    requests = Self.each(of: organizations).flatMap { organization in
      Self.each(of: actors).map { actor in
        var request = whole
        request.organizationId = organization
        request.actor = actor
        return request
      }
    }
  }

  /// Returns whether an event is of a requested type. Several types may share an action.
  func isWanted(_ event: Event) -> Bool {
    types.isEmpty || types.contains(ActivityType.type(of: event))
  }

  /// Returns the events that are nearest to the cursor, without duplicates: as many as the page has,
  /// and one more.
  func nearest(among events: [Event]) -> [Event] {
    let sorted = events.sorted {
      isBackward ? $0.revision < $1.revision : $0.revision > $1.revision
    }
    var nearest: [Event] = []
    for event in sorted where nearest.count <= limit && event.revision != nearest.last?.revision {
      nearest.append(event)
    }
    return nearest
  }
}

extension ActivityQuery {
  /// Returns the distinct values, or one empty value that stands for all.
  private static func each(of values: [String]) -> [String] {
    values.isEmpty ? [""] : Set(values).sorted()
  }

  private static func values(_ name: String, _ query: Query) throws(APIError) -> [String] {
    let values = query.values(name)
    guard values.count <= maximumValues, !values.contains("") else {
      throw APIError(
        .invalidRequest, "\(name)[]: must be at most \(maximumValues) values, none of them empty.")
    }
    return values
  }

  /// Returns the revision of the activity that a parameter names; 0 if the parameter is absent.
  private static func cursor(_ name: String, _ query: Query) throws(APIError) -> UInt64 {
    guard let id = try query.value(name) else { return 0 }
    guard let revision = ActivityID.revision(of: id) else {
      throw APIError(.invalidRequest, "\(name): must be the id of an activity.")
    }
    return revision
  }

  /// Returns the first time of the range.
  private static func start(_ query: Query) throws(APIError) -> GoogleTimestamp? {
    let (from, after) = (try time("created_at.gte", query), try time("created_at.gt", query))
    guard let after = after?.next else { return from }
    guard let from else { return after }
    return from.isBefore(after) ? after : from
  }

  /// Returns the first time after the range.
  private static func end(_ query: Query) throws(APIError) -> GoogleTimestamp? {
    let (upTo, before) = (try time("created_at.lte", query), try time("created_at.lt", query))
    guard let upTo = upTo?.next else { return before }
    guard let before else { return upTo }
    return before.isBefore(upTo) ? before : upTo
  }

  private static func time(_ name: String, _ query: Query) throws(APIError) -> GoogleTimestamp? {
    guard let text = try query.value(name) else { return nil }
    guard text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-:.".contains($0)) }),
      let time = try? GoogleTimestamp(json: "\"\(text)\"")
    else {
      throw APIError(
        .invalidRequest, "\(name): must be a time, such as 2026-11-30T08:00:00Z.")
    }
    return time
  }
}

extension GoogleTimestamp {
  /// The time one nanosecond later.
  fileprivate var next: GoogleTimestamp {
    nanos < 999_999_999
      ? GoogleTimestamp(seconds: seconds, nanos: nanos + 1) : GoogleTimestamp(seconds: seconds + 1)
  }

  fileprivate func isBefore(_ other: GoogleTimestamp) -> Bool {
    (seconds, nanos) < (other.seconds, other.nanos)
  }
}
