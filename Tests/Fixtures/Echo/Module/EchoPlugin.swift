import EchoService
import Glibc
import IPC
import PluginKit

@main struct EchoPlugin: Plugin {
  static let version = "1.0.0"

  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    print("hello from \(environment.name)")  // To standard output, where it must not hurt.
    fflush(nil)  // To a pipe, print alone would keep it.
    if let purpose = environment.config["secret"] { _ = try environment.secret(purpose) }
    return [
      EchoService(
        host: environment.host, journal: environment.config["journal"] ?? "", dies: true)
    ]
  }
}
