import Foundation

/// A fresh directory that goes with its owner.
final class Folder: Sendable {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "steward-host-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, relative to the folder.
  @discardableResult
  func write(_ name: String, _ text: String, executable: Bool = false) throws -> String {
    let file = "\(path)/\(name)"
    let directory = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    try FileManager.default.setAttributes(
      [.posixPermissions: executable ? 0o755 : 0o644], ofItemAtPath: file)
    return file
  }

  func text(_ name: String) -> String {
    let data = FileManager.default.contents(atPath: "\(path)/\(name)")
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}
