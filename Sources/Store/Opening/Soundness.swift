internal import LMDB
internal import Status

/// The check that LMDB can work with the pages of the data file.
///
/// An inspection of all pages takes time that grows with the store. So the check saves the stamp of
/// a sound file. If nothing has written to the store since, it opens at once.
enum Soundness {
  private static let fileName = "inspected"
  private static let maximumStampLength = 128

  /// Inspects the data file, unless it is unchanged since it was found sound.
  ///
  /// - Throws: ``StoreError/Code/damaged``. The message names the place.
  static func require(of environment: Environment) throws {
    let file = StoreFile("\(environment.directory)/\(fileName)")
    let stamp = Array("\(try environment.stamp())\n".utf8)
    guard try file.read(upTo: maximumStampLength) != stamp else { return }
    if let flaw = try environment.inspect() { throw StoreError.damaged(flaw, environment) }
    // Another process may have written to the file meanwhile. The next opening then inspects it
    // again.
    guard try Array("\(environment.stamp())\n".utf8) == stamp else { return }
    try file.replace(by: stamp)
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
  /// Inspects every page of the data file while other processes read and write. This may take long.
  ///
  /// - Throws: ``StoreError/Code/damaged``. The message names the place.
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
