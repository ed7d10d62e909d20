import GoogleProtos

/// Amounts as people read them.
enum Amount {
  /// Returns a number of bytes, such as "23.7 MiB".
  static func bytes(_ count: UInt64) -> String {
    var (amount, unit) = (Double(count), "B")
    for larger in ["KiB", "MiB", "GiB", "TiB"] where amount >= 1024 {
      (amount, unit) = (amount / 1024, larger)
    }
    let tenths = Int((amount * 10).rounded())
    return unit == "B" ? "\(count) B" : "\(tenths / 10).\(tenths % 10) \(unit)"
  }

  /// Returns a length of time, such as "2.5 ms" and "10 s".
  static func duration(_ duration: GoogleDuration) -> String {
    let micros = duration.seconds * 1_000_000 + Int64(duration.nanos) / 1000
    guard micros < 1_000_000 else { return "\(micros / 1_000_000) s" }
    let tenths = micros / 100
    return tenths % 10 == 0 ? "\(tenths / 10) ms" : "\(tenths / 10).\(tenths % 10) ms"
  }
}
