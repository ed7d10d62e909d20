/// Runs of characters that follow each other in the alphabet, in counting, or on a keyboard.
enum KeyRuns {
  /// The minimum length of a run, in characters.
  static let least = 3

  /// The maximum step between neighbours in a run: "aaa", "abc", "ace" and "963" are runs.
  private static let furthest = 3

  /// Neighbouring keys: along the rows of English, German and French keyboards, and down the
  /// columns.
  private static let lines = [
    "`1234567890-=", "qwertyuiop[]", "qwertzuiopü", "azertyuiop", "asdfghjkl;'", "qsdfghjklm",
    "zxcvbnm,./", "yxcvbnm,.-", "wxcvbn", "!@#$%^&*()_+", "1qaz", "2wsx", "3edc", "4rfv", "5tgb",
    "6yhn", "7ujm", "8ik,", "9ol.", "1q2w3e4r5t6y7u8i9o0p", "1a2s3d4f5g6h7j8k9l", "147", "258",
    "369", "159", "753",
  ].map { Array($0.unicodeScalars) }

  private static let neighbours: [Unicode.Scalar: [(line: Int, place: Int)]] = {
    var places: [Unicode.Scalar: [(line: Int, place: Int)]] = [:]
    for (number, line) in lines.enumerated() {
      for (place, key) in line.enumerated() { places[key, default: []].append((number, place)) }
    }
    return places
  }()

  /// Returns how many characters from `start` on are a run; fewer than ``least`` if there is none.
  static func length(in text: [Unicode.Scalar], from start: Int) -> Int {
    max(alphabetical(text, start), typed(text, start, by: 1), typed(text, start, by: -1))
  }

  private static func alphabetical(_ text: [Unicode.Scalar], _ start: Int) -> Int {
    guard start + 1 < text.count else { return 1 }
    let step = Int(text[start + 1].value) - Int(text[start].value)
    guard abs(step) <= furthest, step == 0 || text[start].isPartOfWord else { return 1 }
    var end = start + 1
    while end < text.count, Int(text[end].value) - Int(text[end - 1].value) == step { end += 1 }
    return end - start
  }

  /// Returns the length of the longest run along one line of keys.
  private static func typed(_ text: [Unicode.Scalar], _ start: Int, by step: Int) -> Int {
    (neighbours[text[start]] ?? []).map { line, place in
      var (place, end) = (place + step, start + 1)
      while end < text.count, lines[line].indices.contains(place), lines[line][place] == text[end] {
        (place, end) = (place + step, end + 1)
      }
      return end - start
    }.max() ?? 1
  }
}
