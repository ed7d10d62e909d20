import HTML

/// A drawing of 16 by 16 that stands beside a word or, in a button with an accessible name, for it.
enum Icon: String, CaseIterable, Sendable {
  case add, edit, delete, person, key, workspace, copy, close, check
  case rotate, link, eye, pause, play, download, archive, refresh

  /// The drawing. It says nothing by itself, so readers of the screen pass over it.
  var drawing: Markup {
    svg(.class("icon"), .viewBox(0, 0, 16, 16), .ariaHidden()) {
      SVG.use(.href(Address.fragment(ElementID("icon-", rawValue)!)))
    }
  }

  /// The drawings of all icons, once on every page. It is no file of its own, so that no policy of
  /// a browser keeps it from being shown.
  static let sprite = svg(.class("sprite"), .ariaHidden()) {
    for icon in allCases {
      SVG.symbol(.id(ElementID("icon-", icon.rawValue)), .viewBox(0, 0, 16, 16)) {
        SVG.path(.d(icon.outline))
      }
    }
  }.prepared()

  /// The strokes, which are drawn 1.5 wide with round ends.
  private var outline: StaticString {
    switch self {
    case .add: "M8 3v10M3 8h10"
    case .edit: "M3 13l.6-3 6.9-6.9a1.3 1.3 0 0 1 1.9 0l.5.5a1.3 1.3 0 0 1 0 1.9L6 12.4z"
    case .delete: "M3 4.5h10M6.5 4.5v-2h3v2M4.3 4.5l.7 9h6l.7-9M6.8 7.2v3.6M9.2 7.2v3.6"
    case .person: "M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 13.5c.4-2.6 2.3-4 5-4s4.6 1.4 5 4"
    case .key: "M5 13.7a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4zM6.9 9.1L13 3M11 5l2 2M9 7l1.5 1.5"
    case .workspace: "M2.5 3h4.5v4.5H2.5zM9 3h4.5v4.5H9zM2.5 9.5h4.5V13H2.5zM11.3 9.3v4M9.3 11.3h4"
    case .copy: "M6 6h7.5v7.5H6zM10 6V2.5H2.5V10H6"
    case .close: "M4 4l8 8M12 4l-8 8"
    case .check: "M3 8.5L6.5 12 13 4.5"
    case .rotate: "M13 8a5 5 0 1 1-1.5-3.5M13 2.5v3h-3"
    case .link:
      """
      M6.5 9.5l3-3M7.5 4.5l1.2-1.2a2.8 2.8 0 0 1 4 4l-1.2 1.2\
      M8.5 11.5l-1.2 1.2a2.8 2.8 0 0 1-4-4l1.2-1.2
      """
    case .eye:
      """
      M1.5 8C3.1 5 5.3 3.5 8 3.5S12.9 5 14.5 8c-1.6 3-3.8 4.5-6.5 4.5S3.1 11 1.5 8z\
      M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z
      """
    case .pause: "M5.5 3.5v9M10.5 3.5v9"
    case .play: "M5 3l8 5-8 5z"
    case .download: "M8 2.5v8M4.5 7L8 10.5 11.5 7M3 13.5h10"
    case .archive: "M2.5 3h11v3h-11zM3.5 6v7.5h9V6M6.5 8.8h3"
    case .refresh:
      "M13 6.5A5.3 5.3 0 0 0 3.3 5.5M13.2 2.8v3.7H9.5M3 9.5a5.3 5.3 0 0 0 9.7 1M2.8 13.2V9.5h3.7"
    }
  }
}
