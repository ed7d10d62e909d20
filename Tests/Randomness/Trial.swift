import Foundation

/// The duration and the seed of random tests. `make fuzz` and `make chaos` set them. Otherwise a
/// trial takes a few seconds and has a new seed, which is printed.
public struct Trial: Sendable {
  /// The name of the make target.
  public let name: String
  public let seed: UInt64
  public let duration: Duration
  /// The number of kills, or nil if none was given.
  public let count: Int?
  /// Whether a duration or a count was given.
  public let isLong: Bool

  /// Reads `STEWARD_<NAME>_SEED`, `…_SECONDS` and `…_KILLS`.
  ///
  /// - Parameter seconds: The duration if none is given.
  public init(_ name: String, seconds: Int) {
    self.name = name
    seed = UInt64(Self.told(name, "SEED")) ?? .random(in: 0...999_999_999)
    count = Int(Self.told(name, "KILLS"))
    let told = Int(Self.told(name, "SECONDS"))
    isLong = told != nil || count != nil
    duration = .seconds(told ?? seconds)
  }

  private static func told(_ name: String, _ what: String) -> String {
    ProcessInfo.processInfo.environment["STEWARD_\(name.uppercased())_\(what)"] ?? ""
  }

  /// The command that repeats the trial with its seed and duration.
  public var repetition: String {
    "make \(name) SEED=\(seed) "
      + (count.map { "KILLS=\($0)" } ?? "SECONDS=\(duration.components.seconds)")
  }

  /// Prints a line of the trial's report.
  public func say(_ words: String) { print("\(name): \(words)") }
}

/// One attempt of a trial. A trial with the attempt's own seed repeats it as its first attempt.
public struct Round: CustomStringConvertible {
  public var random: SeededRandom
  public let description: String

  init(_ trial: Trial, _ number: UInt64) {
    let seed = trial.seed &+ number
    random = SeededRandom(seed)
    description = "make \(trial.name) SEED=\(seed)"
  }
}

extension Trial {
  /// Runs rounds until the time is up, then prints how many `things` they tried together. `body`
  /// returns how many it tried.
  public func rounds(of things: String, _ body: (inout Round) async throws -> Int) async throws {
    say("\(things), \(repetition)")
    let end = ContinuousClock.now + duration
    var (number, tried) = (0 as UInt64, 0)
    repeat {
      var round = Round(self, number)
      tried += try await body(&round)
      number += 1
    } while ContinuousClock.now < end
    say("\(tried) \(things) in \(number) rounds from seed \(seed)")
  }
}
