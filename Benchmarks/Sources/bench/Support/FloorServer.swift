import Foundation

/// The bare Hummingbird server.
struct FloorServer {
  let url: String
  private let server: Process

  init(respondingWith body: String, in scratch: URL) throws {
    let file = scratch.appendingPathComponent("body")
    try Data(body.utf8).write(to: file)
    server = Program.process(Program.beside("floor-http"), [file.path], environment: [:])
    let said = Pipe()
    server.standardOutput = said
    server.standardError = FileHandle.nullDevice
    try server.run()
    url = "http://127.0.0.1:\(try said.firstText(matching: "[0-9]+"))/"
  }

  func stop() {
    server.terminate()
    server.waitUntilExit()
  }
}
