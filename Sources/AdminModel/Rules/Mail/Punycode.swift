/// The encoding of text in ASCII (RFC 3492).
enum Punycode {
  private static let base = 36
  private static let thresholds = 1...26
  private static let skew = 38
  private static let damp = 700
  private static let initialBias = 72
  private static let firstCode = 0x80
  private static let digits = Array("abcdefghijklmnopqrstuvwxyz0123456789".unicodeScalars)

  /// Returns the text in ASCII, without a prefix. The time grows with the square of the length.
  static func encode(_ text: String) -> String {
    let codes = text.unicodeScalars.map { Int($0.value) }
    var output = String.UnicodeScalarView(text.unicodeScalars.filter(\.isASCII))
    let basic = output.count
    if basic > 0 { output.append("-") }
    var (code, delta, bias, handled) = (firstCode, 0, initialBias, basic)
    while let next = codes.filter({ $0 >= code }).min() {
      delta += (next - code) * (handled + 1)
      code = next
      for other in codes {
        if other < code { delta += 1 }
        guard other == code else { continue }
        output.append(contentsOf: number(delta, bias))
        bias = adapted(delta, handled + 1, isFirst: handled == basic)
        (delta, handled) = (0, handled + 1)
      }
      (delta, code) = (delta + 1, code + 1)
    }
    return String(output)
  }

  /// Returns a number as digits with variable weights, least significant digit first.
  private static func number(_ delta: Int, _ bias: Int) -> [Unicode.Scalar] {
    var (rest, place, output) = (delta, base, [Unicode.Scalar]())
    while true {
      let threshold = min(max(place - bias, thresholds.lowerBound), thresholds.upperBound)
      guard rest >= threshold else { return output + [digits[rest]] }
      output.append(digits[threshold + (rest - threshold) % (base - threshold)])
      rest = (rest - threshold) / (base - threshold)
      place += base
    }
  }

  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    let range = base - thresholds.lowerBound
    var (delta, steps) = (isFirst ? delta / damp : delta / 2, 0)
    delta += delta / count
    while delta > range * thresholds.upperBound / 2 {
      delta /= range
      steps += base
    }
    return steps + (range + 1) * delta / (delta + skew)
  }
}
