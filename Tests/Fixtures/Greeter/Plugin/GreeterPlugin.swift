import GreeterProtos
import IPC
import PluginKit
import Status

@main
struct GreeterPlugin: Plugin {
  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    [GreeterService()]
  }
}

struct GreeterService: GreeterServiceProtocol {
  func greet(_ request: GreetRequest, context: CallContext) async throws -> Greeting {
    guard (1...40).contains(request.name.count) else {
      throw Status(
        .invalidArgument, reason: "NAME_LENGTH",
        message: "name must be 1 to 40 characters, not \(request.name.count).")
    }
    return Greeting(text: "Hello, \(request.name)!")
  }
}
