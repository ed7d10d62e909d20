import Foundation
import Randomness
import Testing

extension Trial {
  static let fuzz = Trial("fuzz", seconds: 2)
}

extension TimeLimitTrait.Duration {
  /// The trial's own time, and enough for a long round on a busy machine.
  static var fuzz: Self { .minutes(2 + Trial.fuzz.duration.components.seconds / 60) }
}

/// A measurement of the memory that this process uses.
struct ResidentMemory {
  private let before = Self.now

  /// The number of bytes by which the memory has grown since this value was created.
  var growth: Int { Self.now - before }

  private static var now: Int {
    let numbers = FileManager.default.contents(atPath: "/proc/self/statm") ?? Data()
    let pages = String(decoding: numbers, as: UTF8.self).split(separator: " ").dropFirst().first
    return (pages.flatMap { Int($0) } ?? 0) * Int(getpagesize())
  }
}
