import HTML
import Platform
import StoreProtos

/// All that is recorded of an event.
struct EventFacts: Sendable {
  let row: EventRow

  private var visit: Visit { row.visit }
  private var event: Event { row.event }

  var drawing: Markup {
    var facts = Facts()
    facts.add(.revision, visit.copyable(String(event.revision), named: .revision))
    facts.add(.time, visit.moment(event.time, orElse: .unknownTime))
    facts.add(.person, named(row.actor, id: event.actor))
    facts.add(.didWhat, code { event.action })
    if !event.resource.isEmpty { facts.add(.thing, thing) }
    if !event.organizationId.isEmpty { facts.add(.organization, organization) }
    facts.add(.plugin, code { event.plugin })
    if !event.method.isEmpty { facts.add(.method, code { event.method }) }
    if !event.call.isEmpty { facts.add(.call, visit.copyable(event.call, named: .call)) }
    add(event.refused, to: &facts)
    add(.digestBefore, event.beforeDigest, to: &facts)
    add(.digestAfter, event.afterDigest, to: &facts)
    add(.chain, event.chain, to: &facts)
    return facts.drawing(in: visit)
  }

  private func named(_ name: String, id: String) -> Markup {
    Markup {
      if name != id { bdi { name } }
      code(.class("id")) { id }
    }
  }

  private var thing: Markup {
    Markup {
      named(row.thing, id: event.resource)
      a(.href(Address("/console/audit").query("resource", event.resource))) {
        visit.text(.allEventsOfThing)
      }
    }
  }

  private var organization: Markup {
    let id = event.organizationId
    return Markup {
      a(.href(.organization(id))) { bdi { row.name(of: id) } }
      code(.class("id")) { id }
    }
  }

  private func add(_ name: Phrase, _ digest: [UInt8], to facts: inout Facts) {
    guard !digest.isEmpty else { return }
    facts.add(name, code(.class("whole")) { Hexadecimal.text(digest) })
  }

  private func add(_ refused: RefusedCalls?, to facts: inout Facts) {
    guard let refused else { return }
    facts.add(.refusedCalls, visit.text(.times(Int(refused.count))))
    facts.add(.firstTime, visit.moment(refused.first, orElse: .unknownTime))
    facts.add(.lastTime, visit.moment(refused.last, orElse: .unknownTime))
    if !refused.reason.isEmpty { facts.add(.reason, code { refused.reason }) }
    facts.add(
      .callerAddress,
      refused.peer.isEmpty ? visit.text(.thisMachine) : refused.peer)
  }
}
