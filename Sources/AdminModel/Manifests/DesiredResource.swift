internal import AdminProtos
internal import Store

/// One thing that a manifest wishes for: what it refers to, which record it means, and how that
/// becomes as it is wished, or ends.
///
/// Each kind is a type of its own, in one file. In what order the wishes of all kinds are
/// understood and made is the application's to know.
protocol DesiredResource: Sendable {
  associatedtype Object
  /// What two wishes have in common that mean the same thing, also while it is yet to be made.
  associatedtype Identity: Hashable, Sendable

  static var kind: ManifestKind { get }
  /// Where an application keeps the wishes of the kind.
  static var desired: WritableKeyPath<ManifestApplication, DesiredResources<Self>> { get }
  /// Returns what an object says; nil if it is of another kind.
  static func object(of object: ManifestObject) -> Object?

  /// Understands an object, and finds what it refers to, among the wishes of the kinds before and
  /// in the store.
  init(
    _ object: Object, in application: ManifestApplication,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws

  var identity: Identity { get }
  /// The keys of the records that it refers to and that are there already.
  var references: [String] { get }
  /// Whether the others of the kind may need it to be made before them.
  var goesFirst: Bool { get }

  /// Returns the key of the record that it means; nil where that is yet to be made.
  func find(
    in application: ManifestApplication, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> String?

  /// Returns the key of what the set made of this wish and others gave another name since.
  func findRenamed(
    in application: ManifestApplication, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> String?

  /// Makes it as it is wished.
  ///
  /// - Parameter key: Of the record that it means; nil where there is none.
  func make(
    _ key: String?, in application: inout ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> ResourceChange

  /// What its end is, where that is not a deletion.
  static var endNote: String { get }

  /// Returns what is left of a thing that the set made; nil if nothing is that could be ended.
  static func orphan(
    of owned: OwnedObjectRecord, in application: inout ManifestApplication,
    _ tx: borrowing WriteTransaction
  ) throws -> OrphanedResource?

  /// Ends a thing that the set made, unless there is in it what others made.
  static func end(
    _ owned: OwnedObjectRecord, in application: ManifestApplication, _ tx: inout WriteTransaction
  ) throws
}

extension DesiredResource {
  var goesFirst: Bool { false }

  func findRenamed(
    in application: ManifestApplication, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> String? { nil }

  static var endNote: String { "" }
}

extension DesiredResource where Identity == MemberReference {
  var references: [String] { identity.organization.keys }
}

/// What was done about a wish.
struct ResourceChange {
  /// The key of the record.
  var key: String
  /// What callers know it by.
  var id: String
  /// What people call it, as "Acme/prod".
  var name: String
  /// What a manifest can say of it, by field, as it was; nil where there was nothing.
  var before: [String: String]?
  var after: [String: String]
  /// What the set calls what it made, and the organization in which that is; nil where it made
  /// nothing.
  var owned: (handle: String, organization: String)?
  /// Of what was made, if there is one.
  var secret = ""
  var message = ""
}

/// What is left of a thing that a set made.
struct OrphanedResource {
  var id: String
  var name: String
}

extension ApplyResult {
  init(_ change: ResourceChange, of kind: ManifestKind) {
    let changes = FieldChange.between(change.before ?? [:], change.after)
    let outcome: ResourceOutcome =
      change.before == nil ? .created : changes.isEmpty ? .unchanged : .updated
    self.init(
      outcome: outcome.rawValue,
      kind: kind.rawValue, name: change.name, id: change.id, changes: changes,
      message: change.message,
      secret: change.secret)
  }
}

extension FieldChange {
  /// The fields that differ, in the order of their names, the name itself first.
  fileprivate static func between(_ old: [String: String], _ new: [String: String]) -> [FieldChange]
  {
    Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
      .sorted { ($0 == "name" ? "" : $0) < ($1 == "name" ? "" : $1) }
      .map { FieldChange(field: $0, before: old[$0] ?? "", after: new[$0] ?? "") }
  }
}
