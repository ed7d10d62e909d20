internal import Dispatch
internal import Glibc
internal import Platform
internal import Status

/// A watch on a file. It calls back whenever any process has written to the file. (inotify)
final class FileWatch: Sendable {
  // The source is only ever cancelled, and any thread may do that.
  nonisolated(unsafe) private let source: any DispatchSourceRead

  /// Begins to watch. The watch calls `changed` on `queue`, once for any number of writes.
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
      "\"\(path)\" can't be watched: \(SystemError.text(error)). Raise "
        + "fs.inotify.max_user_instances, or watch fewer files at once.")
  }
}
