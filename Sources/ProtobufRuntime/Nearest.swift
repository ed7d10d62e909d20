/// The names that someone who mistyped may have meant.
package enum Nearest {
  /// The longest name that is looked at: it is a stranger's, and the work grows with its length.
  private static let maximumLength = 200

  /// Returns those of `names` that are closest to `name`, sorted; none if nothing is close.
  package static func suggestions(
    for name: String, among names: some Collection<String>
  ) -> [String] {
    guard name.utf8.count <= maximumLength else { return [] }
    let wanted = name.lowercased()
    let ranked = names.compactMap { candidate -> (distance: Int, name: String)? in
      let distance = distance(from: wanted, to: candidate.lowercased())
      return distance <= max(1, wanted.count / 3) ? (distance, candidate) : nil
    }
    let best = ranked.map(\.distance).min()
    return ranked.filter { $0.distance == best }.map(\.name).sorted()
  }

  /// How a name is repeated to whom it is refused: whole where it is nearly one of `names`. Otherwise it may be
  /// anything, and so a secret, too.
  package static func repeated(
    _ name: some StringProtocol, among names: some Collection<String>
  ) -> String {
    suggestions(for: String(name), among: names).isEmpty ? name.asRefused : String(name)
  }

  /// The same of a name that may stand in a package: with dots it is whole, as secrets hardly have
  /// any, unless it is longer than any name.
  package static func repeated(
    qualified name: some StringProtocol, among names: some Collection<String>
  ) -> String {
    name.contains(".") && name.utf8.count <= maximumLength
      ? String(name) : repeated(name, among: names)
  }

  /// Returns a question that follows a refusal's sentence, or nothing.
  package static func question(
    for name: String, among names: some Collection<String>
  ) -> String {
    let names = suggestions(for: name, among: names)
    return names.isEmpty ? "" : " Did you mean '\(names.joined(separator: "' or '"))'?"
  }

  /// Returns a question that ends a refusal's sentence, or nothing.
  package static func hint(
    for name: some StringProtocol, among names: some Collection<String>
  ) -> String {
    guard let match = suggestions(for: String(name), among: names).first else { return "" }
    return "; did you mean \"\(match)\"?"
  }

  /// The end of a refusal's sentence: a question where there is something to ask, a full stop otherwise.
  package static func ending(
    for name: some StringProtocol, among names: some Collection<String>
  ) -> String {
    let hint = hint(for: name, among: names)
    return hint.isEmpty ? "." : hint
  }

  /// Returns how many characters have to be inserted, removed, replaced or swapped with their
  /// neighbour to make `source` into `target`.
  package static func distance(from source: String, to target: String) -> Int {
    let source = Array(source)
    let target = Array(target)
    var beforeLast: [Int] = []
    var last = Array(0...target.count)
    for row in source.indices {
      var current = [row + 1]
      for column in target.indices {
        let replaced = last[column] + (source[row] == target[column] ? 0 : 1)
        var best = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, source[row] == target[column - 1],
          source[row - 1] == target[column]
        {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[target.count]
  }
}
