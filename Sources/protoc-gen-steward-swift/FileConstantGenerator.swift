internal import ProtobufRuntime

/// A generator of the constant for a `.proto` file. Messages find their descriptors through it.
struct FileConstantGenerator {
  private let file: FileDefinition

  init(_ file: FileDefinition) { self.file = file }

  func write(to text: inout SourceText) {
    let dependencies = file.dependencies.map { ".\(SwiftNames.file($0))" }
    text.gap()
    text.block("extension ProtoFile") { text in
      text.line("/// `\(file.name)`.")
      text.line("public static let \(SwiftNames.file(file.name)) = ProtoFile(")
      text.indented { text in
        text.line("\(DescriptorGenerator.accessor(file.name)),")
        text.line("dependencies: [\(dependencies.joined(separator: ", "))])")
      }
    }
  }
}
