internal import AdminProtos
internal import Store

/// A resource that a manifest desires: the records that it refers to, the record that it stands
/// for, and how to create, change or end that record.
///
/// Each kind is a type of its own, in one file. ``ManifestApplication`` decides in which order the
/// resources of all kinds are read and made.
protocol DesiredResource: Sendable {
  associatedtype Object
  /// The identity that two desired resources share if they stand for the same record, even before
  /// the record exists.
  associatedtype Identity: Hashable, Sendable

  static var kind: ManifestKind { get }
  /// Where an application stores the desired resources of the kind.
  static var desired: WritableKeyPath<ManifestApplication, DesiredResources<Self>> { get }
  /// Returns the content of an object; nil if the object is of another kind.
  static func object(of object: ManifestObject) -> Object?

  /// Reads an object and resolves its references, first among the desired resources of earlier
  /// kinds and then in the store.
  init(
    _ object: Object, in application: ManifestApplication,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws

  var identity: Identity { get }
  /// The keys of the existing records that it refers to.
  var references: [String] { get }
  /// Whether it is made before the others of its kind, because they may need it.
  var goesFirst: Bool { get }

  /// Returns the key of the record that it stands for; nil where the record doesn't exist yet.
  func find(
    in application: ManifestApplication, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> String?

  /// Returns the key of the record that the set made for this resource and that was renamed since
  /// by others.
  func findRenamed(
    in application: ManifestApplication, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> String?

  /// Creates or changes the record as the manifest desires.
  ///
  /// - Parameter key: The key of the record; nil where there is none.
  func make(
    _ key: String?, in application: inout ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> ResourceChange

  /// The note about how a resource of the kind ends, where that is not a deletion; empty otherwise.
  static var endNote: String { get }

  /// Returns the remaining record that the set made for a resource; nil if there is none that can
  /// be ended.
  static func orphan(
    of owned: OwnedObjectRecord, in application: inout ManifestApplication,
    _ tx: borrowing WriteTransaction
  ) throws -> OrphanedResource?

  /// Ends a record that the set made. Throws if it contains something that others made.
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

/// The outcome of making one desired resource.
struct ResourceChange {
  /// The key of the record.
  var key: String
  /// The id that callers use for the record.
  var id: String
  /// The name for people, such as "Acme/prod".
  var name: String
  /// The former values of the fields that a manifest can set; nil where the record didn't exist.
  var before: [String: String]?
  var after: [String: String]
  /// The set's handle for the record, and the record's organization; nil where no record was made.
  var owned: (handle: String, organization: String)?
  /// The secret of the record that was made, if it has one.
  var secret = ""
  var message = ""
}

extension ResourceChange {
  /// Returns the fields before and after a change, for ``before`` and ``after``. A resource that
  /// didn't change has none to compare: most resources of a manifest don't.
  static func fields<Resource: Equatable>(
    _ before: Resource?, _ after: Resource, _ texts: (Resource) throws -> [String: String]
  ) rethrows -> (before: [String: String]?, after: [String: String]) {
    guard before != after else { return ([:], [:]) }
    return (try before.map(texts), try texts(after))
  }
}

/// A record that a set made and that remains after its resource was removed from the manifest.
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
  /// Returns the fields that differ, sorted by name, with the field "name" first.
  fileprivate static func between(_ old: [String: String], _ new: [String: String]) -> [FieldChange]
  {
    Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
      .sorted { ($0 == "name" ? "" : $0) < ($1 == "name" ? "" : $1) }
      .map { FieldChange(field: $0, before: old[$0] ?? "", after: new[$0] ?? "") }
  }
}
