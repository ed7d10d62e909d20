/// The two parts of a timestamp or a duration.
struct SecondsAndNanos: Hashable {
  static let nanosPerSecond: Int32 = 1_000_000_000
  /// The seconds from year 1 to the end of year 9999, counted from 1970.
  static let timestamps: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
  /// The seconds of ten thousand years, in both directions.
  static let durations: ClosedRange<Int64> = -315_576_000_000...315_576_000_000

  var seconds: Int64
  var nanos: Int32

  init(seconds: Int64, nanos: Int32) {
    self.seconds = seconds
    self.nanos = nanos
  }

  /// Checks the value as a timestamp.
  ///
  /// - Throws: ``ProtobufError`` if protobuf doesn't allow it as a timestamp.
  func checkTimestamp() throws(ProtobufError) {
    guard Self.timestamps.contains(seconds), (0..<Self.nanosPerSecond).contains(nanos) else {
      throw ProtobufError(
        .invalidValue, "\(seconds) s and \(nanos) ns are not in the years 1 to 9999")
    }
  }

  /// Checks the value as a duration.
  ///
  /// - Throws: ``ProtobufError`` if protobuf doesn't allow it as a duration.
  func checkDuration() throws(ProtobufError) {
    let signsAgree = seconds == 0 || nanos == 0 || (seconds < 0) == (nanos < 0)
    guard Self.durations.contains(seconds), nanos.magnitude < Self.nanosPerSecond.magnitude,
      signsAgree
    else {
      throw ProtobufError(.invalidValue, "\(seconds) s and \(nanos) ns are not a valid duration")
    }
  }

  func serialized() -> [UInt8] {
    var writer = WireWriter()
    if seconds != 0 { writer.field(1, UInt64(bitPattern: seconds)) }
    if nanos != 0 { writer.field(2, UInt64(bitPattern: Int64(nanos))) }
    return writer.bytes
  }

  /// Returns `nanos` as a fraction with three, six or nine digits, or as an empty text for 0.
  static func fraction(_ nanos: Int32) -> String {
    guard nanos != 0 else { return "" }
    var digits = String(nanos)
    digits = String(repeating: "0", count: 9 - digits.count) + digits
    while digits.hasSuffix("000") { digits.removeLast(3) }
    return "." + digits
  }

  /// Reads the one to nine digits of a fraction.
  static func nanos(_ digits: Substring) -> Int32? {
    guard (1...9).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int32(digits + String(repeating: "0", count: 9 - digits.count))
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
