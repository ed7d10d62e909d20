import Foundation

/// The header fields that the requests of a case have, in files for the programs that send them:
/// every user can see the arguments of a process.
struct RequestHeaders {
  /// The script for wrk. It also prints the figures of a run in one line.
  let script: URL
  private let curlConfiguration: URL

  init(_ fields: [String: String], in folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    script = folder.appendingPathComponent("headers-\(UUID().uuidString).lua")
    curlConfiguration = script.deletingPathExtension().appendingPathExtension("curl")
    let lines = fields.map { "wrk.headers[\"\($0)\"] = \"\($1)\"\n" }
    try Data((lines.joined() + Self.figures).utf8).write(to: script)
    try Data(fields.map { "header = \"\($0): \($1)\"\n" }.joined().utf8)
      .write(to: curlConfiguration)
  }

  /// Requests a page once, and returns the body of the response.
  func get(_ url: String) throws -> String {
    try Program.run(
      URL(fileURLWithPath: "/usr/bin/curl"), ["-sf", "-K", curlConfiguration.path, url])
  }

  private static let figures = """
    done = function(summary, latency)
      print("figures", summary.requests, summary.duration, latency:percentile(50),
        latency:percentile(95), latency:percentile(99), summary.errors.status)
    end

    """
}
