internal import ProtobufRuntime

/// A file's descriptor for embedding. It keeps the comments, but no other source positions.
enum EmbeddedDescriptor {
  static func bytes(of file: Request.File) throws -> [UInt8] {
    let keepsComments = !file.definition.name.hasPrefix("google/")
    return try WireRewriter.rewrite(WireReader(file.bytes)) { number, value in
      guard number == 9 else { return Array(value.remainder) }
      return keepsComments ? try commented(Array(value.remainder)) : nil
    }
  }

  /// Removes the locations without a comment.
  private static func commented(_ info: [UInt8]) throws -> [UInt8] {
    try WireRewriter.rewrite(WireReader(info)) { _, location in
      let fields = try Fields(location)
      let isCommented = [3, 4, 6].contains { !fields.nested($0).isEmpty }
      return isCommented ? Array(location.remainder) : nil
    }
  }
}
