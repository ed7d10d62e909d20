import EchoService
import Glibc
import IPC
import PluginKit

@main struct EchoPlugin: Plugin {
  static let version = "1.0.0"

  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    print("hello from \(environment.name)")  // To standard output, where it must not hurt.
    if let purpose = environment.config["secret"] { _ = try environment.secret(purpose) }
    let places = environment.listeners.map { "\($0.name) \($0.descriptor)" }
    if !places.isEmpty { print("listens on \(places.joined(separator: " and "))") }
    fflush(nil)  // To a pipe, print alone would keep it.
    let door = Door(host: environment.host)
    for listener in environment.listeners {
      environment.whenDraining(door.open(on: listener.descriptor))
    }
    return [
      EchoService(
        host: environment.host, journal: environment.config["journal"] ?? "", dies: true)
    ]
  }
}
