/// The parameters between `--steward-swift_out=` and the colon: the targets of the generated files.
struct Parameters {
  /// The C target, as `CAdminProtos`.
  let cTarget: String
  /// The target of the Swift messages, as `AdminProtos`.
  let swiftTarget: String
  /// The target of the services, or nil to generate no services.
  let servicesTarget: String?
  /// The modules of the messages that are imported and not generated.
  let modules: MessageModules

  init(_ text: String) throws {
    var values: [String: String] = [:]
    var modules = MessageModules()
    for pair in text.split(separator: ",") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw GeneratorError("\"\(pair)\" is not name=value") }
      if parts[0] == "import" { try modules.add(parts[1]) } else { values[parts[0]] = parts[1] }
    }
    cTarget = try Self.take("c_target", from: &values)
    swiftTarget = try Self.take("swift_target", from: &values)
    servicesTarget = values.removeValue(forKey: "services_target")
    self.modules = modules
    if let name = values.keys.min() { throw GeneratorError("unknown parameter \"\(name)\"") }
  }

  private static func take(
    _ name: String, from values: inout [String: String]
  ) throws -> String {
    guard let value = values.removeValue(forKey: name) else {
      throw GeneratorError("the parameter \"\(name)\" is missing")
    }
    return value
  }
}
