internal import ProtobufRuntime

/// A generator of an enum. Enums are open, so the enum is a struct with a number and named
/// constants.
struct EnumGenerator {
  private let descriptor: EnumDescriptor
  private let name: String

  init(_ descriptor: EnumDescriptor, _ types: TypeTable) throws {
    self.descriptor = descriptor
    let path = try types.swiftName(descriptor.fullName)
    name = path.split(separator: ".").last.map(String.init) ?? path
  }

  func write(to text: inout SourceText) {
    text.documentation(descriptor.comment)
    text.block("public struct \(name): ProtobufEnum") { text in
      for value in descriptor.values { writeValue(value, to: &text) }
      text.gap()
      text.line("public static let fullName = \"\(descriptor.fullName)\"")
      text.gap()
      text.line("public let rawValue: Int32")
      text.gap()
      text.line("public init(rawValue: Int32) { self.rawValue = rawValue }")
      text.gap()
      writeName(to: &text)
    }
  }

  private func writeValue(_ value: EnumDescriptor.Value, to text: inout SourceText) {
    let constant = SwiftNames.enumValue(value.name, of: descriptor.name)
    text.documentation(value.comment)
    text.line("public static let \(constant) = Self(rawValue: \(value.number))")
  }

  private func writeName(to text: inout SourceText) {
    var seen: Set<Int32> = []
    text.block("public var name: String?") { text in
      text.line("switch rawValue {")
      for value in descriptor.values where seen.insert(value.number).inserted {
        text.line("case \(value.number): \"\(value.name)\"")
      }
      text.line("default: nil")
      text.line("}")
    }
  }
}
