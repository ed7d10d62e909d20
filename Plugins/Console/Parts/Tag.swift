import HTML

/// A word in a frame that says of what kind or in what state something is. The color only repeats
/// what the word says.
enum TagTone: Sendable {
  case neutral, good, warning, danger
}

extension Visit {
  /// Draws a tag.
  func tag(_ phrase: Phrase, _ tone: TagTone = .neutral) -> Markup {
    let text = text(phrase)
    return switch tone {
    case .neutral: span(.class("tag")) { text }
    case .good: span(.class("tag good")) { text }
    case .warning: span(.class("tag warning")) { text }
    case .danger: span(.class("tag danger")) { text }
    }
  }

  /// Draws the tag of a key's status.
  func statusTag(_ status: String) -> Markup {
    switch status {
    case "active": tag(.active, .good)
    case "inactive": tag(.inactive, .warning)
    case "expired": tag(.expired, .danger)
    case "archived": tag(.archived)
    default: tag(Phrase(verbatim: status))
    }
  }
}
