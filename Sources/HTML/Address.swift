/// Where a link, a form or a script leads: a path on this host, a place on the same page, or an
/// `https` URL. No other address can be made, so never one that runs script.
///
/// An address is made of a literal or of checked text, and then extended:
/// `Address("/console/orgs").appending(id, "keys").query("status", "active")`. Only the extensions
/// take text as it is, and encode it.
public struct Address: Hashable, Sendable {
  private enum Part { case path, query, fragment }

  /// The address as text, which is ASCII.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The address without its query and fragment.
  public var path: String {
    let path = bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return String(decoding: path, as: UTF8.self)
  }

  private(set) var bytes: [UInt8]
  private var last: Part

  /// Creates an address from text that is an address already, or returns nil if the text isn't one
  /// of the three kinds, or has a character that an address writes in another way.
  public init?(checking text: String) {
    guard Self.isValid(text) else { return nil }
    self.init(valid: text)
  }

  private init(valid text: String) {
    bytes = Array(text.utf8)
    last =
      bytes.contains(UInt8(ascii: "#"))
      ? .fragment : bytes.contains(UInt8(ascii: "?")) ? .query : .path
  }

  /// Whether the address is a path on this host.
  public var isOnThisHost: Bool { bytes.first == UInt8(ascii: "/") }
}

extension Address: ExpressibleByStringLiteral {
  /// Creates an address from a literal.
  public init(stringLiteral text: StaticString) {
    precondition(Self.isValid(text.description), "\(text) is no address that a page may have")
    self.init(valid: text.description)
  }
}

// MARK: - Extending

extension Address {
  /// Returns the address with components added to its path.
  ///
  /// A component that a browser would take for a step in the path, which is an empty one, `.` or
  /// `..`, becomes U+FFFD. It names nothing.
  public func appending(_ components: String...) -> Address {
    precondition(last == .path, "a path ends where its query or fragment begins")
    var address = self
    address.bytes.reserveCapacity(bytes.count + components.reduce(0) { $0 + 1 + $1.utf8.count })
    for component in components {
      if address.bytes.last != UInt8(ascii: "/") { address.bytes.append(UInt8(ascii: "/")) }
      let isStep = component.isEmpty || component == "." || component == ".."
      address.encode(isStep ? "\u{FFFD}" : component)
    }
    return address
  }

  /// Returns the address with an item added to its query.
  public func query(_ name: String, _ value: String) -> Address {
    precondition(last != .fragment, "a query comes before the fragment")
    var address = self
    address.bytes.append(last == .query ? UInt8(ascii: "&") : UInt8(ascii: "?"))
    address.last = .query
    address.encode(name)
    address.bytes.append(UInt8(ascii: "="))
    address.encode(value)
    return address
  }

  /// Returns the address of an element on the page of this address.
  public func fragment(_ id: ElementID) -> Address {
    precondition(last != .fragment, "an address has one fragment")
    return Address(valid: "\(text)#\(id.text)")
  }

  /// Returns the address of an element on the same page.
  public static func fragment(_ id: ElementID) -> Address { Address(valid: "#" + id.text) }

  /// Appends text, with every byte but letters, digits and `-._~` as `%` and its digits.
  private mutating func encode(_ text: String) {
    var text = text
    text.withUTF8 { text in
      if text.allSatisfy(\.isUnreserved) { return bytes.append(contentsOf: text) }
      for byte in text {
        if byte.isUnreserved {
          bytes.append(byte)
        } else {
          bytes.append(UInt8(ascii: "%"))
          bytes.append(contentsOf: [byte >> 4, byte & 15].map(\.hexadecimalDigit))
        }
      }
    }
  }
}

// MARK: - Checking

extension Address {
  private static func isValid(_ text: String) -> Bool {
    guard text.utf8.allSatisfy(\.isAddressByte) else { return false }
    if text.hasPrefix("https://") { return isAuthority(text.dropFirst(8).prefix(upTo: "/?#")) }
    if text.hasPrefix("/") { return !text.hasPrefix("//") }
    return text.hasPrefix("#")
  }

  /// A host and perhaps a port. Names and passwords, which pretend to be hosts, are refused.
  private static func isAuthority(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let (host, port) = (parts[0], parts.count > 1 ? parts[1] : "443")
    return !host.isEmpty && UInt16(port) != nil
      && host.utf8.allSatisfy { $0.isNameByte || $0 == UInt8(ascii: ".") }
  }
}

extension Substring {
  fileprivate func prefix(upTo ends: String) -> Substring { prefix { !ends.contains($0) } }
}

extension UInt8 {
  fileprivate var hexadecimalDigit: UInt8 { self + UInt8(ascii: self < 10 ? "0" : "7") }

  fileprivate var isUnreserved: Bool {
    isNameByte || self == UInt8(ascii: ".") || self == UInt8(ascii: "~")
  }

  /// Whether the byte may be in an address: visible ASCII but what browsers repair. They drop tabs
  /// and line feeds, and read `\` as `/`.
  fileprivate var isAddressByte: Bool {
    switch self {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
      UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: "}"):
      false
    default: (0x21...0x7E).contains(self)
    }
  }
}
