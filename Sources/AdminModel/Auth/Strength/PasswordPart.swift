/// A part of a password that is guessed as a whole.
struct PasswordPart: Hashable {
  enum Kind: Hashable {
    /// A name that is connected with the password's owner.
    case name
    /// One of the common words, which are about ten thousand and tried first.
    case word
    /// Characters in sequence, such as "4567", "qwerty" and "zzz".
    case run
    /// Characters that occurred earlier in the password.
    case repetition
    case year
    case digit
    case character
  }

  let kind: Kind
  let length: Int

  /// How many guesses the part takes, as a power of ten.
  var powersOfTen: Int {
    switch kind {
    case .word: 4
    case .digit: 1
    case .name, .run, .repetition, .year, .character: 2
    }
  }
}

extension PasswordPart {
  /// Splits a password into its possible parts.
  struct Reader {
    private let password: GuessableText
    private let names: Set<[Unicode.Scalar]>
    private let repetitions: [Int]

    init(_ password: GuessableText, _ names: Set<[Unicode.Scalar]>) {
      self.password = password
      self.names = names
      repetitions = Self.repetitions(in: password.scalars)
    }

    /// Returns every part that begins at a character. A part of one character is always among them.
    func starting(at start: Int) -> [PasswordPart] {
      let isDigit = password.scalars[start].properties.numericType == .decimal
      return [PasswordPart(kind: isDigit ? .digit : .character, length: 1)]
        + parts(.run, upTo: KeyRuns.length(in: password.scalars, from: start))
        + parts(.repetition, upTo: repetitions[start])
        + names.filter { password.skeleton[start...].starts(with: $0) }
        .map { PasswordPart(kind: .name, length: $0.count) }
        + words(from: start) + years(from: start)
    }

    /// Returns the parts of three characters and more, since the next part may begin within a run.
    private func parts(_ kind: Kind, upTo length: Int) -> [PasswordPart] {
      length < KeyRuns.least
        ? [] : (KeyRuns.least...length).map { PasswordPart(kind: kind, length: $0) }
    }

    private func words(from start: Int) -> [PasswordPart] {
      let rest = password.skeleton[start...]
      return CommonPasswords.lengths.prefix { $0 <= rest.count }
        .filter { CommonPasswords.contains(rest.prefix($0)) }
        .map { PasswordPart(kind: .word, length: $0) }
    }

    private func years(from start: Int) -> [PasswordPart] {
      let year = password.scalars[start...].prefix(4)
      let isYear =
        year.count == 4
        && (year.starts(with: "19".unicodeScalars)
          || year.starts(with: "20".unicodeScalars))
        && year.allSatisfy { ("0"..."9").contains($0) }
      return isYear ? [PasswordPart(kind: .year, length: 4)] : []
    }

    /// Returns, for each character, how many characters from it on occurred earlier in the text.
    private static func repetitions(in text: [Unicode.Scalar]) -> [Int] {
      var longest = [Int](repeating: 0, count: text.count)
      // The lengths by distance to the earlier occurrence.
      var lengths = longest
      for start in text.indices.dropFirst().reversed() {
        for distance in 1...start {
          lengths[distance] = text[start] == text[start - distance] ? lengths[distance] + 1 : 0
          longest[start] = max(longest[start], lengths[distance])
        }
      }
      return longest
    }
  }
}
