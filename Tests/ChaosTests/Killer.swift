import Foundation
import Randomness

/// A killer of random processes and connections.
struct Killer: Sendable {
  /// The number of kills, by kind.
  struct Toll: Sendable, CustomStringConvertible {
    var plugins = 0
    var links = 0
    var commands = 0
    var hosts = 0
    var stops = 0

    var total: Int { plugins + links + commands + hosts + stops }

    var description: String {
      "\(total) kills (\(plugins) plugins, \(links) connections, \(commands) commands, "
        + "\(hosts) hosts; \(stops) hosts by SIGINT or SIGTERM)"
    }
  }

  let site: TestInstallation
  let host: ServedHost
  let links: [Link]
  let commands: CommandClient.Running
  private var random: SeededRandom
  private(set) var toll = Toll()

  init(
    _ site: TestInstallation, _ host: ServedHost, _ links: [Link],
    _ commands: CommandClient.Running,
    _ seed: UInt64
  ) {
    (self.site, self.host, self.links, self.commands) = (site, host, links, commands)
    random = SeededRandom(seed)
  }

  /// Kills a random process or connection.
  ///
  /// - Parameter sparing: Whether the host must stay alive.
  mutating func strike(sparingHost sparing: Bool) async throws {
    switch Int.random(in: 0..<20, using: &random) {
    case 0 where !sparing:
      try await host.replace()
      toll.hosts += 1
    case 1 where !sparing && random.oneIn(3):
      let status = try await host.restart(by: random.oneIn(2) ? SIGTERM : SIGINT)
      guard [0, 128 + SIGTERM, 128 + SIGINT].contains(status) else {
        throw Hangs(what: "a clean stop, of which the status is \(status): \(await host.log)")
      }
      toll.stops += 1
    case 2, 3:
      links.randomElement(using: &random)?.cut()
      toll.links += 1
    case 4: if commands.kill() { toll.commands += 1 }
    default:
      guard let plugin = site.pluginProcesses.randomElement(using: &random) else { return }
      if kill(plugin, SIGKILL) == 0 { toll.plugins += 1 }
    }
  }

  /// Sleeps for a random time. It is a random delay, and not a wait for a condition.
  mutating func pause() async throws {
    let longest = random.oneIn(2) ? 5 : 150
    let moment = Int.random(in: 0...longest, using: &random)
    try await Task.sleep(for: .milliseconds(moment))
  }
}
