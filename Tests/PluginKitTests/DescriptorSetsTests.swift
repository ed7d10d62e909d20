import Testing

@testable import PluginKit

@Suite("Descriptor sets")
struct DescriptorSetsTests {
  private static func set(_ files: [[UInt8]]) -> [UInt8] {
    files.flatMap { [0x0A, UInt8($0.count)] + $0 }
  }

  @Test("The union of descriptor sets holds each file once, in order")
  func union() throws {
    let union = try DescriptorSets.union(of: [Self.set([[1], [2, 2]]), Self.set([[1], [3]]), []])
    #expect(union == Self.set([[1], [2, 2], [3]]))
  }

  @Test("Bytes that are not a descriptor set are refused")
  func malformed() {
    #expect(throws: (any Error).self) { try DescriptorSets.union(of: [[0x0A, 0x7F]]) }
  }
}
