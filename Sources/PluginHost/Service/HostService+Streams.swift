internal import HostProtos
internal import IPC
internal import Platform
internal import Status

extension HostService {
  func logs(
    _ request: LogsRequest, to responses: MessageWriter<LogLine>, context: CallContext
  ) async throws {
    guard case .supervised(let supervisor) = try await entry(named: request.name) else {
      return  // The plugin never ran.
    }
    let count = request.tail == 0 ? LogRing.capacity : Int(request.tail)
    guard request.follow else {
      for line in supervisor.log.last(count) { try await responses.send(line) }
      return
    }
    try await untilStopped {
      for await line in supervisor.log.follow(last: count) { try await responses.send(line) }
    }
  }

  /// Runs `body`, which may never end by itself, until the host begins to stop.
  ///
  /// - Throws: What `body` throws, or `HOST_STOPPING`.
  func untilStopped(_ body: @escaping @Sendable () async throws -> Void) async throws {
    try await withThrowingTaskGroup { group in
      group.addTask { try await body() }
      group.addTask {
        await stopping.wait()
        throw Status.hostStopping
      }
      try await group.next()
      group.cancelAll()
    }
  }
}
