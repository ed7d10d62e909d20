import Foundation

/// Steward as it serves a data directory over HTTP, without a limit of the rate.
struct ServedInstallation {
  /// Where the gateway is, such as "http://127.0.0.1:40000".
  let url: String
  private let server: Process

  init(_ data: URL, in setting: Setting) throws {
    server = Program.process(
      setting.steward,
      ["serve", "--http", "127.0.0.1:0", "--set", "gateway.rate_limit=0"],
      environment: ["STEWARD_DATA": data.path])
    let said = Pipe()
    server.standardError = said
    try server.run()
    url = try said.firstText(matching: "http://127.0.0.1:[0-9]+")
  }

  /// The processor time that the host and its plugins have used, in seconds.
  var processorTime: Double {
    get throws {
      let host = server.processIdentifier
      return try ([host] + Processes.children(of: host))
        .reduce(0) { try $0 + Processes.processorTime(of: $1) }
    }
  }

  func stop() {
    server.terminate()
    server.waitUntilExit()
  }
}
