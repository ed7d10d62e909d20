internal import Glibc
internal import Synchronization

/// A transport over a pair of pipes, or over a connected unix socket.
///
/// A thread of its own reads, with a blocking `read`. That is faster than every kind of event
/// notification by one wake-up. Writing never blocks: bytes that the other side doesn't take yet
/// are kept, and the reactor's thread sends them as soon as the other side takes them. So two sides
/// whose pipes are both full still read, and can't deadlock.
public final class DescriptorTransport: Transport {
  private struct Outbound {
    var descriptor: Int32?
    /// The bytes that the other side has not taken yet, from `sent` on.
    var pending: [UInt8] = []
    var sent = 0
    var isClosing = false
    weak var receiver: (any TransportReceiver)?

    var isCongested: Bool { sent < pending.count }

    /// Drops the bytes that were sent, once they are more than the rest, which must be moved.
    mutating func compact() {
      guard sent > pending.count / 2 else { return }
      pending.removeFirst(sent)
      sent = 0
    }
  }

  private static let readLength = 64 * 1024
  private static let sendFlags = Int32(MSG_DONTWAIT | MSG_NOSIGNAL)

  private let reading: Int32
  private let isSocket: Bool
  private let outbound: Mutex<Outbound>
  private let gate = ReadingGate()

  /// Creates a transport over two pipes, and takes ownership of their descriptors.
  public init(reading: Int32, writing: Int32) {
    self.reading = reading
    isSocket = false
    outbound = Mutex(Outbound(descriptor: writing))
    // This affects only this process, because the pipe's other end is another open file.
    _ = fcntl(writing, F_SETFL, fcntl(writing, F_GETFL) | O_NONBLOCK)
  }

  /// Creates a transport over a connected stream socket, and takes ownership of its descriptor.
  public init(socket: Int32) {
    reading = socket
    isSocket = true
    outbound = Mutex(Outbound(descriptor: dup(closingOnExec: socket)))
  }

  public func start(_ receiver: any TransportReceiver) {
    outbound.withLock { $0.receiver = receiver }
    let started = Thread.start { self.readAll(for: receiver) }
    guard !started else { return }
    Glibc.close(reading)
    receiver.transportClosed(errno: EAGAIN)
  }

  public func write(_ bytes: [UInt8]) {
    outbound.withLock { outbound in
      guard outbound.descriptor != nil else { return }  // The other side has left.
      guard !outbound.isCongested else { return outbound.pending.append(contentsOf: bytes) }
      let count = send(bytes, from: 0, in: &outbound)
      guard count < bytes.count, outbound.descriptor != nil else { return }
      outbound.pending.append(contentsOf: bytes[count...])
      resumeWhenWritable(outbound)
    }
  }

  public func close() {
    outbound.withLock { outbound in
      outbound.isClosing = true
      if !outbound.isCongested { shut(&outbound) }
    }
  }

  public func abort() {
    outbound.withLock { shut(&$0) }
  }

  public var unsentByteCount: Int {
    outbound.withLock { $0.pending.count - $0.sent }
  }

  public func pauseReading() {
    outbound.withLock { if $0.descriptor != nil { gate.close() } }
  }

  public func resumeReading() { gate.open() }

  private func resumeWhenWritable(_ outbound: borrowing Outbound) {
    guard let descriptor = outbound.descriptor else { return }
    Reactor.shared.whenWritable(descriptor) { [weak self] in self?.sendPending() }
  }

  private func sendPending() {
    let receiver = outbound.withLock { outbound in
      sendPending(in: &outbound)
      return outbound.receiver
    }
    receiver?.transportMoved()
  }

  private func sendPending(in outbound: inout Outbound) {
    guard outbound.descriptor != nil else { return }
    let pending = outbound.pending
    outbound.sent += send(pending, from: outbound.sent, in: &outbound)
    if outbound.isCongested, outbound.descriptor != nil {
      outbound.compact()
      return resumeWhenWritable(outbound)
    }
    outbound.sent = 0
    outbound.pending = []
    if outbound.isClosing { shut(&outbound) }
  }

  /// Sends the bytes that the other side takes now, and returns their number.
  private func send(_ bytes: [UInt8], from start: Int, in outbound: inout Outbound) -> Int {
    var sent = start
    while sent < bytes.count, let descriptor = outbound.descriptor {
      let count = bytes.withUnsafeBytes { write($0[sent...], to: descriptor) }
      if count >= 0 {
        sent += count
      } else if errno == EAGAIN {
        break
      } else if errno != EINTR {
        // The other side has left. The reading thread sees this too, and reports it.
        shut(&outbound)
      }
    }
    return sent - start
  }

  private func write(_ bytes: Slice<UnsafeRawBufferPointer>, to descriptor: Int32) -> Int {
    let bytes = UnsafeRawBufferPointer(rebasing: bytes)
    return isSocket
      ? Glibc.send(descriptor, bytes.baseAddress, bytes.count, Self.sendFlags)
      : Glibc.write(descriptor, bytes.baseAddress, bytes.count)
  }

  private func shut(_ outbound: inout Outbound) {
    guard let descriptor = outbound.descriptor else { return }
    outbound.descriptor = nil
    outbound.pending = []
    outbound.sent = 0
    // The reading thread must see the end.
    gate.open()
    Reactor.shared.forget(descriptor)
    // This also ends the blocking read of this side. For a pipe, the close of the other end does
    // that.
    if isSocket { shutdown(descriptor, Int32(SHUT_RDWR)) }
    Glibc.close(descriptor)
  }

  private func readAll(for receiver: any TransportReceiver) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.readLength, alignment: 16)
    defer { buffer.deallocate() }
    let failure = readLoop(into: buffer, for: receiver)
    Glibc.close(reading)
    receiver.transportClosed(errno: failure)
    close()
  }

  /// Reads until the end. Returns 0, or the error that ended it.
  private func readLoop(
    into buffer: UnsafeMutableRawBufferPointer, for receiver: any TransportReceiver
  ) -> Int32 {
    while true {
      gate.pass()
      let count = read(reading, buffer.baseAddress, buffer.count)
      if count > 0 {
        receiver.transportReceived(UnsafeRawBufferPointer(rebasing: buffer[..<count]).bytes)
      } else if count == 0 {
        return 0
      } else if errno != EINTR {
        return errno
      }
    }
  }
}

private func dup(closingOnExec descriptor: Int32) -> Int32? {
  let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
  return copy >= 0 ? copy : nil
}
