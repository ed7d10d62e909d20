internal import GoogleProtos
internal import HostProtos
internal import HostServices
internal import IPC
internal import ProtobufRuntime
internal import Status
internal import WellKnownTypes

extension HostService {
  /// The name under which the host reports on itself.
  private static let ownName = "host"

  func stats(_ request: StatsRequest, context: CallContext) async throws -> StatsResponse {
    let length = try StatsSteps.Length(request)
    let recorders = try await recorders(named: request.plugin)
    let now = ContinuousClock.now
    await sampler.sample(at: now)
    return StatsResponse(
      step: GoogleDuration(length.duration),
      from: StatsSteps.current.timeOfFirst(by: length, at: now),
      latencyBounds: CallCounts.latencyBounds.map { GoogleDuration($0) },
      plugins: recorders.map { name, recorder in
        PluginStats(name, recorder, by: length, at: now, withMethods: request.byMethod)
      })
  }

  /// Returns the recorder of one plugin; those of the host and of all plugins if no name is given.
  private func recorders(named name: String) async throws -> [(String, PluginRecorder)] {
    switch name {
    case Self.ownName: return [(name, sampler.host)]
    case "":
      let plugins = await registry.supervisors.map { ($0.name, $0.route.recorder) }
      return [(Self.ownName, sampler.host)] + plugins
    default:
      // A plugin that can't be used was never called.
      guard case .supervised(let supervisor) = try await entry(named: name) else {
        return [(name, PluginRecorder())]
      }
      return [(name, supervisor.route.recorder)]
    }
  }
}

extension StatsSteps.Length {
  fileprivate init(_ request: StatsRequest) throws(Status) {
    guard let length = Self(rawValue: request.step.isEmpty ? "minute" : request.step) else {
      let known = Self.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
      throw Status(
        .invalidArgument, reason: "UNKNOWN_STEP",
        message: "step: must be \(known), not \"\(request.step.asRefused)\".")
    }
    self = length
  }
}

extension StatsSteps {
  /// Returns the time at which the first of the kept steps begins, by the system's clock as it is
  /// now.
  fileprivate func timeOfFirst(
    by length: Length, at now: ContinuousClock.Instant
  ) -> GoogleTimestamp {
    let first = start(of: number(of: now, by: length) - length.kept + 1, by: length)
    var time = GoogleTimestamp.fromNow(first - now)
    // Steps begin at whole seconds.
    if time.nanos >= 500_000_000 { time.seconds += 1 }
    time.nanos = 0
    return time
  }
}

extension PluginStats {
  fileprivate init(
    _ name: String, _ recorder: PluginRecorder, by length: StatsSteps.Length,
    at now: ContinuousClock.Instant, withMethods: Bool
  ) {
    let methods = recorder.callsByMethod(by: length, at: now)
    var sums = recorder.unplaced.points(by: length, at: now)
    for method in methods {
      for step in sums.indices { sums[step] += method.points[step] }
    }
    let called = methods.filter { $0.points.contains { $0.calls > 0 } }
    self.init(
      name: name,
      points: zip(sums, recorder.uses(by: length, at: now)).map { StatsPoint($0, $1) },
      methods: withMethods
        ? called.map { MethodStats(method: $0.method, points: $0.points.map { StatsPoint($0) }) }
        : [])
  }
}

extension StatsPoint {
  fileprivate init(_ counts: CallCounts, _ use: ProcessUse = ProcessUse()) {
    self.init(
      calls: UInt64(counts.calls), failures: UInt64(counts.failures),
      latencyBuckets: counts.latencies, cpuTime: use.cpuTime.map { GoogleDuration($0) },
      residentBytes: use.residentBytes)
  }
}
