public import CProtobufC

/// How libprotobuf-c lays a message out, for generated code only.
@safe public struct MessageLayout {
  let descriptor: UnsafePointer<ProtobufCMessageDescriptor>
  /// Whether values of the type can be nested without end.
  let isRecursive: Bool

  /// Wraps the descriptor that `protoc-gen-c` made.
  public init(_ descriptor: UnsafePointer<ProtobufCMessageDescriptor>, isRecursive: Bool = false) {
    unsafe self.descriptor = unsafe descriptor
    self.isRecursive = isRecursive
  }
}
