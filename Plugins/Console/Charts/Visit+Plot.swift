import HTML

extension Visit {
  /// Draws a chart under its title, or why it can't be shown.
  func plot<Value: Sendable>(
    _ title: Phrase, _ loaded: Loaded<Value>, @MarkupBuilder _ draw: (Value) -> Markup
  ) -> Markup {
    div {
      h3 { text(title) }
      part(loaded, title, draw)
    }
  }
}
