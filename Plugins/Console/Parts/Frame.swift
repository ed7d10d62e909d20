import HTML

/// The document of every page: its head, and the body's outermost parts.
struct Frame: Sendable {
  let language: Language
  let theme: Theme
  let assets: Assets
  /// The time zone that the account has chosen; empty for that of the browser.
  var timeZone = ""

  /// Returns a page.
  ///
  /// - Parameters:
  ///   - title: What the title begins with.
  ///   - attributes: What the page's script reads from the body.
  func page(title: String, @MarkupBuilder body: () -> Markup) -> Document {
    let head = Markup {
      meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
      meta(.name("color-scheme"), .content("light dark"))
      link(.rel("stylesheet"), .href(assets.style))
      link(.rel("icon"), .href(assets.icon), .mediaType("image/svg+xml"))
      script(assets.script)
    }
    let title = "\(title) · Steward"
    let body = Markup {
      a(.class("skip"), .href("#main")) { Phrase.skipToContent.text(in: language) }
      Icon.sprite
      body()
      Self.words(language)
    }
    return switch language {
    case .japanese:
      Document(lang: "ja", title: title, .data("theme", theme.rawValue), zone) {
        head
      } body: {
        body
      }
    case .english:
      Document(lang: "en", title: title, .data("theme", theme.rawValue), zone) {
        head
      } body: {
        body
      }
    }
  }

  private var zone: Attribute { .data("zone", timeZone).only(if: !timeZone.isEmpty) }

  // MARK: - Words of the script

  private static func words(_ language: Language) -> Markup {
    switch language {
    case .japanese: japaneseWords
    case .english: englishWords
    }
  }

  private static let japaneseWords = preparedWords(.japanese)
  private static let englishWords = preparedWords(.english)

  private static func preparedWords(_ language: Language) -> Markup {
    div(.id("words"), .hidden()) {
      for (name, phrase) in Phrase.ofScript {
        span(.data("word", name)) { phrase.text(in: language) }
      }
    }.prepared()
  }
}
