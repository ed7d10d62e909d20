/// The name that someone who mistyped probably meant.
enum Nearest {
  /// "; did you mean "X"?", or nothing when no name is near.
  static func hint(for name: some StringProtocol, among names: some Collection<String>) -> String {
    guard let match = match(for: String(name), among: names) else { return "" }
    return "; did you mean \"\(match)\"?"
  }

  /// The end of a sentence about a name that doesn't exist: with the one that was meant, if one is near.
  static func ending(for name: some StringProtocol, among names: some Collection<String>) -> String
  {
    let hint = hint(for: name, among: names)
    return hint.isEmpty ? "." : hint
  }

  static func match(for name: String, among names: some Collection<String>) -> String? {
    // Bounded, since the name is a stranger's and the work grows with its length.
    guard name.utf8.count <= 200 else { return nil }
    let limit = max(2, name.utf8.count / 4)
    return names.sorted().map { ($0, distance(name, $0)) }
      .filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
  }

  /// How many letters must be changed, added or removed.
  private static func distance(_ one: String, _ other: String) -> Int {
    let one = Array(one.lowercased().utf8)
    let other = Array(other.lowercased().utf8)
    var row = Array(0...other.count)
    for (index, byte) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in other.indices {
        let substituted = diagonal + (byte == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(substituted, row[column] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}
