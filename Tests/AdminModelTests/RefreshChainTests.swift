import Testing

@testable import AdminModel

@Suite("The refresh tokens of a session")
struct RefreshChainTests {
  private static let second: UInt64 = 1_000_000

  /// The rule itself, applied to the whole history: it forgets nothing and computes nothing in
  /// advance.
  private struct Rule {
    var exchanges: [(number: UInt64, time: UInt64)] = []
    var newest: UInt64 { UInt64(exchanges.count) + 1 }

    mutating func present(_ number: UInt64, at clock: UInt64) -> RefreshChain.Outcome {
      let now = max(clock, exchanges.last?.time ?? 0)
      guard (1...newest).contains(number) else { return .unknown }
      guard number < newest else {
        exchanges.append((number, now))
        return .successor(number + 1)
      }
      let isSuccessorUnused = number + 1 == newest
      let time = exchanges[Int(number) - 1].time
      return isSuccessorUnused || now - time <= 30 * second ? .successor(number + 1) : .reused
    }
  }

  /// A possible next step: a token of any number is presented, or the clock moves, forward or back.
  private enum Step: CaseIterable {
    case newest, parent, grandparent, oldest, fromTheFuture, aMoment, almostTheGrace, theGrace, back
  }

  @Test("Every sequence of six steps has the outcome that the rule says")
  func everySequence() {
    var checked = 0
    explore(RefreshChain(), Rule(), clock: 1000 * Self.second, depth: 6, &checked)
    #expect(checked == 9 + 81 + 729 + 6561 + 59049 + 531_441)
  }

  private func explore(
    _ chain: RefreshChain, _ rule: Rule, clock: UInt64, depth: Int, _ checked: inout Int
  ) {
    guard depth > 0 else { return }
    for step in Step.allCases {
      var (chain, rule, clock) = (chain, rule, clock)
      switch step {
      case .aMoment: clock += Self.second
      case .almostTheGrace: clock += 29 * Self.second
      case .theGrace: clock += 31 * Self.second
      case .back: clock -= 100 * Self.second
      case .newest, .parent, .grandparent, .oldest, .fromTheFuture:
        let number = number(of: step, newest: rule.newest)
        let (outcome, expected) = (
          chain.present(number, at: clock), rule.present(number, at: clock)
        )
        if outcome != expected || chain.newest != rule.newest {
          Issue.record("\(step) \(number): \(outcome), not \(expected), after \(rule.exchanges)")
        }
      }
      checked += 1
      explore(chain, rule, clock: clock, depth: depth - 1, &checked)
    }
  }

  private func number(of step: Step, newest: UInt64) -> UInt64 {
    switch step {
    case .parent: newest - min(1, newest)
    case .grandparent: newest - min(2, newest)
    case .oldest: 1
    case .fromTheFuture: newest + 1
    default: newest
    }
  }

  @Test("A token that is presented again yields the same successor until that is used")
  func lostReplies() {
    var chain = RefreshChain()
    for minute in 1...100 as ClosedRange<UInt64> {
      #expect(chain.present(1, at: minute * 60 * Self.second) == .successor(2))
    }
    #expect(chain.present(2, at: 6001 * Self.second) == .successor(3))
    #expect(chain.present(1, at: 6002 * Self.second) == .reused)
  }

  @Test("Exchanges that come too fast to be remembered are delayed, and none is forgotten")
  func flood() {
    var chain = RefreshChain()
    let count = UInt64(RefreshChain.limit)
    for number in 1...count { #expect(chain.present(number, at: number) == .successor(number + 1)) }
    #expect(chain.present(count + 1, at: count + 1) == .tooFast(until: 30 * Self.second + 2))
    #expect(chain.present(1, at: count + 1) == .successor(2))
    #expect(chain.present(count + 1, at: 30 * Self.second + 2) == .successor(count + 2))
  }
}
