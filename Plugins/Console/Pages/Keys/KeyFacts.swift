import AdminProtos
import GoogleProtos
import HTML
import StoreProtos

/// What is known of one key, for its own page.
struct KeyFacts: Sendable {
  let visit: Visit
  let key: ApiKey
  /// The names of what ids stand for.
  let names: [String: DirectoryEntry]

  /// Draws the facts.
  ///
  /// - Parameter events: The newest events of the key, as far as the person may read them.
  func drawing(_ events: [Event]) -> Markup {
    Markup {
      if key.archivedAt != nil { archived(events) }
      facts.drawing(in: visit)
    }
  }

  private var facts: Facts {
    var facts = Facts()
    facts.add(.keyID, visit.copyable(key.id, named: .keyID))
    facts.add(.hint, Markup { code { key.partialKeyHint } })
    facts.add(.status, visit.statusTag(key.status))
    if key.userSuspended { facts.add(.note, visit.tag(.ownerSuspended, .danger)) }
    facts.add(.kind, visit.text(.kind(key.kind)))
    facts.add(.workspace, workspace)
    facts.add(.owner, owner)
    facts.add(.lastUsedColumn, visit.ago(key.lastUsedAt, orElse: .neverUsed))
    facts.add(.expires, visit.moment(key.expiresAt, orElse: .neverExpires))
    if let end = key.formerSecretExpiresAt {
      facts.add(.formerSecretUntil, visit.moment(end, orElse: .unknownTime))
    }
    if key.kind == "issued" { facts.add(.allowedNetworks, networks) }
    facts.add(.created, visit.moment(key.createdAt, orElse: .unknownTime))
    facts.add(.createdBy, creator)
    facts.add(.changedAt, visit.moment(key.updatedAt, orElse: .unknownTime))
    return facts
  }

  private var workspace: Markup {
    a(.href(.organization(visit.organization, "workspaces", key.workspaceId))) {
      bdi { names[key.workspaceId]?.name ?? key.workspaceId }
    }
  }

  private var owner: Markup {
    guard !key.userId.isEmpty else { return .text(visit.text(.noOwner)) }
    let name = Markup {
      bdi { key.ownerName }
      if key.ownerName != key.userEmail { " · \(key.userEmail)" }
    }
    guard visit.viewer.may("users.read", in: visit.organization) else { return name }
    return a(.href(.organization(visit.organization, "users", key.userId))) { name }
  }

  private var networks: Markup {
    guard !key.allowedNetworks.isEmpty else { return .text(visit.text(.anyNetwork)) }
    return Markup { for network in key.allowedNetworks { code(.class("id")) { network } } }
  }

  private var creator: Markup {
    guard let creator = key.createdBy else { return .text(visit.text(.unknownTime)) }
    let entry = names[creator.id]
    let name = [entry?.name, entry?.detail].compactMap(\.self).first { !$0.isEmpty }
    return bdi { name ?? visit.text(.actor("\(creator.type)/\(creator.id)")) }
  }

  /// Since when the key is archived and, as far as the newest events tell, by which actor.
  private func archived(_ events: [Event]) -> Markup {
    let event = events.first { $0.time?.seconds == key.archivedAt?.seconds }
    return p(.class("notice warning")) {
      visit.text(.archivedSince)
      ": "
      visit.moment(key.archivedAt, orElse: .unknownTime)
      if let event {
        " · "
        bdi { EventRow(visit: visit, event: event, names: names).actor }
      }
    }
  }
}
