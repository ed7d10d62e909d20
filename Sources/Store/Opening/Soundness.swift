internal import LMDB

/// Whether the pages of the data file are what LMDB can go on with.
///
/// Looking through all of them takes time that grows with the store, so it is remembered in which state
/// the file was found sound: then a store that nothing has written to since opens at once.
enum Soundness {
  private static let fileName = "inspected"
  private static let maximumStampLength = 128

  /// Looks through the file, unless it is as it was found sound.
  ///
  /// - Throws: ``StoreError/Code/damaged``, which says where.
  static func require(of environment: Environment) throws {
    let file = "\(environment.directory)/\(fileName)"
    let stamp = Array("\(try environment.stamp())\n".utf8)
    guard try PrivateFile.read(file, upTo: maximumStampLength) != stamp else { return }
    if let flaw = try environment.inspect() { throw StoreError.damaged(flaw, environment) }
    // Another process may have written to it meanwhile: then the next one looks again.
    guard try Array("\(environment.stamp())\n".utf8) == stamp else { return }
    try PrivateFile.replace(file, by: stamp)
  }
}

extension StoreError {
  fileprivate static func damaged(_ flaw: PageFlaw, _ environment: Environment) -> StoreError {
    StoreError(
      .damaged, reason: "STORE_DAMAGED",
      "The store's data file \"\(environment.directory)/data.mdb\" is damaged: \(flaw). "
        + "Restore the last backup with steward restore FILE.")
  }
}

extension Store {
  /// Looks through every page of the data file while others read and write, for as long as that takes.
  ///
  /// - Throws: ``StoreError/Code/damaged``, which says where.
  public func inspect() throws {
    do {
      if let flaw = try core.environment.inspect() {
        throw StoreError.damaged(flaw, core.environment)
      }
    } catch {
      throw StoreError.describing(error)
    }
  }
}
