import Testing

@testable import PluginHost

@Suite("The plugin lifecycle: crashes, hangs and restarts")
struct LifecycleCrashTests {
  @Test("A crash takes the plugin out of service, and it is started again after the backoff")
  func crash() {
    var script = LifecycleScript(.wanted, .welcomed(1))
    let actions = script.handle(.exited(1, .exited(status: 3)))
    #expect(
      actions == [
        .withdraw(1), .recordCrash(1, cause: "exit status 3"), .backOff(until: script.now),
      ])
    #expect(script.wake() == [.start(2)])
    #expect(script.lifecycle.restarts == 1)
  }

  @Test("The restart delay doubles up to 30 s, and the plugin is started again for ever")
  func backoff() {
    var script = LifecycleScript(.wanted)
    var delays: [Duration?] = []
    for number in 1...100 {
      _ = script.handle(.exited(number, .exited(status: 1)))
      delays.append(script.nextWake)
      #expect(script.wake() == [.start(number + 1)])
    }
    #expect(delays.prefix(3) == [.milliseconds(100), .milliseconds(200), .milliseconds(400)])
    #expect(delays.dropFirst(9).allSatisfy { $0 == .seconds(30) })
  }

  @Test(
    "Jitter changes a plugin's backoff by up to a quarter, never beyond the limit",
    arguments: [(0.0, 1, 75), (1.0, 1, 125), (0.0, 3, 225), (1.0, 3, 300)])
  func jitter(chance: Double, crashes: Int, milliseconds: Int) {
    let delay = LifecycleScript.policy.backoff(
      after: crashes, limit: .milliseconds(300), chance: chance)
    #expect(delay == .milliseconds(milliseconds))
  }

  @Test("Earlier crashes no longer count after a minute of service")
  func steady() {
    var script = LifecycleScript(.wanted)
    script.crash(20)
    _ = script.handle(.welcomed(21))
    script.pass(.seconds(60))
    _ = script.handle(.exited(21, .exited(status: 1)))
    #expect(script.phase == "backing off")
    #expect(script.nextWake == .zero)
  }

  @Test("A plugin that is killed in service, however often, starts again within 0.25 s")
  func killed() {
    var script = LifecycleScript(.wanted)
    var delays: [Duration?] = []
    for number in 1...20 {
      _ = script.handle(.welcomed(number))
      let actions = script.handle(.exited(number, .signalled(9), serving: true))
      #expect(
        actions.contains(.recordCrash(number, cause: "signal 9 (SIGKILL)", fromOutside: true)))
      delays.append(script.nextWake)
      _ = script.wake()
    }
    #expect(delays.prefix(3) == [.zero, .milliseconds(100), .milliseconds(200)])
    #expect(delays.dropFirst(3).allSatisfy { $0 == .milliseconds(250) })
  }

  @Test("A kill shortly before the plugin is ready delays its next start as little")
  func killedAtStart() {
    var script = LifecycleScript(.wanted, .welcomed(1))
    for number in 1...20 {
      _ = script.handle(.exited(number, .signalled(9)))
      #expect(script.wake() == [.start(number + 1)])
    }
    _ = script.handle(.exited(21, .signalled(9)))
    #expect(script.nextWake == .milliseconds(250))
  }

  @Test("Kills do not lengthen the backoff after a later crash")
  func killsApart() {
    var script = LifecycleScript(.wanted)
    for number in 1...20 {
      _ = script.handle(.welcomed(number))
      _ = script.handle(.exited(number, .signalled(9)))
      _ = script.wake()
    }
    _ = script.handle(.welcomed(21))
    _ = script.handle(.exited(21, .signalled(11)))
    #expect(script.nextWake == .zero)
  }

  @Test("A plugin that its callers crash, however often, starts again within 0.5 s")
  func crashedByCalls() {
    var script = LifecycleScript(.wanted)
    for number in 1...20 {
      _ = script.handle(.welcomed(number))
      _ = script.handle(.exited(number, .signalled(11), serving: true))
      #expect(script.nextWake.map { $0 <= .milliseconds(500) } == true)
      _ = script.wake()
    }
  }

  @Test("A plugin that is killed before it was ever ready backs off as after a crash")
  func neverReady() {
    var script = LifecycleScript(.wanted)
    for number in 1...9 {
      _ = script.handle(.exited(number, .signalled(9)))
      _ = script.wake()
    }
    _ = script.handle(.exited(10, .signalled(9)))
    #expect(script.nextWake == .seconds(30))
  }

  @Test("A ready plugin is pinged in each interval")
  func pings() {
    var script = LifecycleScript(.wanted, .welcomed(1))
    #expect(script.nextWake == .seconds(5))
    #expect(script.wake() == [.check(1)])
    #expect(script.nextWake == nil)
    #expect(script.handle(.pinged(1)) == [])
    #expect(script.nextWake == .seconds(5))
  }

  @Test("A plugin that hangs gets no more calls and is killed, which counts as a crash")
  func hangs() {
    var script = LifecycleScript(.wanted, .welcomed(1))
    let sentence = script.handle(.unhealthy(1, "did not respond to a ping"))
    #expect(sentence == [.withdraw(1), .kill(1)])
    #expect(script.handle(.unhealthy(1, "again")) == [])
    let crash = script.handle(.exited(1, .signalled(9)))
    #expect(crash.contains(.recordCrash(1, cause: "did not respond to a ping")))
  }

  @Test("A process that closes its channel has a second to exit, because its status says more")
  func hungUp() {
    var script = LifecycleScript(.wanted, .welcomed(1))
    #expect(script.handle(.hungUp(1)) == [.withdraw(1)])
    #expect(script.nextWake == .seconds(1))
    #expect(
      script.handle(.exited(1, .signalled(11))).prefix(2)
        == [.withdraw(1), .recordCrash(1, cause: "signal 11 (SIGSEGV)")])
  }

  @Test("A process that closes its channel and continues to run is killed")
  func lingers() {
    var script = LifecycleScript(.wanted, .welcomed(1), .hungUp(1))
    #expect(script.wake() == [.withdraw(1), .kill(1)])
    #expect(
      script.handle(.exited(1, .signalled(9))).contains(
        .recordCrash(1, cause: "closed its channel but kept running")))
  }

  @Test("Late events of a replaced process change nothing")
  func stale() {
    var script = LifecycleScript(.wanted)
    script.crash(1)
    #expect(script.handle(.exited(1, .exited(status: 0))) == [])
    #expect(script.handle(.welcomed(1)) == [])
    #expect(script.handle(.hungUp(1)) == [])
    #expect(script.handle(.unhealthy(1, "late", unfit: true)) == [])
    #expect(script.phase == "starting 2")
  }
}
