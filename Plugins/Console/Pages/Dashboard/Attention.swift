import AdminProtos
import HTML

/// What needs the attention of the person in an organization. Each sentence links to the filtered
/// list of what it counts.
struct Attention: Sendable {
  let visit: Visit
  let organization: Organization
  let keys: KeySummary?

  var drawing: Markup {
    guard let keys else { return .nothing }
    let lines: [(Phrase, String, UInt32)] = [
      (.keysExpire(Int(keys.expiring)), "expiring", keys.expiring),
      (.keysHaveExpired(Int(keys.expired)), "expired", keys.expired),
      (.keysUnowned(Int(keys.unowned)), "unowned", keys.unowned),
    ].filter { $0.2 > 0 }
    return section(
      .class("panel"), .ariaLabelledBy("attention"), .data("live", "keys \(organization.id)")
    ) {
      h2(.id("attention")) { visit.text(.needsAttention) }
      if lines.isEmpty {
        p { visit.text(.nothingNeedsAttention) }
      } else {
        ul {
          for (sentence, filter, _) in lines {
            li {
              a(.href(.organization(organization.id, "keys").query("filter", filter))) {
                visit.text(sentence)
              }
            }
          }
        }
      }
    }
  }
}
