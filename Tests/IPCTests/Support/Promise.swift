import IPC
import Platform
import Synchronization

/// A value that is set later.
final class Promise<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)
  private let isThere = OneShotEvent()

  func fulfil(_ value: Value) {
    stored.withLock { $0 = value }
    isThere.open()
  }

  var value: Value {
    get async {
      await isThere.wait()
      guard let value = stored.withLock({ $0 }) else { preconditionFailure("open without a value") }
      return value
    }
  }
}
