import Foundation

/// A plugin path with plugins for tests.
struct Plugins {
  let folder = Folder()

  var path: String { folder.path }

  /// The path of the echo plugin that is built beside the tests.
  static var echo: String {
    let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let beside = ((program ?? "") as NSString).deletingLastPathComponent
    let candidates = [beside, Bundle.main.bundlePath] + testBundleFolders
    return candidates.map { "\($0)/EchoPlugin" }
      .first { FileManager.default.isExecutableFile(atPath: $0) } ?? "EchoPlugin"
  }

  private static var testBundleFolders: [String] {
    CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
      .map { ($0 as NSString).deletingLastPathComponent }
  }

  /// Adds the echo plugin. `fields` are further members of its manifest, as JSON.
  func addEcho(
    _ name: String = "echo", services: [String] = ["test.echo.v1.Echo"], _ fields: String = ""
  ) throws {
    try addManifest(name, services: services, fields)
    // A copy, because a plugin's executable must be in its folder. It is a hard link where
    // possible.
    let program = "\(path)/\(name)/run"
    if link(Self.echo, program) != 0 { try Folder.install(Self.echo, as: program) }
  }

  /// Adds a plugin that is a shell script.
  func addScript(
    _ name: String, services: [String] = [], _ script: String, _ fields: String = ""
  ) throws {
    try addManifest(name, services: services, fields)
    try folder.write("\(name)/run", "#!/bin/sh\n\(script)\n", executable: true)
  }

  /// Writes a manifest, and replaces the existing one.
  func addManifest(
    _ name: String, services: [String] = ["test.echo.v1.Echo"], _ fields: String
  ) throws {
    let list = services.map { "\"\($0)\"" }.joined(separator: ", ")
    let rest = fields.isEmpty ? "" : ", \(fields)"
    try folder.write(
      "\(name)/plugin.json",
      """
      {"name": "\(name)", "version": "1.0.0", "executable": "run", "services": [\(list)]\(rest)}
      """)
  }
}
