/// The comments of a `.proto` file, by the paths of the commented elements.
struct SourceComments {
  private var byPath: [[Int]: String] = [:]

  /// Reads a `google.protobuf.SourceCodeInfo`.
  init(_ reader: WireReader? = nil) throws(ProtobufError) {
    guard var reader else { return }
    while let tag = try reader.tag() {
      guard tag == WireTag(number: 1, type: .lengthDelimited) else {
        try reader.skip(tag.type)
        continue
      }
      try addLocation(try reader.nested())
    }
  }

  subscript(path: [Int]) -> String { byPath[path] ?? "" }

  private mutating func addLocation(_ location: WireReader) throws(ProtobufError) {
    var reader = location
    var path: [Int] = []
    var leading = ""
    var trailing = ""
    while let tag = try reader.tag() {
      switch (tag.number, tag.type) {
      case (1, .lengthDelimited):
        var numbers = try reader.nested()
        while !numbers.isAtEnd { path.append(Int(truncatingIfNeeded: try numbers.varint())) }
      case (3, .lengthDelimited): leading = try reader.string()
      case (4, .lengthDelimited): trailing = try reader.string()
      default: try reader.skip(tag.type)
      }
    }
    let comment = Self.tidied(leading.isEmpty ? trailing : leading)
    if !comment.isEmpty { byPath[path] = comment }
  }

  /// Removes the space after each `//`, and empty lines at the end.
  private static func tidied(_ comment: String) -> String {
    var lines = comment.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.first == " " ? $0.dropFirst() : $0 }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
