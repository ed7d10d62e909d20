import Foundation
import Glibc
import Randomness
import Synchronization
import Testing

/// The promise of the whole product: whatever is killed and whenever, each acknowledged change is
/// there exactly once, no change is there in part, and no resource is left behind.
@Suite("Chaos tests")
struct ChaosTests {
  @Test(
    "Every promise is kept while plugins, clients and hosts are killed under load",
    .timeLimit(.chaos))
  func kills() async throws {
    let trial = Trial.chaos
    trial.say(trial.repetition)
    let field = try await Field(trial)
    let files = try await field.filesWhenIdle()
    let (toll, ledger) = try await field.fight(trial)
    trial.say("\(toll), \(ledger.acknowledged) acknowledged changes, seed \(trial.seed)")

    let reckoning = Reckoning(promised: ledger)
    try await reckoning.checkLists(field.observer)
    let left = try await field.filesWhenIdle()
    // Dispatch makes one timer for each of its three clocks when it first needs it.
    let leaked = left.filter { $0.key != "anon_inode:[timerfd]" || $0.value > 3 }.filter {
      files[$0.key, default: 0] < $0.value
    }
    #expect(leaked.isEmpty, "open in the host; at first there were \(files)")
    #expect(await field.host.stop() == 0)
    try await awaiting("plugins to leave with their hosts") { field.site.pluginProcesses.isEmpty }
    try reckoning.checkLog(of: field.site.data + "/store")
  }
}

/// A host with its clients and their killer.
private struct Field {
  let site: TestInstallation
  let host: ServedHost
  let observer: Link
  private let clients: [ChaosClient]
  private let commands: CommandClient

  init(_ trial: Trial) async throws {
    site = try TestInstallation()
    host = ServedHost(site)
    observer = Link(site)
    clients = (0..<6).map { [site] in
      ChaosClient("c\($0)", site, seed: trial.seed &+ 100 &+ UInt64($0))
    }
    commands = CommandClient(site)
    try await host.start()
  }

  /// Returns the number of files that the host has open, by kind, while both plugins run and no
  /// client is connected.
  func filesWhenIdle() async throws -> [String: Int] {
    try await Reckoning.wakePlugins(observer)
    // What the host opens for the first crash stays open, so the plugins crash once here.
    for plugin in site.pluginProcesses { Glibc.kill(plugin, SIGKILL) }
    try await Reckoning.wakePlugins(observer)
    let ownSocket = 1
    observer.cut()
    var files: [String: Int] = [:]
    try? await awaiting("the host to close what it opened for clients") {
      files = await host.files
      return files["socket:", default: 0] <= ownSocket
    }
    return files
  }

  func fight(_ trial: Trial) async throws -> (Killer.Toll, Ledger) {
    try await withThrowingTaskGroup(of: Ledger.self) { group in
      for client in clients {
        group.addTask {
          var client = client
          defer { client.link.cut() }
          try await client.work()
          return client.ledger
        }
      }
      group.addTask { [commands] in
        var commands = commands
        try await commands.work()
        return commands.ledger
      }
      let toll = try await kill(trial)
      group.cancelAll()
      return (toll, try await group.reduce(Ledger(), +))
    }
  }

  /// Kills until the time is up or the count is reached. The last host lives for a fifth of that,
  /// so that its leaks become visible.
  private func kill(_ trial: Trial) async throws -> Killer.Toll {
    var killer = Killer(site, host, clients.map(\.link), commands.running, trial.seed)
    let start = ContinuousClock.now
    while true {
      let done =
        trial.count.map { Double(killer.toll.total) / Double($0) }
        ?? (ContinuousClock.now - start) / trial.duration
      guard done < 1 else { return killer.toll }
      try await killer.strike(sparingHost: done > 0.8)
      try await killer.pause()
    }
  }
}
