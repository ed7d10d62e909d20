internal import ProtobufRuntime
internal import Store

/// A reference to a record that doesn't exist.
struct DanglingReference {
  let noun: String
  let resource: String
  let target: String
  let key: String
}

/// A rule for a field that names another record: the record must exist.
struct ReferenceRule: Sendable {
  /// The maximum number of findings of one rule. More of one kind tell nothing new.
  private static let maximumOfAKind = 100

  /// Returns the references of the rule that lead to no record.
  let dangling: @Sendable (borrowing ReadTransaction) throws -> [DanglingReference]

  /// Creates a rule for a field.
  ///
  /// - Parameter key: Returns the key that a record names; empty where it names none.
  init<Record: Message, Target: Message>(
    from table: Table<Record>, to target: Table<Target>, key: @escaping @Sendable (Record) -> String
  ) {
    dangling = { tx in
      var found: [DanglingReference] = []
      try table.forEach(in: tx) { stored in
        let key = key(stored.record)
        guard try !key.isEmpty && !target.contains(key, in: tx) else { return true }
        found.append(
          DanglingReference(
            noun: table.noun, resource: table.resource(of: stored.record), target: target.noun,
            key: key))
        return found.count < Self.maximumOfAKind
      }
      return found
    }
  }

  /// The rules of all parts of the schema.
  static let all = AdminSchema.parts.flatMap(\.references)
}
