import WebProtos

/// The fields of a query or a form, in order.
struct Fields: Hashable, Sendable {
  private(set) var all: [PageField]

  init(_ all: [PageField] = []) { self.all = all }

  /// The first field of a name as it was sent; empty if there is none.
  subscript(_ name: StaticString) -> String {
    let name = name.description
    return all.first { $0.name == name }?.value ?? ""
  }

  /// The first field of a name without the spaces around it, for what is no password.
  func trimmed(_ name: StaticString) -> String { self[name].trimmed }

  /// Every field of a name, as the boxes of a list send them.
  func values(_ name: StaticString) -> [String] {
    let name = name.description
    return all.filter { $0.name == name }.map(\.value)
  }

  /// Whether a box is checked.
  func isOn(_ name: StaticString) -> Bool { !self[name].isEmpty }

  /// The same fields without those of some names, such as passwords.
  func without(_ names: Set<String>) -> Fields { Fields(all.filter { !names.contains($0.name) }) }
}
