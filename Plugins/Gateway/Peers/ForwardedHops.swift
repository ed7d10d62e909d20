import Platform
import PluginKit

/// The addresses that proxies have written into a request's headers, the nearest first. An entry
/// that names no address is nil.
enum ForwardedHops {
  /// The maximum number of entries that are read, beginning with the nearest. No request passes
  /// through more proxies.
  private static let maximum = 32

  /// Reads `x-forwarded-for`: addresses that are separated by commas.
  static func inForwardedFor(_ values: [String]) -> [IPAddress?] {
    entries(values).map { address($0.trimmed) }
  }

  /// Reads `forwarded`: parameters that are separated by semicolons. The parameter `for` names the
  /// address. (RFC 7239, section 4)
  static func inForwarded(_ values: [String]) -> [IPAddress?] {
    entries(values).map { entry in
      let parameters = entry.split(separator: ";").map { $0.trimmed }
      let name = "for="
      return parameters.first { $0.lowercased().hasPrefix(name) }
        .flatMap { address($0.dropFirst(name.count).trimmed) }
    }
  }

  /// Returns the entries, the nearest first. Each comma is a separator, because neither an address
  /// nor anything around it contains a comma, not even in quotes.
  private static func entries(_ values: [String]) -> some Sequence<Substring> {
    values.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .suffix(maximum).reversed()
  }

  /// Reads `192.0.2.7`, `192.0.2.7:80`, `2001:db8::1`, `[2001:db8::1]` and `"[2001:db8::1]:80"`.
  private static func address(_ text: Substring) -> IPAddress? {
    let bare = text.hasPrefix("\"") && text.hasSuffix("\"") ? text.dropFirst().dropLast() : text
    if bare.hasPrefix("[") { return IPAddress(bare.dropFirst().prefix { $0 != "]" }) }
    let isWithPort = bare.count { $0 == ":" } == 1
    return IPAddress(isWithPort ? bare.prefix { $0 != ":" } : bare)
  }
}

extension StringProtocol {
  /// The text without the spaces and tabs around it.
  var trimmed: SubSequence {
    let rest = drop { $0.isBlank }
    guard let last = rest.lastIndex(where: { !$0.isBlank }) else { return rest }
    return rest[...last]
  }
}

extension Character {
  fileprivate var isBlank: Bool { self == " " || self == "\t" }
}
