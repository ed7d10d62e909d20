import AdminProtos
import HTML

/// A few keys of an organization, each with a link to its page.
struct NewestKeys: Sendable {
  let visit: Visit

  func drawing(_ keys: [ApiKey]) -> Markup {
    ul(.class("plain-list")) {
      for key in keys {
        li {
          a(.href(.organization(visit.organization, "keys", key.id))) {
            code { key.partialKeyHint.isEmpty ? key.id : key.partialKeyHint }
          }
          " "
          bdi { key.name }
          " "
          visit.statusTag(key.status)
        }
      }
    }
  }
}
