internal import HostProtos
internal import Status
internal import WellKnownTypes

/// The failures of one plugin: why its processes ended or were not started, and the outage that
/// follows. It decides what callers and operators are told.
struct PluginFailures {
  typealias Instant = ContinuousClock.Instant
  typealias ProcessNumber = PluginLifecycle.ProcessNumber

  let plugin: String
  /// Whether an operator can read the plugin's log later.
  let keepsLogs: Bool
  private(set) var lastCrash: CrashReport?
  /// The outage while the plugin waits for its next start after a crash.
  private(set) var outage: Outage?
  /// The statuses in which the host says why a process was not started, until its end is recorded.
  private var refusals: [ProcessNumber: Status] = [:]
  /// The same status of the end that was recorded last; `nil` if a process ran.
  private var lastRefusal: Status?

  init(of plugin: String, keepsLogs: Bool) {
    self.plugin = plugin
    self.keepsLogs = keepsLogs
  }

  /// Returns the reason why the plugin isn't available, if that will not change so soon that callers
  /// wait for it.
  func status(at now: Instant) -> Status? {
    outage.flatMap { $0.isShort(at: now) ? nil : $0.status(at: now) }
  }

  /// Returns the words about the log for a caller whose process has just ended.
  func lastWords(in log: LogRing) -> LastWords {
    keepsLogs ? .kept : LastWords(of: log)
  }

  /// Keeps the error because of which a process was not started, and returns it as a cause.
  mutating func recordRefusal(_ number: ProcessNumber, _ error: any Error) -> String {
    refusals[number] = error as? Status
    return refusals[number]?.message ?? "\(error)"
  }

  /// Records a crash.
  ///
  /// - Parameters:
  ///   - calls: The methods of the calls that the process had.
  ///   - log: The last lines that the plugin itself wrote.
  mutating func recordCrash(
    _ number: ProcessNumber, cause: String, calls: [String], log: [String]
  ) {
    lastRefusal = refusals.removeValue(forKey: number)
    lastCrash = CrashReport(time: .now, cause: cause, calls: calls, log: log, remedy: remedy)
  }

  private var remedy: String {
    keepsLogs
      ? "see its log (steward plugin logs \(plugin)), correct the cause, then: "
        + "steward plugin reload \(plugin)"
      : "correct the cause, then try again"
  }

  /// Begins the outage that follows the crash that was recorded last.
  mutating func beginOutage(
    until: Instant, unfit: Bool, lastWords: LastWords
  ) -> Outage {
    let begun = Outage(
      plugin: plugin, cause: lastCrash?.cause ?? "it could not be started", until: until,
      isUnfit: unfit, refusal: lastRefusal, lastWords: lastWords)
    outage = begun
    return begun
  }

  mutating func endOutage() { outage = nil }
}
