/// The names that someone may have meant by a name that does not exist.
enum NearestName {
  /// Returns the candidates closest to `name`, best first; none if nothing is close.
  static func suggestions(for name: String, among candidates: [String]) -> [String] {
    let wanted = name.lowercased()
    let ranked = candidates.compactMap { candidate -> (distance: Int, name: String)? in
      let distance = distance(from: wanted, to: candidate.lowercased())
      return distance <= max(1, wanted.count / 3) ? (distance, candidate) : nil
    }
    let best = ranked.map(\.distance).min()
    return ranked.filter { $0.distance == best }.map(\.name).sorted()
  }

  /// Returns the one name that is closest to `name`, as a question to append to a refusal.
  static func question(for name: String, among candidates: [String]) -> String {
    let names = suggestions(for: name, among: candidates)
    return names.isEmpty ? "" : " Did you mean '\(names.joined(separator: "' or '"))'?"
  }

  /// Returns how many characters have to be inserted, removed, replaced or swapped with their
  /// neighbour to make `source` into `target`.
  static func distance(from source: String, to target: String) -> Int {
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
