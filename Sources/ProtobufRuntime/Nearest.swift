/// A search for the names that a user may have meant by a misspelled name.
package enum Nearest {
  /// The maximum length of a name in bytes. The name is untrusted, and the work grows with its
  /// length.
  private static let maximumLength = 200

  /// Returns the elements of `names` that are closest to `name`, sorted. Returns none if no name is
  /// close.
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

  /// Returns a refused name for the error message. The name is whole if it is close to one of
  /// `names`. Otherwise it may be any text, even a secret, and is shortened.
  package static func repeated(
    _ name: some StringProtocol, among names: some Collection<String>
  ) -> String {
    suggestions(for: String(name), among: names).isEmpty ? name.asRefused : String(name)
  }

  /// Returns a refused name with an optional package for the error message. A name with dots is
  /// whole, because secrets hardly have dots, unless it is longer than any real name.
  package static func repeated(
    qualified name: some StringProtocol, among names: some Collection<String>
  ) -> String {
    name.contains(".") && name.utf8.count <= maximumLength
      ? String(name) : repeated(name, among: names)
  }

  /// Returns a sentence that follows that of an error message, or an empty text.
  package static func didYouMean(
    for name: String, among names: some Collection<String>
  ) -> String {
    let names = suggestions(for: name, among: names)
    return names.isEmpty ? "" : " Did you mean '\(names.joined(separator: "' or '"))'?"
  }

  /// Returns a suggestion that ends the sentence of an error message, or an empty text.
  package static func hint(
    for name: some StringProtocol, among names: some Collection<String>
  ) -> String {
    guard let match = suggestions(for: String(name), among: names).first else { return "" }
    return "; did you mean \"\(match)\"?"
  }

  /// Returns the end of the sentence of an error message: a suggestion if a name is close,
  /// otherwise a full stop.
  package static func ending(
    for name: some StringProtocol, among names: some Collection<String>
  ) -> String {
    let hint = hint(for: name, among: names)
    return hint.isEmpty ? "." : hint
  }

  /// Returns the number of edits that turn `source` into `target`. An edit inserts, removes or
  /// replaces a character, or swaps it with its neighbour.
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

extension StringProtocol {
  /// The text as an error message repeats it. The text may be a secret in the wrong place. So it is
  /// whole only if it is shorter than any secret. Otherwise at most a third of it is shown.
  package var asRefused: String {
    count < 12 ? String(self) : prefix(Swift.min(8, count / 3)) + "…"
  }
}
