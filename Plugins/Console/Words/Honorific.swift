/// How a person is addressed. The honorific is only for the greeting and for sentences that are
/// spoken to the person: tables, tags and menus show the bare name.
enum Honorific {
  private static let known = [
    "さん", "サン", "ｻﾝ", "様", "さま", "サマ", "氏", "先生", "殿", "君", "くん", "クン", "ちゃん",
    "チャン",
  ]

  /// Returns the name as a sentence addresses it. In Japanese that is the name with さん, unless it
  /// ends in an honorific already; a mail address stays as it is.
  static func addressing(_ name: String, in language: Language) -> String {
    let name = name.trimmed
    guard language == .japanese, !name.isEmpty, !name.contains("@") else { return name }
    return known.contains { name.hasSuffix($0) } ? name : name + "さん"
  }
}
