internal import Glibc

/// What processes used in one step.
struct ProcessUse: Hashable, Sendable {
  /// The processor time; `nil` if no process ran.
  var cpuTime: Duration?
  /// The resident memory when it was last looked at; `nil` if no process ran.
  var residentBytes: UInt64?
}

/// What a process has used since its start.
struct ProcessReading: Hashable, Sendable {
  var pid: Int32
  var cpuTime: Duration
  /// `nil` once the process has ended.
  var residentBytes: UInt64?
}

extension ProcessReading {
  /// Looks at a process that runs. Returns `nil` if it has been reaped.
  init?(of pid: Int32) {
    self.init(endOf: pid)
    residentBytes = ResidentMemory.bytes(of: pid)
  }

  /// Looks at a process that has ended. Returns `nil` if it has been reaped.
  init?(endOf pid: Int32) {
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(pid, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      return nil
    }
    self.init(pid: pid, cpuTime: .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec))
  }
}

/// What the processes of one plugin used, by step: a value that looks at no process.
struct ProcessUses: Sendable {
  private var series: StatsSeries<ProcessUse>
  /// The processor time that each process had used when it was looked at last.
  private var known: [Int32: Duration] = [:]

  init(in steps: StatsSteps) {
    series = StatsSeries(of: ProcessUse(), in: steps)
  }

  /// Records what the processes that run have used. A process that is no longer among them is
  /// forgotten, and one that is new begins at zero.
  mutating func record(_ readings: [ProcessReading], at now: ContinuousClock.Instant) {
    guard !readings.isEmpty else { return known = [:] }
    let used = readings.reduce(.zero) { $0 + news(in: $1) }
    let resident = readings.compactMap(\.residentBytes)
    known = Dictionary(readings.map { ($0.pid, $0.cpuTime) }) { $1 }
    series.record(at: now) { use in
      use.cpuTime = (use.cpuTime ?? .zero) + used
      if !resident.isEmpty { use.residentBytes = resident.reduce(0, +) }
    }
  }

  /// Records what a process used until its end.
  mutating func recordEnd(_ reading: ProcessReading, at now: ContinuousClock.Instant) {
    let used = news(in: reading)
    known[reading.pid] = nil
    series.record(at: now) { $0.cpuTime = ($0.cpuTime ?? .zero) + used }
  }

  func points(by length: StatsSteps.Length, at now: ContinuousClock.Instant) -> [ProcessUse] {
    series.points(by: length, at: now)
  }

  /// Returns the processor time that a process has used since it was looked at last.
  private func news(in reading: ProcessReading) -> Duration {
    max(.zero, reading.cpuTime - (known[reading.pid] ?? .zero))
  }
}
