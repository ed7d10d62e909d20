internal import ProtobufRuntime

/// Which modules a generated file imports, and how: a public import that is not needed is a warning.
struct Imports {
  private let parameters: Parameters
  /// The files that come from the imported module.
  private let importedFiles: Set<String>
  /// The messages and enums in them.
  private let importedTypes: Set<String>

  init(_ request: Request) {
    parameters = request.parameters
    let imported = request.files.filter { !$0.isWanted }.map(\.definition)
    importedFiles = Set(imported.map(\.name))
    let messages = imported.flatMap(\.allMessages)
    let enums = imported.flatMap(\.enums) + messages.flatMap(\.enums)
    importedTypes = Set(messages.map(\.fullName) + enums.map(\.fullName))
  }

  /// The imports of a file of messages, beside those that each one has.
  func ofMessages(_ file: FileDefinition) -> [String] {
    guard let module = parameters.importedModule else { return [] }
    let used = file.allMessages.flatMap(\.fields).compactMap(\.typeName)
    if !importedTypes.isDisjoint(with: used) { return ["public import \(module)"] }
    // The constant of a file is made of those of the files that it imports.
    let importsFile = !importedFiles.isDisjoint(with: file.dependencies)
    return importsFile ? ["internal import \(module)"] : []
  }

  /// The imports of a file of services, beside those that each one has.
  func ofServices(_ file: FileDefinition) -> [String] {
    let used = Set(file.services.flatMap(\.methods).flatMap { [$0.input, $0.output] })
    var lines: [String] = []
    if parameters.swiftTarget != parameters.servicesTarget {
      // The constant of the file is internal to the code; its messages are not.
      let isPublic = !used.isSubset(of: importedTypes)
      lines.append("\(isPublic ? "public" : "internal") import \(parameters.swiftTarget)")
    }
    if let module = parameters.importedModule, !importedTypes.isDisjoint(with: used) {
      lines.append("public import \(module)")
    }
    return lines
  }
}
