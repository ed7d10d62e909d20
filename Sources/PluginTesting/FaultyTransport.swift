public import IPC
internal import Synchronization

/// A transport that does to what is written through it whatever a test wants done.
public final class FaultyTransport: Transport {
  fileprivate enum Mode {
    case passing
    /// Kept until released.
    case holding([[UInt8]])
    case dropping
    /// Cut off after so many more bytes.
    case tearing(after: Int)
  }

  private let base: any Transport
  private let mode = Mutex(Mode.passing)

  /// Creates a transport that passes everything on to `base`, until told otherwise.
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

  /// Cuts the connection, as a process that is killed does.
  public func tear() {
    base.close()
  }

  /// Cuts the connection when `count` more bytes have passed, be it in the middle of a frame.
  public func tear(after count: Int) {
    mode.withLock { $0 = .tearing(after: count) }
  }

  /// Keeps back what is written from now on, until ``release()``.
  public func hold() {
    mode.withLock { $0 = .holding([]) }
  }

  /// Lets what was held pass, and everything after it.
  public func release() {
    let held = mode.withLock { mode in
      let held = if case .holding(let held) = mode { held } else { [[UInt8]]() }
      mode = .passing
      return held
    }
    for bytes in held { base.write(bytes) }
  }

  /// Loses what is written from now on, as a process that hangs does not answer.
  public func drop() {
    mode.withLock { $0 = .dropping }
  }

  /// Sends bytes that no one wrote.
  public func inject(_ garbage: [UInt8]) {
    base.write(garbage)
  }
}

extension FaultyTransport.Mode {
  /// Returns what passes of `bytes`, and whether the connection is to be cut after it.
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
