import Foundation
import Randomness
import Testing

extension Trial {
  static let fuzz = Trial("fuzz", seconds: 2)
}

extension TimeLimitTrait.Duration {
  /// A trial's own time, and enough for a round that takes long on a busy machine.
  static var fuzz: Self { .minutes(2 + Trial.fuzz.duration.components.seconds / 60) }
}

/// How much memory this process takes up.
struct ResidentMemory {
  private let before = Self.now

  /// By how many bytes it has grown since.
  var growth: Int { Self.now - before }

  private static var now: Int {
    let numbers = FileManager.default.contents(atPath: "/proc/self/statm") ?? Data()
    let pages = String(decoding: numbers, as: UTF8.self).split(separator: " ").dropFirst().first
    return (pages.flatMap { Int($0) } ?? 0) * Int(getpagesize())
  }
}
