internal import Synchronization

/// A `.proto` file that this program was compiled with.
@safe public final class ProtoFile: Sendable {
  /// A function that returns the file's serialized `FileDescriptorProto`, which is embedded in the
  /// program.
  public typealias Embedded =
    @convention(c) (UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?

  private let embedded: Embedded
  private let dependencies: [ProtoFile]
  private let cachedPool = Mutex<DescriptorPool?>(nil)

  /// Creates the file from the descriptor that the generator embedded.
  public init(_ embedded: @escaping Embedded, dependencies: [ProtoFile]) {
    unsafe self.embedded = unsafe embedded
    self.dependencies = dependencies
  }

  /// A serialized `FileDescriptorSet` of this file and all its imports. The imports come first.
  public var descriptorSet: [UInt8] {
    var set = WireWriter()
    for file in Self.inOrder(from: self) { set.field(1, file.descriptor) }
    return set.bytes
  }

  /// Returns the descriptors of this file and of all its imports.
  public func pool() throws(ProtobufError) -> DescriptorPool {
    if let pool = cachedPool.withLock({ $0 }) { return pool }
    let pool = try DescriptorPool(serializedFileDescriptorSet: descriptorSet)
    cachedPool.withLock { $0 = pool }
    return pool
  }

  private var descriptor: [UInt8] {
    var length = 0
    let start = unsafe embedded(&length)
    return unsafe [UInt8](UnsafeBufferPointer(start: start, count: length))
  }

  private static func inOrder(from root: ProtoFile) -> [ProtoFile] {
    var files: [ProtoFile] = []
    func visit(_ file: ProtoFile) {
      guard !files.contains(where: { $0 === file }) else { return }
      file.dependencies.forEach(visit)
      files.append(file)
    }
    visit(root)
    return files
  }
}
