/// The tables that a program keeps in the store, and how they came to be what they are.
///
/// Programs with different schemas share one store: each schema has its own version in it. A store that is
/// older than the schema is brought forward by its migrations when it is opened; a newer one is refused.
public struct Schema: Sendable {
  let name: String
  let version: Int
  let tables: [any TableDeclaration]
  let migrations: [Migration]

  /// Creates a schema.
  ///
  /// - Parameters:
  ///   - name: What its version is kept under; empty when there are no tables.
  ///   - version: 1, and one more with each migration.
  ///   - tables: All that are ever used with the store. They are made when it is opened.
  ///   - migrations: The first brings version 1 to 2, the next 2 to 3, and so on.
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

/// One step forward of a schema.
public struct Migration: Sendable {
  let summary: String
  let run: @Sendable (inout WriteTransaction) throws -> Void

  /// Creates a step; all steps that a store needs run in one commit.
  public init(
    _ summary: String, _ run: @escaping @Sendable (inout WriteTransaction) throws -> Void
  ) {
    self.summary = summary
    self.run = run
  }
}
