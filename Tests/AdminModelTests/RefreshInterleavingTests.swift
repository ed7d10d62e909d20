import Testing

@testable import AdminModel

/// Two tabs of one browser, a network that loses responses, a clock, and a user who ends the
/// session. The tests try every order of their events.
@Suite("Refreshes in every order of events")
struct RefreshInterleavingTests {
  /// A tab with one token. It has at most one request in progress, and repeats it if the response
  /// is lost.
  private struct Tab: Hashable {
    var token: UInt64 = 1
    /// The request that was sent and not yet served.
    var request: UInt64?
    /// The response that was sent and has not yet arrived.
    var reply: UInt64?
    var isIdle: Bool { request == nil && reply == nil }
  }

  private struct World: Hashable {
    var chain = RefreshChain()
    var hasEnded = false
    var clock: UInt64 = 1_000_000_000
    var tabs = [Tab(), Tab()]
  }

  private enum Event: Hashable {
    case send(Int)
    case serve(Int)
    case arrive(Int)
    case lose(Int)
    /// Waits for a time within the grace period or longer.
    case wait(UInt64)
    case revoke
  }

  private static func events(of world: World, waits: [UInt64]) -> [Event] {
    let ofTabs = world.tabs.indices.flatMap { place -> [Event] in
      let tab = world.tabs[place]
      if tab.request != nil { return [.serve(place)] }
      return tab.reply == nil ? [.send(place)] : [.arrive(place), .lose(place)]
    }
    return ofTabs + waits.map(Event.wait) + (world.hasEnded ? [] : [.revoke])
  }

  /// Returns the state after an event, and the outcome if a request was served.
  private static func after(_ event: Event, _ world: World) -> (World, RefreshChain.Outcome?) {
    var world = world
    switch event {
    case .send(let tab): world.tabs[tab].request = world.tabs[tab].token
    case .arrive(let tab):
      world.tabs[tab].token = world.tabs[tab].reply ?? 0
      world.tabs[tab].reply = nil
    case .lose(let tab): world.tabs[tab].reply = nil
    case .wait(let time): world.clock += time
    case .revoke: world.hasEnded = true
    case .serve(let tab):
      let number = world.tabs[tab].request ?? 0
      world.tabs[tab].request = nil
      guard !world.hasEnded else { return (world, nil) }
      let outcome = world.chain.present(number, at: world.clock)
      if outcome == .reused { world.hasEnded = true }
      if case .successor(let next) = outcome { world.tabs[tab].reply = next }
      return (world, outcome)
    }
    return (world, nil)
  }

  /// Visits every state that can be reached, each once, and calls `judge` for every step.
  private func explore(
    from start: World, depth: Int, waits: [UInt64],
    _ judge: (_ before: World, Event, RefreshChain.Outcome?, _ after: World) -> Void
  ) -> Int {
    var seen: Set<World> = [start]
    var frontier = [start]
    for _ in 0..<depth {
      var next: [World] = []
      for world in frontier {
        for event in Self.events(of: world, waits: waits) {
          let (after, outcome) = Self.after(event, world)
          judge(world, event, outcome, after)
          if seen.insert(after).inserted { next.append(after) }
        }
      }
      frontier = next
    }
    return seen.count
  }

  @Test("Two tabs and any number of lost responses within the grace period never end a session")
  func twoTabs() {
    // The whole run takes at most 12 × 2 s, which is within the grace period.
    let worlds = explore(from: World(), depth: 12, waits: [2_000_000]) { _, event, outcome, _ in
      if let outcome, case .successor = outcome { return }
      if let outcome { Issue.record("\(event) has the outcome \(outcome)") }
    }
    #expect(worlds > 1000)
  }

  @Test("A single tab is never refused, however long it waits and whatever response is lost")
  func oneTab() {
    var start = World()
    start.tabs = [Tab()]
    let worlds = explore(from: start, depth: 16, waits: [1_000_000, 31_000_000]) {
      _, event, outcome, _ in
      if let outcome, case .successor = outcome { return }
      if let outcome { Issue.record("\(event) has the outcome \(outcome)") }
    }
    #expect(worlds > 1000)
  }

  @Test("A session that has ended never returns a token again")
  func ended() {
    let worlds = explore(from: World(), depth: 11, waits: [31_000_000]) {
      before, event, outcome, after in
      guard before.hasEnded else { return }
      if outcome != nil || !after.hasEnded { Issue.record("\(event) went on") }
    }
    #expect(worlds > 1000)
  }

  @Test("A copy of a token ends the session when it is two exchanges behind")
  func theft() {
    var chain = RefreshChain()
    var clock: UInt64 = 1_000_000_000
    func use(_ token: UInt64) -> RefreshChain.Outcome {
      clock += 31_000_000
      return chain.present(token, at: clock)
    }
    #expect(use(1) == .successor(2))
    #expect(use(1) == .successor(2))
    #expect(use(2) == .successor(3))
    #expect(use(1) == .reused)
  }
}
