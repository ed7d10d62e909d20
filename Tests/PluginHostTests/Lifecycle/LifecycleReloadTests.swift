import Testing

@testable import PluginHost

@Suite("A plugin's lifecycle: reload")
struct LifecycleReloadTests {
  @Test("A reload starts a second process, checks it, moves calls over and retires the first")
  func reload() {
    var script = LifecycleScript(.wanted, .welcomed(1))
    #expect(script.handle(.reloadWanted) == [.start(2)])
    #expect(script.phase == "ready 1")
    #expect(script.handle(.welcomed(2)) == [.check(2)])
    #expect(
      script.handle(.pinged(2)) == [.publish(2), .reloadSucceeded, .withdraw(1), .drain(1)])
    #expect(script.phase == "ready 2")
    #expect(script.handle(.drained(1)) == [.close(1)])
    #expect(script.handle(.exited(1, .exited(status: 0))) == [])
    #expect(script.lifecycle.restarts == 0)
  }

  @Test("If the new process is not fit, the old one stays")
  func unfit() {
    var script = LifecycleScript(.wanted, .welcomed(1), .reloadWanted)
    let actions = script.handle(.exited(2, .exited(status: 1)))
    #expect(
      actions == [.recordCrash(2, cause: "exit status 1"), .reloadFailed("exit status 1")])
    #expect(script.phase == "ready 1")
  }

  @Test("A new process that says nothing is killed, and the old one stays")
  func silent() {
    var script = LifecycleScript(.wanted, .welcomed(1), .reloadWanted)
    _ = script.wake()  // The old process's ping.
    #expect(script.wake() == [.kill(2)])
    let actions = script.handle(.exited(2, .signalled(9)))
    #expect(actions.contains(.reloadFailed("said no Welcome within 10.0 seconds")))
    #expect(script.phase == "ready 1")
  }

  @Test("If the old process dies meanwhile, the new one takes its place when it is welcome")
  func oldDies() {
    var script = LifecycleScript(.wanted, .welcomed(1), .reloadWanted)
    _ = script.handle(.exited(1, .signalled(9)))
    #expect(script.phase == "starting 2")
    #expect(script.handle(.welcomed(2)) == [.publish(2), .reloadSucceeded])
  }

  @Test("If the old process dies while the new one is being checked, the check decides")
  func oldDiesDuringCheck() {
    var script = LifecycleScript(.wanted, .welcomed(1), .reloadWanted, .welcomed(2))
    _ = script.handle(.exited(1, .signalled(9)))
    #expect(script.handle(.pinged(2)) == [.publish(2), .reloadSucceeded])
  }

  @Test("A plugin that backs off is started at once, and its crashes are forgotten")
  func duringBackoff() {
    var script = LifecycleScript(.wanted)
    script.crash(9)
    _ = script.handle(.exited(10, .exited(status: 1)))
    #expect(script.nextWake == .seconds(30))
    #expect(script.handle(.reloadWanted) == [.start(11)])
    #expect(script.handle(.welcomed(11)) == [.publish(11), .reloadSucceeded])
    _ = script.handle(.exited(11, .exited(status: 1)))
    #expect(script.nextWake == .zero)
  }

  @Test("A plugin that has failed is started at once")
  func afterFailure() {
    var script = LifecycleScript(.wanted, .exited(1, .notStarted("no such file")))
    #expect(script.phase == "failed")
    #expect(script.handle(.reloadWanted) == [.start(2)])
  }

  @Test("A reload of a plugin that doesn't run starts it, and fails if that fails")
  func fromStopped() {
    var script = LifecycleScript()
    #expect(script.handle(.reloadWanted) == [.start(1)])
    #expect(
      script.handle(.exited(1, .exited(status: 7))).contains(.reloadFailed("exit status 7")))
  }

  @Test("Calls of the old process that don't end are cut off at the drain timeout")
  func drainTimeout() {
    var script = LifecycleScript(.wanted, .welcomed(1), .reloadWanted, .welcomed(2), .pinged(2))
    script.pass(.seconds(30))
    #expect(script.handle(.woke).contains(.close(1)))
  }
}
