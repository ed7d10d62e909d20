public import Store

extension Store {
  /// Opens the shared store with the admin tables.
  ///
  /// - Parameter directory: The store's own directory, as the host grants it.
  public static func openAdmin(
    directory: String, options: StoreOptions = StoreOptions()
  ) throws -> Store {
    try Store.open(directory: directory, schema: AdminSchema.schema, options: options)
  }
}
