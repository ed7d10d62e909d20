/// The direction of a scan.
public enum ScanDirection: Hashable, Sendable {
  case forward
  case backward
}

extension ReadTransaction {
  /// Lends the key and value of each entry in `range` to `visit`, one by one, until `visit` returns
  /// `false`.
  ///
  /// The cost depends only on the number of visited entries, wherever the range lies.
  public func scan(
    _ database: Database, _ range: KeyRange = KeyRange(), _ direction: ScanDirection = .forward,
    _ visit: (RawSpan, RawSpan) throws -> Bool
  ) throws {
    var cursor = try Cursor(database, in: self)
    switch direction {
    case .forward:
      var isThere = try cursor.goToStart(of: range)
      while try isThere && cursor.withEntry({ try range.ends(after: $0) && visit($0, $1) }) {
        isThere = try cursor.goForward()
      }
    case .backward:
      var isThere = try cursor.goToEnd(of: range)
      while try isThere && cursor.withEntry({ try range.begins(before: $0) && visit($0, $1) }) {
        isThere = try cursor.goBackward()
      }
    }
  }
}
