import AdminProtos
import HTML
import StoreProtos

/// One event in words: when, who, did what, to what.
struct EventRow: Sendable {
  let visit: Visit
  let event: Event
  let names: [String: DirectoryEntry]

  /// The kinds of changes that concern a part with events of all kinds.
  static let liveKinds = "orgs,workspaces,keys,users,admin-keys,account,plugins"

  /// The event as an item of a list.
  var drawing: Markup {
    li {
      visit.moment(event.time, orElse: .unknownTime)
      bdi { actor }
      a(.href(address)) { visit.text(.action(event.action)) }
      bdi { thing }
    }
  }

  /// The page of the event.
  var address: Address { Address("/console/audit").appending(String(event.revision)) }

  /// The actor by name: a person, a key, or who else acts.
  var actor: String { Self.actor(event.actor, names, in: visit) }

  /// An actor by name. One that isn't there any more keeps its id.
  static func actor(
    _ actor: String, _ names: [String: DirectoryEntry], in visit: Visit
  ) -> String {
    let id = EventNames.actorID(actor)
    if let entry = names[id] { return entry.name.isEmpty ? entry.detail : entry.name }
    let kind = visit.text(.actor(actor))
    return id.isEmpty ? kind : "\(kind) (\(id))"
  }

  /// What the event is about, by name. A membership is named by its person and what they are in.
  var thing: String {
    let parts = EventNames.parts(of: event.resource)
    guard let last = parts.last, names[last] != nil else { return event.resource }
    return parts.reversed().map(name(of:)).joined(separator: " · ")
  }

  /// What the event is about, with a link to its page if it has one.
  var linkedThing: Markup {
    guard let entry = EventNames.parts(of: event.resource).last.flatMap({ names[$0] }),
      let address = Address.page(of: entry, in: event.organizationId)
    else { return bdi { thing } }
    return a(.href(address)) { bdi { thing } }
  }

  /// The name of an id, or the id itself if it has none.
  func name(of id: String) -> String {
    guard let entry = names[id] else { return id }
    return entry.name.isEmpty ? entry.detail : entry.name
  }
}
