import Foundation
import Hummingbird
import NIOCore

/// A bare Hummingbird server that responds to every GET of `/` with the bytes of one file, from
/// memory.
///
/// Usage: floor-http FILE. Prints the port on which it serves.
@main
struct FloorHTTP {
  static func main() async throws {
    let bytes = ByteBuffer(
      bytes: try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1])))
    let router = Router()
    router.get("/") { _, _ in
      Response(
        status: .ok, headers: [.contentType: "application/json"],
        body: ResponseBody(byteBuffer: bytes))
    }
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        print(channel.localAddress?.port ?? 0)
        fflush(nil)
      })
    try await application.run()
  }
}
