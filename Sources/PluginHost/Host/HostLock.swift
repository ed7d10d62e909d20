internal import Glibc

/// Who may work on a data directory: one daemon, or any number of embedded hosts.
///
/// It is released when it goes, and by the kernel when the process does.
final class HostLock: Sendable {
  private let descriptor: Int32

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    // A process that is being started holds a copy of the descriptor, and with it the lock, until it executes.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Takes the lock for a daemon. Embedded hosts, which are short-lived, are waited for.
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
    // What stands there is of a daemon that has ended.
    lock.record(nil)
    return lock
  }

  private static func open(_ directory: DataDirectory) throws(HostError) -> HostLock {
    let descriptor = Glibc.open(directory.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .dataDirectory(
        directory.path, "does not let host.lock be opened (\(SystemError.text(errno)))",
        "choose another with --data, or give yourself access")
    }
    return HostLock(descriptor)
  }

  /// Whether those who hold the lock now share it: then it can be shared with them.
  private var isShared: Bool {
    guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 else { return false }
    flock(descriptor, LOCK_UN)
    return true
  }

  /// The process that holds the lock alone.
  private var holder: Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: bytes[..<count], as: UTF8.self).filter { $0 != "\n" })
  }

  private func record(_ pid: Int32?) {
    let text = pid.map { "\($0)\n" } ?? ""
    ftruncate(descriptor, 0)
    pwrite(descriptor, text, text.utf8.count, 0)
  }
}
