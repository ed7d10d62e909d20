/// The names in the generated Swift code.
enum SwiftNames {
  /// Returns the property or argument of a field: `organization_id` becomes `organizationId`.
  static func property(_ name: String) -> String {
    let name = lowerCamel(name)
    return escaped(taken.contains(name) ? name + "_" : name)
  }

  /// Returns the case of a oneof.
  static func enumCase(_ name: String) -> String { escaped(lowerCamel(name)) }

  /// Returns the nested type of a oneof.
  static func oneof(_ name: String) -> String { upperFirst(lowerCamel(name)) }

  /// Returns a nested type. Its name must not hide a name that every type has.
  static func nested(_ name: String) -> String {
    ["Type", "Protocol", "Self"].contains(name) ? name + "_" : name
  }

  /// Returns the constant of an enum's value, without the name of the enum: `STATE_READY` of
  /// `State` becomes `ready`.
  static func enumValue(_ value: String, of enumeration: String) -> String {
    let prefix = upperSnake(enumeration) + "_"
    let rest = value.hasPrefix(prefix) ? String(value.dropFirst(prefix.count)) : value
    let isName = rest.first.map { !$0.isNumber } ?? false
    return escaped(lowerCamel((isName ? rest : value).lowercased()))
  }

  /// Returns the function of a method.
  static func method(_ name: String) -> String { escaped(lowerFirst(name)) }

  /// Returns the static property for a file: `a/b_c.proto` becomes `aBC`.
  static func file(_ path: String) -> String {
    let name = path.hasSuffix(".proto") ? String(path.dropLast(6)) : path
    return lowerCamel(String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" }))
  }

  /// Returns the name of a file without folders and extension.
  static func baseName(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".proto") ? String(name.dropLast(6)) : name
  }

  private static func lowerCamel(_ name: String) -> String {
    let words = name.split(separator: "_")
    guard let first = words.first else { return name }
    return lowerFirst(String(first)) + words.dropFirst().map { upperFirst(String($0)) }.joined()
  }

  /// Returns the name in upper case with underscores: `HTTPCode` becomes `HTTP_CODE`.
  private static func upperSnake(_ name: String) -> String {
    let characters = Array(name)
    var result = ""
    for (index, character) in characters.enumerated() {
      let beginsWord = index > 0 && character.isUppercase
      let afterLower = beginsWord && !characters[index - 1].isUppercase
      let beforeLower =
        beginsWord && index + 1 < characters.count && characters[index + 1].isLowercase
      if afterLower || beforeLower { result += "_" }
      result += character.uppercased()
    }
    return result
  }

  private static func lowerFirst(_ name: String) -> String {
    name.prefix(1).lowercased() + name.dropFirst()
  }

  private static func upperFirst(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
  }

  private static func escaped(_ name: String) -> String {
    if ["init", "self", "Self", "Type", "Protocol"].contains(name) { return name + "_" }
    return keywords.contains(name) ? "`\(name)`" : name
  }

  /// The names of members that every message has.
  private static let taken: Set<String> = [
    "serialized", "json", "hash", "hashValue", "write", "unknownFields",
  ]

  private static let keywords: Set<String> = [
    "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer",
    "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for",
    "func", "guard", "if", "import", "in", "inout", "internal", "is", "let", "nil",
    "operator", "private", "protocol", "public", "repeat", "rethrows", "return",
    "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var", "where", "while",
  ]
}
