internal import ProtobufRuntime

/// The modules that a generated file imports, and how: a public import that is not needed is a
/// warning.
struct Imports {
  private let parameters: Parameters
  /// The module of each file that is imported and not generated.
  private var modulesOfFiles: [String: String] = [:]
  /// The module of each message and enum in those files.
  private var modulesOfTypes: [String: String] = [:]

  init(_ request: Request) throws {
    parameters = request.parameters
    for file in request.files.lazy.filter({ !$0.isWanted }).map(\.definition) {
      let module = try parameters.modules.module(of: file.name)
      modulesOfFiles[file.name] = module
      for message in file.allMessages { modulesOfTypes[message.fullName] = module }
      for item in file.enums + file.allMessages.flatMap(\.enums) {
        modulesOfTypes[item.fullName] = module
      }
    }
  }

  /// Returns the imports of a file of messages, without those that every file has.
  func ofMessages(_ file: FileDefinition) -> [String] {
    let used = modules(of: file.allMessages.flatMap(\.fields).compactMap(\.typeName))
    // The constant of a file is made of those of the files that it imports.
    let named = Set(file.dependencies.compactMap { modulesOfFiles[$0] }).subtracting(used)
    return lines(public: used, internal: named)
  }

  /// Returns the imports of a file of services, without those that every file has.
  func ofServices(_ file: FileDefinition) -> [String] {
    let used = Set(file.services.flatMap(\.methods).flatMap { [$0.input, $0.output] })
    var modules = modules(of: Array(used))
    guard parameters.swiftTarget != parameters.servicesTarget else {
      return lines(public: modules, internal: [])
    }
    // The constant of the file is internal to the code; its messages are not.
    guard used.contains(where: { modulesOfTypes[$0] == nil }) else {
      return lines(public: modules, internal: [parameters.swiftTarget])
    }
    modules.insert(parameters.swiftTarget)
    return lines(public: modules, internal: [])
  }

  private func modules(of types: [String]) -> Set<String> {
    Set(types.compactMap { modulesOfTypes[$0] })
  }

  private func lines(public used: Set<String>, internal named: Set<String>) -> [String] {
    used.union(named).sorted().map { "\(used.contains($0) ? "public" : "internal") import \($0)" }
  }
}
