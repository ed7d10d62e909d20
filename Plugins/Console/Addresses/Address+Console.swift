import HTML

extension Address {
  /// Returns the address of an organization, or of something in it.
  static func organization(_ id: String, _ parts: String...) -> Address {
    parts.reduce(Address("/console/orgs").appending(id)) { $0.appending($1) }
  }

  /// Returns the address with an item added to its query for each name and value.
  func query(_ items: [(String, String)]) -> Address {
    items.reduce(self) { $1.1.isEmpty ? $0 : $0.query($1.0, $1.1) }
  }

  /// Returns the address of a list after a change: the row of the record is marked, and a notice
  /// says what happened.
  ///
  /// - Parameter record: The id of the record, if the notice offers what can be done next with it.
  func marking(_ row: ElementID?, _ notice: Notice.Kind, of record: String = "") -> Address {
    let address = query("done", record.isEmpty ? notice.rawValue : "\(notice.rawValue).\(record)")
    return row.map { address.fragment($0) } ?? address
  }
}

extension ElementID {
  /// The id of a record's row, by which a list marks it after a change.
  static func row(_ id: String) -> ElementID? { ElementID("row-", id) }
}
