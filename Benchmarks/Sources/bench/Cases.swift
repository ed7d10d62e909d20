import Foundation

/// What is measured. Each case runs several rounds, and each round measures the floor beside it.
enum Case: String, CaseIterable {
  case call
  case create
  case cold

  func measure(rounds: Int, dist: URL, scratch: URL) async throws -> [Measurement] {
    switch self {
    case .call: try await measureCalls(rounds: rounds, dist: dist, scratch: scratch)
    case .create: try await measureCreates(rounds: rounds, dist: dist, scratch: scratch)
    case .cold: try await measureCold(rounds: rounds, dist: dist, scratch: scratch)
    }
  }
}

/// `steward.orgs.v1.Orgs/Get` from the host, against a message of 64 bytes over two pipes in C.
private func measureCalls(rounds: Int, dist: URL, scratch: URL) async throws -> [Measurement] {
  let subject = try await Subject(dist: dist, data: scratch)
  var medians: [Double] = []
  var tails: [Double] = []
  var rates: [Double] = []
  var floorMedians: [Double] = []
  var floorTails: [Double] = []
  for _ in 0..<rounds {
    let floor = try Program.numbers(Program.beside("floor-pipe"), ["64", "5000"])
    floorMedians.append(floor[0] / 1000)
    floorTails.append(floor[1] / 1000)
    let times = try await latencies(of: 5000) { try await subject.read() }
    medians.append(times[times.count / 2])
    tails.append(times[times.count * 99 / 100])
    rates.append(try await rate(of: 64 * 500, callers: 64) { try await subject.read() })
  }
  await subject.host.stop()
  return [
    Measurement(
      name: "point read, one in flight, p50", unit: "µs", values: medians, floors: floorMedians),
    Measurement(
      name: "point read, one in flight, p99", unit: "µs", values: tails, floors: floorTails),
    Measurement(name: "point reads, 64 in flight", unit: "calls/s", values: rates, floors: []),
  ]
}

/// `steward.orgs.v1.Orgs/Create`, against one page written and synced at a time in C.
private func measureCreates(rounds: Int, dist: URL, scratch: URL) async throws -> [Measurement] {
  let subject = try await Subject(dist: dist, data: scratch)
  let file = scratch.appendingPathComponent("floor")
  var alone: [Double] = []
  var together: [Double] = []
  var floors: [Double] = []
  for _ in 0..<rounds {
    floors.append(try Program.numbers(Program.beside("floor-commit"), [file.path, "500"])[0])
    alone.append(try await rate(of: 500, callers: 1) { try await subject.create() })
    together.append(try await rate(of: 64 * 50, callers: 64) { try await subject.create() })
  }
  await subject.host.stop()
  return [
    Measurement(name: "durable creates, 1 caller", unit: "/s", values: alone, floors: floors),
    Measurement(name: "durable creates, 64 callers", unit: "/s", values: together, floors: floors),
  ]
}

/// `steward orgs list` with no daemon: from the start of the process to its end.
private func measureCold(rounds: Int, dist: URL, scratch: URL) async throws -> [Measurement] {
  let steward = dist.appendingPathComponent("bin/steward")
  let environment = ["STEWARD_DATA": scratch.path]
  _ = try Program.run(steward, ["orgs", "create", "Bench"], environment: environment)
  var times: [Double] = []
  for _ in 0..<(rounds * 5) {
    let start = ContinuousClock.now
    _ = try Program.run(steward, ["orgs", "list"], environment: environment)
    times.append(start.duration(to: .now).seconds * 1000)
  }
  return [
    Measurement(name: "cold `steward orgs list`", unit: "ms", values: times, floors: [])
  ]
}
