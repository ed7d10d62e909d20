/// The shape of an address, such as "/console/orgs/{org}/keys/{key}". A segment in braces stands
/// for any text.
struct PathPattern: Hashable, Sendable, ExpressibleByStringLiteral {
  private enum Segment: Hashable {
    case exactly(String)
    case any(named: String)
  }

  private let segments: [Segment]

  init(stringLiteral text: StaticString) {
    segments = PathSegments("\(text)").all.map { segment in
      segment.hasPrefix("{")
        ? .any(named: String(segment.dropFirst().dropLast())) : .exactly(segment)
    }
  }

  /// Returns what the segments in braces stand for in a path, by their names; nil if the path has
  /// another shape.
  func values(in path: PathSegments) -> [String: String]? {
    guard path.all.count == segments.count else { return nil }
    var values: [String: String] = [:]
    for (segment, text) in zip(segments, path.all) {
      switch segment {
      case .exactly(let expected): guard text == expected else { return nil }
      case .any(let name): values[name] = text
      }
    }
    return values
  }

  /// The number of segments that stand for themselves. Of two patterns that fit a path, the one
  /// with more of them is meant.
  var exactness: Int {
    segments.count { if case .exactly = $0 { true } else { false } }
  }
}

/// The segments of a path between its slashes.
struct PathSegments: Hashable, Sendable {
  let all: [String]

  init(_ path: String) {
    all = path.split(separator: "/").map { String($0).removingPercentEncoding }
  }
}

extension String {
  /// The text with its percent-encoded bytes decoded. What is no valid encoding stays as it is.
  fileprivate var removingPercentEncoding: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let decoded = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(decoded)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
