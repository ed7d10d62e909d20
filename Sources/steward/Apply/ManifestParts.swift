internal import AdminProtos
internal import ProtobufRuntime

/// The parts of a manifest, each a request within the size limit of the method.
enum ManifestParts {
  /// The maximum size of an object in bytes. The method takes requests of four times this size.
  static let maximumObjectLength = 256 << 10

  private static let maximumObjects = 200
  private static let maximumBytes = 512 << 10

  static func cut(_ objects: [ManifestObject]) throws -> [[ManifestObject]] {
    var parts: [[ManifestObject]] = []
    var bytes = 0
    for object in objects {
      let length = try object.serialized().count
      if let last = parts.last, last.count < maximumObjects, bytes + length <= maximumBytes {
        parts[parts.count - 1].append(object)
        bytes += length
      } else {
        parts.append([object])
        bytes = length
      }
    }
    return parts
  }
}
