internal import AdminProtos
internal import ProtobufRuntime

/// Cuts a manifest into requests that are no longer than the method takes.
enum ManifestParts {
  /// How many bytes an object may have. A request takes four such.
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
