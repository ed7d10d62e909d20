internal import Glibc
internal import Platform
internal import Status

/// The lock of a data directory: one daemon holds it alone, or any number of embedded hosts share
/// it.
///
/// It is released with this object, and by the kernel when the process ends.
final class HostLock: Sendable {
  private let descriptor: Int32

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    // A process that is being started has a copy of the descriptor until it executes its program.
    // That copy would keep the lock, so the lock is released explicitly.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Takes the lock for a daemon. Waits for embedded hosts, which are short-lived.
  static func exclusive(
    on directory: DataDirectory, patience: Duration = .seconds(5)
  ) async throws -> HostLock {
    let lock = try open(directory)
    let deadline = ContinuousClock.now + patience
    while flock(lock.descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard lock.isShared else { throw HostError.running(on: directory.path, pid: lock.holder) }
      guard ContinuousClock.now < deadline else { throw HostError.busy(directory.path) }
      try await Task.sleep(for: .milliseconds(20))
    }
    lock.record(getpid())
    return lock
  }

  /// Takes the lock for an embedded host.
  static func shared(on directory: DataDirectory) throws(HostError) -> HostLock {
    let lock = try open(directory)
    guard flock(lock.descriptor, LOCK_SH | LOCK_NB) == 0 else {
      throw .running(on: directory.path, pid: lock.holder)
    }
    // The recorded process is a daemon that has ended.
    lock.record(nil)
    return lock
  }

  private static func open(_ directory: DataDirectory) throws(HostError) -> HostLock {
    let folder = Glibc.open(directory.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(folder) }
    let descriptor: Int32?
    do throws(FileFlaw) {
      descriptor = try PrivateDescriptor.open(
        DataDirectory.lockName, in: folder, O_RDWR | O_CREAT)
    } catch {
      throw .file(directory.lock, error)
    }
    guard let descriptor else { throw .file(directory.lock, .failed(ENOENT)) }
    let lock = HostLock(descriptor)
    guard lock.isOurs else { throw .foreignLock(directory.lock) }
    return lock
  }

  /// Whether the file is empty, or contains what a host writes: a number and a newline. A file with
  /// anything else is never overwritten.
  private var isOurs: Bool {
    guard let text else { return false }
    guard !text.isEmpty else { return true }
    let digits = text.dropLast()
    return text.last == UInt8(ascii: "\n") && !digits.isEmpty
      && digits.allSatisfy { (48...57).contains($0) }
  }

  /// The contents of the file; `nil` if they are longer than what a host writes, or can't be read.
  private var text: [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: Self.maximumBytes + 1)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return (0...Self.maximumBytes).contains(count) ? Array(bytes.prefix(count)) : nil
  }

  private static let maximumBytes = 16

  /// Whether the current holders share the lock, so that it can be shared with them.
  private var isShared: Bool {
    guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 else { return false }
    flock(descriptor, LOCK_UN)
    return true
  }

  /// The process that holds the lock alone, as recorded in the file.
  private var holder: Int32? {
    text.flatMap { Int32(String(decoding: $0.dropLast(), as: UTF8.self)) }
  }

  private func record(_ pid: Int32?) {
    let text = pid.map { "\($0)\n" } ?? ""
    ftruncate(descriptor, 0)
    pwrite(descriptor, text, text.utf8.count, 0)
  }
}

extension HostError {
  fileprivate static func foreignLock(_ path: String) -> HostError {
    HostError(
      reason: "FILE_UNSAFE",
      "\"\(path)\" was not written by a host; check what it is, and move it elsewhere.")
  }
}
