public import IPC
internal import Synchronization

/// A transport that can hold, lose, cut off or garble what is written through it, for tests.
public final class FaultyTransport: Transport {
  fileprivate enum Mode {
    case passing
    /// Kept until the release.
    case holding([[UInt8]])
    case dropping
    /// Cut off after this number of further bytes.
    case tearing(after: Int)
  }

  private let base: any Transport
  private let mode = Mutex(Mode.passing)

  /// Creates a transport that passes everything on to `base`, until a test changes that.
  public init(_ base: any Transport) {
    self.base = base
  }

  public func start(_ receiver: any TransportReceiver) {
    base.start(receiver)
  }

  public func write(_ bytes: [UInt8]) {
    let (passed, isTorn) = mode.withLock { $0.admit(bytes) }
    if !passed.isEmpty { base.write(passed) }
    if isTorn { base.close() }
  }

  public func close() {
    base.close()
  }

  /// Cuts the connection, as when a process is killed.
  public func tear() {
    base.close()
  }

  /// Cuts the connection after `count` more bytes, even in the middle of a frame.
  public func tear(after count: Int) {
    mode.withLock { $0 = .tearing(after: count) }
  }

  /// Holds back what is written from now on, until ``release()``.
  public func hold() {
    mode.withLock { $0 = .holding([]) }
  }

  /// Passes on what was held back, and everything after it.
  public func release() {
    let held = mode.withLock { mode in
      let held = if case .holding(let held) = mode { held } else { [[UInt8]]() }
      mode = .passing
      return held
    }
    for bytes in held { base.write(bytes) }
  }

  /// Loses what is written from now on, as when a process hangs and does not respond.
  public func drop() {
    mode.withLock { $0 = .dropping }
  }

  /// Sends bytes that the plugin did not write.
  public func inject(_ garbage: [UInt8]) {
    base.write(garbage)
  }
}

extension FaultyTransport.Mode {
  /// Returns the part of `bytes` that passes, and whether to cut the connection after it.
  fileprivate mutating func admit(_ bytes: [UInt8]) -> (passed: [UInt8], isTorn: Bool) {
    switch self {
    case .passing:
      return (bytes, false)
    case .holding(let held):
      self = .holding(held + [bytes])
      return ([], false)
    case .dropping:
      return ([], false)
    case .tearing(let count):
      self = .tearing(after: max(0, count - bytes.count))
      return (Array(bytes.prefix(count)), bytes.count >= count)
    }
  }
}
