internal import Crypto
internal import LMDB
public import StoreProtos

extension WriteTransaction {
  /// Records an action on a resource that changes no record of a table.
  ///
  /// - Parameter organization: The id of the organization that the resource belongs to, or empty.
  public mutating func record(
    action: String, resource: String, organization: String = ""
  ) throws {
    try applying { tx in
      try tx.append(action: action, resource: resource, organization: organization)
    }
  }

  /// Records refused calls, with the caller as the actor.
  ///
  /// - Parameter organization: The id of the caller's organization, or empty.
  public mutating func record(
    _ refused: RefusedCalls, action: String, of method: String, by actor: String,
    in organization: String = ""
  ) throws {
    try applying { tx in
      try tx.appendToLog(
        Event(
          revision: tx.nextRevision, time: tx.now, actor: actor, plugin: tx.change.plugin,
          method: method, action: action, resource: method, refused: refused,
          organizationId: organization))
    }
  }

  /// The revision of the next event.
  var nextRevision: UInt64 { head.revision + 1 }

  /// Appends the event of a change of a record from `before` to `after`.
  mutating func append(
    action: String, resource: String, organization: String, before: [UInt8]? = nil,
    after: [UInt8]? = nil
  ) throws {
    let event = Event(
      revision: nextRevision, time: now, actor: change.actor, plugin: change.plugin,
      method: change.method, call: change.call, action: action, resource: resource,
      beforeDigest: before.map(SHA256.bytes) ?? [], afterDigest: after.map(SHA256.bytes) ?? [],
      organizationId: organization)
    try appendToLog(event)
  }

  /// Appends an event that has the next revision, and chains it to the last event.
  mutating func appendToLog(_ event: Event) throws {
    let (chain, stored) = try view.core.chain.append(event, to: head.chain)
    try raw.append(
      stored.span.bytes, at: nextRevision.bigEndianBytes.span.bytes, in: view.core.system.events)
    head.revision += 1
    head.chain = chain
  }
}
