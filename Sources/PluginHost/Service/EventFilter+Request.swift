internal import HostProtos
internal import Store

extension EventFilter {
  init(_ request: WatchRequest) {
    self.init(actor: request.actor, action: request.action, resource: request.resource)
  }

  init(_ request: ListAuditRequest) {
    self.init(
      actor: request.actor, action: request.action, resource: request.resource, call: request.call)
  }
}
