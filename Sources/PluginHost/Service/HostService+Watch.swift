internal import HostProtos
internal import IPC
internal import IPCProtos
internal import Status
internal import Store
internal import StoreProtos

extension HostService {
  func watch(
    _ request: WatchRequest, to responses: MessageWriter<Event>, context: CallContext
  ) async throws {
    let violations = EventFilter.violations(of: request.actions)
    guard violations.isEmpty else { throw Status.invalidPage(violations) }
    let watch = EventWatch(
      request, of: store, by: context.principal, renewal: PrincipalRenewal.current)
    _ = try await watch.filter()
    let newest = try store.lastRevision()
    let first = request.fromRevision == 0 ? newest + 1 : request.fromRevision
    guard first <= newest + 1 else { throw Status.revisionAhead(first, newest: newest) }
    if request.once {
      _ = try await watch.send(from: first, through: newest, to: responses)
      return
    }
    try await untilStopped {
      var next = first
      for try await revision in store.revisions() {
        next = try await watch.send(from: next, through: revision, to: responses)
      }
    }
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
