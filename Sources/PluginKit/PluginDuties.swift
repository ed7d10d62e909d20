internal import Synchronization

/// What a plugin has undertaken to do when the host parts from it.
struct PluginDuties: Sendable {
  /// While calls can still be made.
  let draining = Duties()
  /// When none can be made any more.
  let leaving = Duties()
}

/// What is to be done at some time.
final class Duties: Sendable {
  private let duties = Mutex<[@Sendable () async -> Void]>([])

  func add(_ duty: @escaping @Sendable () async -> Void) {
    duties.withLock { $0.append(duty) }
  }

  /// Does all of it, one after the other, once.
  func perform() async {
    let due = duties.withLock { duties in
      defer { duties = [] }
      return duties
    }
    for duty in due { await duty() }
  }
}
