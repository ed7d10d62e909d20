internal import Synchronization

/// The work that a plugin has registered for its drain and its end.
struct PluginDuties: Sendable {
  /// The work to do while calls can still be made.
  let draining = Duties()
  /// The work to do when no call can be made any more.
  let leaving = Duties()
}

/// A list of work to do at one point in time.
final class Duties: Sendable {
  private let duties = Mutex<[@Sendable () async -> Void]>([])

  func add(_ duty: @escaping @Sendable () async -> Void) {
    duties.withLock { $0.append(duty) }
  }

  /// Does all of the work, one item after the other. A second call does nothing.
  func perform() async {
    let due = duties.withLock { duties in
      defer { duties = [] }
      return duties
    }
    for duty in due { await duty() }
  }
}
