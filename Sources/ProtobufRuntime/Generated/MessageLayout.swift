public import CProtobufC

/// The layout of a message's struct in libprotobuf-c, for generated code only.
@safe public struct MessageLayout {
  let descriptor: UnsafePointer<ProtobufCMessageDescriptor>
  /// Whether values of the type can contain values of the same type, at any depth.
  let isRecursive: Bool

  /// Creates a layout from the descriptor that `protoc-gen-c` generated.
  public init(_ descriptor: UnsafePointer<ProtobufCMessageDescriptor>, isRecursive: Bool = false) {
    unsafe self.descriptor = unsafe descriptor
    self.isRecursive = isRecursive
  }
}
