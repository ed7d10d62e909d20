extension Attribute {
  /// What a field takes.
  public enum InputType: String, Sendable {
    case text, email, password, search, hidden, checkbox, radio, number, date, color
  }

  /// What a button does.
  public enum ButtonType: String, Sendable {
    case submit, reset, button
  }

  /// How a form sends its fields.
  public enum Method: String, Sendable {
    case get, post, dialog
  }
}

// MARK: - Forms

extension Attribute {
  /// Where a form is sent.
  public static func action(_ address: Address) -> Attribute {
    Attribute("action", address: address)
  }

  /// Where a button sends its form.
  public static func formaction(_ address: Address) -> Attribute {
    Attribute("formaction", address: address)
  }

  /// How a form is sent.
  public static func method(_ method: Method) -> Attribute {
    Attribute("method", text: method.rawValue)
  }

  /// Whether the browser sends a form without checking its fields.
  public static func novalidate(_ isUnchecked: Bool = true) -> Attribute {
    Attribute("novalidate", when: isUnchecked)
  }

  /// The form of a field or button that stands outside of it.
  public static func form(_ id: ElementID) -> Attribute { Attribute("form", id: id) }
}

// MARK: - Fields

extension Attribute {
  /// What an `input` takes.
  public static func type(_ type: InputType) -> Attribute { Attribute("type", text: type.rawValue) }

  /// What a `button` does.
  public static func type(_ type: ButtonType) -> Attribute {
    Attribute("type", text: type.rawValue)
  }

  /// The name of a field or of a `meta` element.
  public static func name(_ name: StaticString) -> Attribute { Attribute("name", name) }

  /// The value of a field.
  public static func value(_ text: String) -> Attribute { Attribute("value", text: text) }

  /// The value of a `progress` element.
  public static func value(_ number: Double) -> Attribute { Attribute("value", number) }

  /// The field that a `label` names.
  public static func `for`(_ id: ElementID) -> Attribute { Attribute("for", id: id) }

  /// The name of a group of options.
  public static func label(_ text: String) -> Attribute { Attribute("label", text: text) }

  /// An example of what a field takes.
  public static func placeholder(_ text: String) -> Attribute {
    Attribute("placeholder", text: text)
  }

  /// Whether a form can't be sent without the field.
  public static func required(_ isRequired: Bool = true) -> Attribute {
    Attribute("required", when: isRequired)
  }

  /// Whether a field or button can't be used.
  public static func disabled(_ isDisabled: Bool = true) -> Attribute {
    Attribute("disabled", when: isDisabled)
  }

  /// Whether a field can be read and copied, and not changed.
  public static func readonly(_ isReadOnly: Bool = true) -> Attribute {
    Attribute("readonly", when: isReadOnly)
  }

  /// Whether a box or one of several choices is on.
  public static func checked(_ isChecked: Bool = true) -> Attribute {
    Attribute("checked", when: isChecked)
  }

  /// Whether an option is chosen.
  public static func selected(_ isSelected: Bool = true) -> Attribute {
    Attribute("selected", when: isSelected)
  }

  /// What the browser may fill in, such as `email`, `current-password` or `off`.
  public static func autocomplete(_ what: StaticString) -> Attribute {
    Attribute("autocomplete", what)
  }

  /// Whether the browser checks the spelling.
  public static func spellcheck(_ isChecked: Bool) -> Attribute {
    Attribute("spellcheck", isChecked ? "true" : "false")
  }

  /// How a keyboard on a screen capitalizes: `none`, `sentences`, `words` or `characters`.
  public static func autocapitalize(_ what: StaticString) -> Attribute {
    Attribute("autocapitalize", what)
  }

  /// The keyboard that a screen shows, such as `numeric` or `email`.
  public static func inputmode(_ keyboard: StaticString) -> Attribute {
    Attribute("inputmode", keyboard)
  }

  /// The regular expression that the value matches.
  public static func pattern(_ expression: StaticString) -> Attribute {
    Attribute("pattern", expression)
  }

  /// The least number of characters.
  public static func minlength(_ count: Int) -> Attribute { Attribute("minlength", count) }

  /// The greatest number of characters.
  public static func maxlength(_ count: Int) -> Attribute { Attribute("maxlength", count) }

  /// The least number.
  public static func min(_ number: Double) -> Attribute { Attribute("min", number) }

  /// The greatest number, of a field or a `progress` element.
  public static func max(_ number: Double) -> Attribute { Attribute("max", number) }

  /// The step between numbers.
  public static func step(_ number: Double) -> Attribute { Attribute("step", number) }

  /// The number of lines of a `textarea`.
  public static func rows(_ count: Int) -> Attribute { Attribute("rows", count) }

  /// The number of options that a `select` shows at once.
  public static func size(_ count: Int) -> Attribute { Attribute("size", count) }
}
