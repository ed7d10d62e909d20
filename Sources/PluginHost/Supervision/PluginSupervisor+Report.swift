internal import GoogleProtos
internal import HostProtos
internal import IPC
internal import Status
internal import WellKnownTypes

// The state of the plugin as clients see it.
extension PluginSupervisor {
  var report: PluginStatus {
    let current = current
    return PluginStatus(
      name: name, version: manifest.manifest.version, state: state, pid: current?.process.pid,
      startedAt: current?.startedAt, restarts: UInt32(lifecycle.restarts),
      residentBytes: current.flatMap { ResidentMemory.bytes(of: $0.process.pid) },
      services: manifest.manifest.served, dependsOn: manifest.manifest.dependsOn,
      directory: manifest.directory, grants: manifest.grants.names,
      callsInFlight: UInt32(processes.values.reduce(0) { $0 + ($1.session?.callsInFlight ?? 0) }),
      retryAt: retryAt, lastCrash: failures.lastCrash,
      listeners: listeners.map {
        ListenerStatus(name: $0.name, address: $0.address.description)
      },
      trust: trust.word)
  }

  /// Records what the processes of the plugin have used.
  func sample(at now: ContinuousClock.Instant) {
    let readings = processes.values.compactMap { ProcessReading(of: $0.process.pid) }
    route.recorder.record(readings, at: now)
  }

  private var state: String {
    switch lifecycle.phase {
    case .stopped: "stopped"
    case .starting: "starting"
    case .ready: "ready"
    case .draining: "draining"
    case .backingOff: "backing_off"
    case .failed: "failed"
    }
  }

  private var retryAt: GoogleTimestamp? {
    switch lifecycle.phase {
    case .backingOff(let until), .failed(let until): .fromNow(until - .now)
    default: nil
    }
  }
}

extension Status {
  static func reloadFailed(
    _ plugin: String, _ why: String, _ lastWords: LastWords
  ) -> Status {
    Status(
      .failedPrecondition, reason: "RELOAD_FAILED",
      message:
        "The new process of plugin \(plugin) can't be used: \(why.asClause). Calls go where "
        + "they went before. \(lastWords.text(of: plugin))")
  }
}
