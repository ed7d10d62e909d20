/// The tables that a program keeps in the store, and the migrations that lead to them.
///
/// Programs with different schemas share one store. The store keeps a version for each schema. If
/// the stored version is older than the schema, the migrations run when the store is opened. A
/// newer version is refused.
public struct Schema: Sendable {
  let name: String
  let version: Int
  let tables: [any TableDeclaration]
  let migrations: [Migration]

  /// Creates a schema.
  ///
  /// - Parameters:
  ///   - name: The name under which the store keeps the version. It is empty if there are no
  ///     tables.
  ///   - version: 1, plus one for each migration.
  ///   - tables: All tables that are ever used with the store. Opening the store creates them.
  ///   - migrations: The first migrates from version 1 to 2, the next from 2 to 3, and so on.
  public init(
    name: String = "", version: Int = 1, tables: [any TableDeclaration] = [],
    migrations: [Migration] = []
  ) {
    precondition(version == migrations.count + 1, "each version after 1 has its migration")
    self.name = name
    self.version = version
    self.tables = tables
    self.migrations = migrations
  }
}

/// One step from a version of a schema to the next.
public struct Migration: Sendable {
  let summary: String
  let run: @Sendable (inout WriteTransaction) throws -> Void

  /// Creates a step. All steps that a store needs run in one commit.
  public init(
    _ summary: String, _ run: @escaping @Sendable (inout WriteTransaction) throws -> Void
  ) {
    self.summary = summary
    self.run = run
  }
}
