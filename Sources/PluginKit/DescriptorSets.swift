internal import ProtobufRuntime

/// Functions for serialized FileDescriptorSets.
enum DescriptorSets {
  private static let fileField = 1

  /// Returns a set of all files of the given sets, each file once. Services share most of their
  /// files.
  static func union(of sets: [[UInt8]]) throws -> [UInt8] {
    var known: Set<[UInt8]> = []
    var union = WireWriter()
    for set in sets {
      for file in try files(of: set) where known.insert(file).inserted {
        union.field(fileField, file)
      }
    }
    return union.bytes
  }

  private static func files(of set: [UInt8]) throws -> [[UInt8]] {
    var reader = WireReader(set)
    var files: [[UInt8]] = []
    while let tag = try reader.tag() {
      if tag == WireTag(number: fileField, type: .lengthDelimited) {
        files.append(Array(try reader.nested().remainder))
      } else {
        try reader.skip(tag.type)
      }
    }
    return files
  }
}
