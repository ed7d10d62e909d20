internal import ProtobufRuntime

extension FieldDescriptor {
  /// Returns the field's type as a `.proto` file writes it inside the given package or message:
  /// `repeated Workspace`, `map<string, uint32>`.
  func typeText(in pool: DescriptorPool, relativeTo scope: String) -> String {
    if let entry = mapEntry(in: pool), let key = entry.field(named: "key"),
      let value = entry.field(named: "value")
    {
      let name = value.elementText(relativeTo: scope)
      return "map<\(key.elementText(relativeTo: scope)), \(name)>"
    }
    let element = elementText(relativeTo: scope)
    return isRepeated ? "repeated \(element)" : isOptional ? "optional \(element)" : element
  }

  private func elementText(relativeTo scope: String) -> String {
    typeName?.shortened(relativeTo: scope) ?? type.name
  }

  private func mapEntry(in pool: DescriptorPool) -> MessageDescriptor? {
    guard isRepeated, type == .message, let typeName,
      let message = try? pool.message(named: typeName)
    else { return nil }
    return message.isMapEntry ? message : nil
  }
}

extension String {
  /// Returns the full name without the leading parts that it shares with `scope`.
  func shortened(relativeTo scope: String) -> String {
    var parts = split(separator: ".")[...]
    for part in scope.split(separator: ".") {
      guard parts.count > 1, parts.first == part else { break }
      parts.removeFirst()
    }
    return parts.joined(separator: ".")
  }

  /// The name without its last part.
  var enclosingScope: String {
    lastIndex(of: ".").map { String(self[..<$0]) } ?? ""
  }
}
