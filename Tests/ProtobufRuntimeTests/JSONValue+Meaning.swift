import ProtobufRuntime

extension JSONValue {
  /// Returns whether both values mean the same. Objects are equal in any order, and numbers are
  /// equal by their values.
  func means(_ other: JSONValue) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)): a == b || Double(a) == Double(b)
    case (.array(let a), .array(let b)): a.elementsEqual(b) { $0.means($1) }
    case (.object(let a), .object(let b)): a.count == b.count && Self.allMean(a, b)
    default: self == other
    }
  }

  private static func allMean(_ a: [(String, JSONValue)], _ b: [(String, JSONValue)]) -> Bool {
    a.allSatisfy { name, value in
      b.contains { $0.0 == name && value.means($0.1) }
    }
  }
}
