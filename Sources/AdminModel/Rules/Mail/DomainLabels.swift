/// Domains as DNS compares them (RFC 5890), so that "MÜNCHEN.de" and "xn--mnchen-3ya.de" are equal.
extension String {
  /// The parts between the dots.
  var labels: [String] {
    unicodeScalars.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
  }

  /// All labels in lower case and ASCII.
  var asciiDomain: String { labels.map(\.asciiLabel).joined(separator: ".") }

  /// The label in lower case; as its A-label if it is not ASCII (RFC 5891, section 4.4).
  var asciiLabel: String {
    let label = caseMapped
    return label.utf8.allSatisfy { $0 < 0x80 } ? label : "xn--" + Punycode.encode(label)
  }
}
