internal import Dispatch
internal import Glibc

/// Calls back whenever any process has written to a file. (inotify)
final class FileWatch: Sendable {
  // Only ever cancelled, which any thread may do.
  nonisolated(unsafe) private let source: any DispatchSourceRead

  /// Begins to watch. `changed` is called on `queue`, once for however many writes there were.
  init(
    _ path: String, on queue: DispatchQueue, _ changed: @escaping @Sendable () -> Void
  ) throws {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { throw Self.failed(path, errno) }
    guard inotify_add_watch(descriptor, path, UInt32(IN_MODIFY)) >= 0 else {
      defer { close(descriptor) }
      throw Self.failed(path, errno)
    }
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    source.setEventHandler {
      Self.drain(descriptor)
      changed()
    }
    source.setCancelHandler { close(descriptor) }
    source.activate()
  }

  deinit {
    source.cancel()
  }

  private static func drain(_ descriptor: Int32) {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      while read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
    }
  }

  private static func failed(_ path: String, _ error: Int32) -> StoreError {
    StoreError(
      .unexpected, reason: "WATCH_FAILED",
      "\"\(path)\" can't be watched: \(String(cString: strerror(error))). Raise "
        + "fs.inotify.max_user_instances, or watch less at once.")
  }
}
