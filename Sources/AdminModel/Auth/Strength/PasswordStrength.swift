/// How hard a password is to guess for an attacker who tries names, common words, runs and repeats
/// first. It is counted in powers of ten of guesses, as zxcvbn does (Wheeler, "zxcvbn: Low-Budget
/// Password Strength Estimation", USENIX Security 2016).
///
/// A password is cut into the parts that are guessed with the fewest tries. "Password1234" is a
/// common word and a run: four powers of ten and two. A text that can't be guessed as a whole
/// counts by its characters.
struct PasswordStrength: Hashable {
  /// The minimum for a password. With 12 powers of ten, a thousand guesses a second take thirty
  /// years.
  static let least = 12

  private(set) var powersOfTen: Int
  /// The kinds of parts in the password.
  private(set) var parts: Set<PasswordPart.Kind>

  /// Measures a password.
  ///
  /// - Parameter names: The texts that are connected with the password's owner.
  init(of password: GuessableText, names: Set<[Unicode.Scalar]> = []) {
    let parts = PasswordPart.Reader(password, names)
    // The cheapest way to guess each beginning of the password.
    var ways = [Self?](repeating: nil, count: password.scalars.count + 1)
    ways[0] = Self()
    for start in password.scalars.indices {
      guard let way = ways[start] else { continue }
      for part in parts.starting(at: start) {
        let end = start + part.length
        let longer = way.adding(part)
        if longer.powersOfTen < ways[end]?.powersOfTen ?? .max { ways[end] = longer }
      }
    }
    self = ways.last.flatMap(\.self) ?? Self()
  }

  private init() { (powersOfTen, parts) = (0, []) }

  private func adding(_ part: PasswordPart) -> Self {
    var longer = self
    longer.powersOfTen += part.powersOfTen
    longer.parts.insert(part.kind)
    return longer
  }
}
