extension Attribute {
  /// What an element is to assistive technology, where its name doesn't say it.
  public static func role(_ role: StaticString) -> Attribute { Attribute("role", role) }

  /// The name of an element whose content is no text.
  public static func ariaLabel(_ text: String) -> Attribute { Attribute("aria-label", text: text) }

  /// The elements whose texts name this one.
  public static func ariaLabelledBy(_ ids: ElementID...) -> Attribute {
    Attribute("aria-labelledby", ids)
  }

  /// The elements whose texts describe this one. Without ids, nothing is written.
  public static func ariaDescribedBy(_ ids: ElementID...) -> Attribute {
    Attribute("aria-describedby", ids)
  }

  /// The elements that this one changes.
  public static func ariaControls(_ ids: ElementID...) -> Attribute {
    Attribute("aria-controls", ids)
  }

  /// Which kind of current item among its siblings the element is, such as `page` or `step`.
  public static func ariaCurrent(_ kind: StaticString) -> Attribute {
    Attribute("aria-current", kind)
  }

  /// Whether assistive technology passes over the element.
  public static func ariaHidden(_ isHidden: Bool = true) -> Attribute {
    Attribute("aria-hidden", isHidden ? "true" : "false")
  }

  /// Whether what the element opens is open.
  public static func ariaExpanded(_ isExpanded: Bool) -> Attribute {
    Attribute("aria-expanded", isExpanded ? "true" : "false")
  }

  /// Whether the value of a field was refused.
  public static func ariaInvalid(_ isInvalid: Bool) -> Attribute {
    Attribute("aria-invalid", isInvalid ? "true" : "false")
  }

  /// Whether the element is being changed.
  public static func ariaBusy(_ isBusy: Bool) -> Attribute {
    Attribute("aria-busy", isBusy ? "true" : "false")
  }

  /// How changes of the element are announced: `polite`, `assertive` or `off`.
  public static func ariaLive(_ manner: StaticString) -> Attribute {
    Attribute("aria-live", manner)
  }

  /// The order of a column: `ascending`, `descending` or `none`.
  public static func ariaSort(_ order: StaticString) -> Attribute { Attribute("aria-sort", order) }

  /// The keys that press the element.
  public static func ariaKeyShortcuts(_ keys: StaticString) -> Attribute {
    Attribute("aria-keyshortcuts", keys)
  }

  private init(_ name: StaticString, _ ids: [ElementID]) {
    let text = ids.map(\.text).joined(separator: " ")
    self.init(name, value: text.isEmpty ? .omitted : .text(text))
  }
}
