import Testing

@testable import PluginHost

@Suite("A module's lifecycle: crashes, hangs and restarts")
struct LifecycleCrashTests {
  @Test("A crash takes the module out of service, and it comes back after the backoff")
  func crash() {
    var script = LifecycleScript(.wanted, .welcomed(1))
    let actions = script.handle(.exited(1, .exited(status: 3)))
    #expect(actions == [.withdraw(1), .recordCrash(1, cause: "exit status 3")])
    #expect(script.nextWake == .milliseconds(100))
    #expect(script.wake() == [.start(2)])
    #expect(script.lifecycle.restarts == 1)
  }

  @Test("The backoff doubles up to its limit")
  func backoff() {
    var script = LifecycleScript(.wanted)
    var delays: [Duration?] = []
    for number in 1...3 {
      _ = script.handle(.exited(number, .exited(status: 1)))
      delays.append(script.nextWake)
      _ = script.wake()
    }
    #expect(delays == [.milliseconds(100), .milliseconds(200), .milliseconds(300)])
  }

  @Test(
    "Jitter spreads the backoff over a quarter to both sides, never past the limit",
    arguments: [(0.0, 1, 75), (1.0, 1, 125), (0.0, 3, 225), (1.0, 3, 300)])
  func jitter(chance: Double, crashes: Int, milliseconds: Int) {
    let delay = LifecycleScript.policy.backoff(afterCrashes: crashes, chance: chance)
    #expect(delay == .milliseconds(milliseconds))
  }

  @Test("More crashes than allowed within the window, and the module is given up")
  func givenUp() {
    var script = LifecycleScript(.wanted)
    script.crash(3)
    #expect(
      script.handle(.exited(4, .exited(status: 1)))
        == [.recordCrash(4, cause: "exit status 1"), .giveUp])
    #expect(script.phase == "failed")
    #expect(script.nextWake == nil)
    #expect(script.handle(.wanted) == [])
  }

  @Test("Crashes older than the window don't count")
  func window() {
    var script = LifecycleScript(.wanted)
    script.crash(3)
    _ = script.handle(.welcomed(4))
    script.pass(.seconds(61))
    _ = script.handle(.exited(4, .exited(status: 1)))
    #expect(script.phase == "backing off")
    #expect(script.nextWake == .milliseconds(100))
  }

  @Test("A ready module is pinged every interval")
  func pings() {
    var script = LifecycleScript(.wanted, .welcomed(1))
    #expect(script.nextWake == .seconds(5))
    #expect(script.wake() == [.check(1)])
    #expect(script.nextWake == nil)
    #expect(script.handle(.pinged(1)) == [])
    #expect(script.nextWake == .seconds(5))
  }

  @Test("A module that hangs gets no more calls, is killed, and that is a crash")
  func hangs() {
    var script = LifecycleScript(.wanted, .welcomed(1))
    let sentence = script.handle(.condemned(1, "did not answer a ping", forGood: false))
    #expect(sentence == [.withdraw(1), .kill(1)])
    #expect(script.handle(.condemned(1, "again", forGood: false)) == [])
    let crash = script.handle(.exited(1, .signalled(9)))
    #expect(crash.contains(.recordCrash(1, cause: "did not answer a ping")))
  }

  @Test("A process that hangs up has a moment to end by itself, since its end tells more")
  func hungUp() {
    var script = LifecycleScript(.wanted, .welcomed(1))
    #expect(script.handle(.hungUp(1)) == [.withdraw(1)])
    #expect(script.nextWake == .seconds(1))
    #expect(
      script.handle(.exited(1, .signalled(11)))
        == [.withdraw(1), .recordCrash(1, cause: "signal 11 (SIGSEGV)")])
  }

  @Test("A process that hangs up and goes on running is killed")
  func lingers() {
    var script = LifecycleScript(.wanted, .welcomed(1), .hungUp(1))
    #expect(script.wake() == [.withdraw(1), .kill(1)])
    #expect(
      script.handle(.exited(1, .signalled(9))).contains(
        .recordCrash(1, cause: "closed its channel and went on running")))
  }

  @Test("News of a process that was written off change nothing")
  func stale() {
    var script = LifecycleScript(.wanted)
    script.crash(1)
    #expect(script.handle(.exited(1, .exited(status: 0))) == [])
    #expect(script.handle(.welcomed(1)) == [])
    #expect(script.handle(.hungUp(1)) == [])
    #expect(script.handle(.condemned(1, "late", forGood: true)) == [])
    #expect(script.phase == "starting 2")
  }
}
