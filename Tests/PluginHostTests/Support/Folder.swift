import Foundation

/// A new temporary directory, which is removed with its owner.
final class Folder: Sendable {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "steward-host-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file at a path relative to the folder, and returns its full path.
  @discardableResult
  func write(_ name: String, _ text: String, executable: Bool = false) throws -> String {
    let file = "\(path)/\(name)"
    let directory = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    guard executable else {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      return file
    }
    let draft = "\(path)/\(UUID().uuidString)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: draft))
    try Self.install(draft, as: file)
    try FileManager.default.removeItem(atPath: draft)
    return file
  }

  /// Copies an executable to its place in another process. If this process wrote the file, a child
  /// that another test forks at that moment would hold it open for writing. The file could not be
  /// executed then ("Text file busy").
  static func install(_ draft: String, as file: String) throws {
    let install = try Process.run(
      URL(fileURLWithPath: "/usr/bin/install"), arguments: ["-m", "755", draft, file])
    install.waitUntilExit()
  }

  func text(_ name: String) -> String {
    let data = FileManager.default.contents(atPath: "\(path)/\(name)")
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}
