internal import Synchronization

/// What a module still has to do when the host has no more use for it.
final class Departure: Sendable {
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
