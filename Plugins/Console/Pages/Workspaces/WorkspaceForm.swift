import AdminProtos
import HTML

/// The fields of a workspace, in the dialogs that create and change one.
struct WorkspaceForm: Sendable {
  /// The most tags that the form takes at once. The API takes more.
  static let tagRows = 5
  /// Colors to choose from, besides any other.
  static let swatches = [
    "#6C5BB9", "#1D4ED8", "#0E7490", "#15803D", "#A16207", "#C2410C", "#BE123C", "#475569",
  ]

  let visit: Visit
  let refusal: Refusal?
  /// The workspace to change; nil for a new one.
  var workspace: Workspace?

  func fields() -> Markup {
    Markup {
      Field(name: "name", label: .name).text(
        value: workspace?.name ?? "", maxlength: 40, refusal: refusal, in: visit, isFirst: true)
      colors
      tags
      if workspace == nil { residency }
    }
  }

  private var colors: Markup {
    let chosen = refusal?.fields["display_color"] ?? workspace?.displayColor ?? Self.swatches[0]
    let isOther = !Self.swatches.contains(chosen.uppercased())
    return fieldset(.class("swatches")) {
      legend { visit.text(.color) }
      for color in Self.swatches {
        label(.class("box")) {
          input(
            .type(.radio), .name("display_color"), .value(color),
            .checked(color == chosen.uppercased()))
          Swatch(color: color).drawing
          span(.class("unseen")) { color }
        }
      }
      label(.class("box")) {
        input(.type(.radio), .name("display_color"), .value("other"), .checked(isOther))
        visit.text(.otherColor)
        input(
          .type(.text), .name("other_color"), .value(isOther ? chosen : ""), .maxlength(7),
          .placeholder("#RRGGBB"), .ariaLabel(visit.text(.otherColor)))
      }
    }
  }

  private var tags: Markup {
    let known = typedTags ?? (workspace?.tags ?? [:]).sorted { $0.key < $1.key }.map { ($0, $1) }
    let rows = known + Array(repeating: ("", ""), count: max(1, Self.tagRows - known.count))
    return fieldset {
      legend { visit.text(.tags) }
      for (name, value) in rows {
        div(.class("pair")) {
          input(
            .type(.text), .name("tag_name"), .value(name), .maxlength(128),
            .ariaLabel(visit.text(.tagName)), .placeholder(visit.text(.tagName)))
          input(
            .type(.text), .name("tag_value"), .value(value), .maxlength(256),
            .ariaLabel(visit.text(.tagValue)), .placeholder(visit.text(.tagValue)))
        }
      }
    }
  }

  private var residency: Markup {
    details {
      summary { visit.text(.more) }
      Field(name: "workspace_geo", label: .residency, hint: .residencyHint, isRequired: false)
        .choice(
          [("", .asUsual), ("us", Phrase(verbatim: "us"))], value: "", refusal: refusal, in: visit)
    }
  }

  private var typedTags: [(String, String)]? {
    refusal.map { Self.pairs(in: $0.fields) }
  }

  /// Returns the tags in a form that was sent.
  static func tags(in fields: Fields) -> [String: String] {
    Dictionary(pairs(in: fields).filter { !$0.0.isEmpty }, uniquingKeysWith: { _, last in last })
  }

  /// Returns the color in a form that was sent.
  static func color(in fields: Fields) -> String {
    fields["display_color"] == "other" ? fields.trimmed("other_color") : fields["display_color"]
  }

  private static func pairs(in fields: Fields) -> [(String, String)] {
    Array(
      zip(
        fields.values("tag_name").map(\.trimmed), fields.values("tag_value").map(\.trimmed)))
  }
}
