/// The names in the code that `protoc-gen-c` generates.
enum CNames {
  /// Returns the struct of a message: `a.b_c.FooBar` becomes `A__BC__FooBar`.
  static func structure(_ fullName: String) -> String {
    fullName.split(separator: ".").map { camel($0) }.joined(separator: "__")
  }

  /// Returns the prefix of a message's functions and descriptor: `a__b_c__foo_bar`.
  static func symbol(_ fullName: String) -> String {
    fullName.split(separator: ".").map { lower($0) }.joined(separator: "__")
  }

  /// Returns the member of a struct that holds a field.
  static func member(_ field: String) -> String {
    let name = field.lowercased()
    return keywords.contains(name) ? name + "_" : name
  }

  /// Returns the member of a struct that says which case of a oneof is set.
  static func caseMember(_ oneof: String) -> String { lower(Substring(oneof)) + "_case" }

  /// Returns the name of a file within a C identifier: `a/b.proto` becomes `a__b_proto`.
  static func file(_ path: String) -> String {
    String(path.flatMap { $0 == "/" ? "__" : $0.isLetter || $0.isNumber ? String($0) : "_" })
  }

  private static func camel(_ name: Substring) -> String {
    name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func lower(_ name: Substring) -> String {
    var result = ""
    var previousWasUpper = true
    for character in name {
      if character.isUppercase && !previousWasUpper { result += "_" }
      previousWasUpper = character.isUppercase
      result += character.lowercased()
    }
    return result
  }

  private static let keywords: Set<String> = [
    "and", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "break", "case", "catch", "char",
    "class", "compl", "const", "const_cast", "continue", "default", "delete", "do", "double",
    "dynamic_cast", "else", "enum", "explicit", "extern", "false", "float", "for", "friend",
    "goto", "if", "inline", "int", "long", "mutable", "namespace", "new", "not", "not_eq",
    "operator", "or", "or_eq", "private", "protected", "public", "register", "reinterpret_cast",
    "return", "short", "signed", "sizeof", "static", "static_cast", "struct", "switch", "template",
    "this", "throw", "true", "try", "typedef", "typeid", "typename", "union", "unsigned", "using",
    "virtual", "void", "volatile", "wchar_t", "while", "xor", "xor_eq",
  ]
}
