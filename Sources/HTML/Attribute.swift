/// An attribute of an element, such as `.class("card")`.
///
/// The name is one of those that this type offers. There is none for `style` or for a handler of an
/// event, and addresses are of the type ``Address``.
public struct Attribute: Sendable {
  enum Value: Sendable {
    /// The attribute isn't written.
    case omitted
    /// The attribute is written without a value.
    case present
    case word(StaticString)
    case text(String)
    case address(Address)
    case numbers([Double])
  }

  let name: StaticString
  /// Whether the name is written after `data-`.
  let isData: Bool
  let value: Value

  init(_ name: StaticString, value: Value, isData: Bool = false) {
    self.name = name
    self.value = value
    self.isData = isData
  }

  init(_ name: StaticString, _ word: StaticString) { self.init(name, value: .word(word)) }
  init(_ name: StaticString, text: String) { self.init(name, value: .text(text)) }
  init(_ name: StaticString, _ numbers: Double...) { self.init(name, value: .numbers(numbers)) }
  init(_ name: StaticString, _ number: Int) { self.init(name, value: .text(String(number))) }
  init(_ name: StaticString, address: Address) {
    self.init(name, value: .address(address))
  }
  init(_ name: StaticString, when isPresent: Bool) {
    self.init(name, value: isPresent ? .present : .omitted)
  }
  init(_ name: StaticString, id: ElementID?) {
    self.init(name, value: id.map { .text($0.text) } ?? .omitted)
  }

  /// Returns the attribute if a condition holds, and otherwise one that isn't written.
  public func only(if condition: Bool) -> Attribute {
    condition ? self : Attribute(name, value: .omitted, isData: isData)
  }
}

extension [Attribute] {
  /// Whether a parser finds each attribute. It drops those whose name it has seen before.
  var haveDistinctNames: Bool {
    let written = filter { if case .omitted = $0.value { false } else { true } }
    return Set(written.map { "\($0.isData) \($0.name)" }).count == written.count
  }
}

// MARK: - Any element

extension Attribute {
  /// The element's own name on the page. Without an id, nothing is written.
  public static func id(_ id: ElementID?) -> Attribute { Attribute("id", id: id) }

  /// The names by which styles find the element, separated by spaces.
  public static func `class`(_ names: StaticString) -> Attribute { Attribute("class", names) }

  /// The language of the element's text.
  public static func lang(_ language: StaticString) -> Attribute { Attribute("lang", language) }

  /// A text that is shown when a pointer rests on the element.
  public static func title(_ text: String) -> Attribute { Attribute("title", text: text) }

  /// Whether the element isn't shown.
  public static func hidden(_ isHidden: Bool = true) -> Attribute {
    Attribute("hidden", when: isHidden)
  }

  /// Whether translators leave the text as it is, as they should a name.
  public static func translate(_ isTranslated: Bool) -> Attribute {
    Attribute("translate", isTranslated ? "yes" : "no")
  }

  /// The direction of the text: `ltr`, `rtl` or `auto`.
  public static func dir(_ direction: StaticString) -> Attribute { Attribute("dir", direction) }

  /// Whether the element takes the focus by Tab (0) or by script alone (-1).
  public static func tabindex(_ index: Int) -> Attribute { Attribute("tabindex", index) }

  /// Whether the element has the focus when the page or dialog opens.
  public static func autofocus(_ isFocused: Bool = true) -> Attribute {
    Attribute("autofocus", when: isFocused)
  }

  /// A value for the page's script, whose name is written after `data-`.
  public static func data(_ name: StaticString, _ text: String = "") -> Attribute {
    precondition(
      name.description.utf8.allSatisfy { $0.isNameByte && !(0x41...0x5A).contains($0) },
      "data-\(name) is no valid name of an attribute")
    return Attribute(name, value: text.isEmpty ? .present : .text(text), isData: true)
  }
}

// MARK: - Links

extension Attribute {
  /// Where a link leads.
  public static func href(_ address: Address) -> Attribute { Attribute("href", address: address) }

  /// What the target of a link is to this page, such as `stylesheet`, `icon` or `next`.
  public static func rel(_ relation: StaticString) -> Attribute { Attribute("rel", relation) }

  /// The name of the file as which the target of a link is kept.
  public static func download(_ name: String) -> Attribute { Attribute("download", text: name) }

  /// The media type of the target of a link.
  public static func mediaType(_ type: StaticString) -> Attribute { Attribute("type", type) }

  /// The text of a `meta` element.
  public static func content(_ text: String) -> Attribute { Attribute("content", text: text) }
}

// MARK: - Particular elements

extension Attribute {
  /// Whether a header cell is that of its `row`, `col`, `rowgroup` or `colgroup`.
  public static func scope(_ cells: StaticString) -> Attribute { Attribute("scope", cells) }

  /// The number of columns that a cell takes.
  public static func colspan(_ count: Int) -> Attribute { Attribute("colspan", count) }

  /// The number of rows that a cell takes.
  public static func rowspan(_ count: Int) -> Attribute { Attribute("rowspan", count) }

  /// The number with which a list begins.
  public static func start(_ number: Int) -> Attribute { Attribute("start", number) }

  /// The moment of a `time` element in ISO 8601.
  public static func datetime(_ text: String) -> Attribute { Attribute("datetime", text: text) }

  /// Whether a `dialog` or `details` is open.
  public static func open(_ isOpen: Bool = true) -> Attribute { Attribute("open", when: isOpen) }

  /// What closes a dialog beside its own buttons: `any`, `closerequest` or `none`.
  public static func closedby(_ what: StaticString) -> Attribute { Attribute("closedby", what) }
}
