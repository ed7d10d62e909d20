internal import HostProtos
internal import IPC
internal import Platform
internal import Status
internal import Store
internal import StoreProtos

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

  func watch(
    _ request: WatchRequest, to responses: MessageWriter<Event>, context: CallContext
  ) async throws {
    let newest = try store.lastRevision()
    let first = request.fromRevision == 0 ? newest + 1 : request.fromRevision
    guard first <= newest + 1 else { throw Status.revisionAhead(first, newest: newest) }
    let filter = EventFilter(
      actor: request.actor, action: request.action, resource: request.resource)
    if request.once {
      _ = try await send(from: first, through: newest, filter, to: responses)
      return
    }
    try await untilStopped { try await follow(from: first, filter, to: responses) }
  }

  /// Runs `body`, which may never end by itself, until the host begins to stop.
  ///
  /// - Throws: What `body` throws, or `HOST_STOPPING`.
  private func untilStopped(_ body: @escaping @Sendable () async throws -> Void) async throws {
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

  private func follow(
    from first: UInt64, _ filter: EventFilter, to responses: MessageWriter<Event>
  ) async throws {
    var next = first
    for try await revision in store.revisions() {
      next = try await send(from: next, through: revision, filter, to: responses)
    }
  }

  /// Sends the events that match the filter. Returns the revision after the last event that was
  /// read.
  private func send(
    from first: UInt64, through last: UInt64, _ filter: EventFilter,
    to responses: MessageWriter<Event>
  ) async throws -> UInt64 {
    var next = first
    while next <= last {
      let events = try store.events(from: next, limit: 200)
      guard !events.isEmpty else { break }
      for event in events where event.revision <= last && filter.matches(event) {
        try await responses.send(event)
      }
      // Skipped events don't wait for the reader, so the loop yields to let other tasks run.
      await Task.yield()
      next = min(events[events.count - 1].revision, last) + 1
    }
    return next
  }
}

extension Status {
  static func revisionAhead(_ revision: UInt64, newest: UInt64) -> Status {
    Status(
      .outOfRange, reason: "REVISION_AHEAD",
      message: "There is no revision \(revision) yet: the newest event is \(newest). Watch from "
        + "\(newest + 1) at most.")
  }
}
