internal import ProtobufRuntime
internal import StewardProtos

/// Cuts a manifest into requests that are no longer than the method takes.
enum ManifestParts {
  /// How many bytes an object may have. A request takes four such.
  static let longestObject = 256 << 10

  private static let mostObjects = 200
  private static let mostBytes = 512 << 10

  static func cut(_ objects: [ManifestObject]) throws -> [[ManifestObject]] {
    var parts: [[ManifestObject]] = []
    var bytes = 0
    for object in objects {
      let length = try object.serialized().count
      if let last = parts.last, last.count < mostObjects, bytes + length <= mostBytes {
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
