internal import LMDB
internal import Status

/// The scan that a page request needs.
struct PagePlan {
  let limit: Int
  let cursor: String?
  /// Whether the page lies before the cursor. The scan then runs against the list's order, and its
  /// result is reversed.
  let isBackward: Bool
  let direction: ScanDirection

  init(_ request: PageRequest) throws {
    let (after, before) = (request.after ?? "", request.before ?? "")
    guard 1...1000 ~= request.limit else {
      throw Self.invalid("PAGE_LIMIT", "The limit is \(request.limit); it must be 1 to 1000.")
    }
    guard after.isEmpty || before.isEmpty else {
      throw Self.invalid("PAGE_CURSORS", "Give after or before, not both.")
    }
    limit = request.limit
    isBackward = !before.isEmpty
    cursor = isBackward ? before : after.isEmpty ? nil : after
    direction = (request.order == .oldestFirst) == isBackward ? .backward : .forward
  }

  /// Returns the range of the keys under `prefix` that lie beyond the cursor's place.
  func range(_ prefix: [UInt8], beyond place: [UInt8]?) -> KeyRange {
    var range = KeyRange(prefix: prefix)
    guard let place else { return range }
    switch direction {
    case .forward: range.lower = .exclusive(place)
    case .backward: range.upper = .exclusive(place)
    }
    return range
  }

  private static func invalid(_ reason: StatusReason, _ message: String) -> StoreError {
    StoreError(.invalidPage, reason: reason, message)
  }
}
