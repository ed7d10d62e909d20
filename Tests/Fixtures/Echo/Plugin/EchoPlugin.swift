import EchoService
import Glibc
import IPC
import PluginKit

@main struct EchoPlugin: Plugin {
  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    print("hello from \(environment.name)")  // Must not damage the frames.
    if let purpose = environment.config["secret"] { _ = try environment.secret(purpose) }
    let places = environment.listeners.map { "\($0.name) \($0.descriptor)" }
    if !places.isEmpty { print("listens on \(places.joined(separator: " and "))") }
    fflush(nil)  // A pipe is buffered.
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
