import Testing

@testable import PluginHost

@Suite("The plugin lifecycle: reloads")
struct LifecycleReloadTests {
  @Test("A reload starts a second process, checks it, moves the calls and retires the first")
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

  @Test("The old process of a plugin stays if a reload starts an unfit one")
  func unfit() {
    var script = LifecycleScript(.wanted, .welcomed(1), .reloadWanted)
    let actions = script.handle(.exited(2, .exited(status: 1)))
    #expect(
      actions == [.recordCrash(2, cause: "exit status 1"), .reloadFailed("exit status 1")])
    #expect(script.phase == "ready 1")
  }

  @Test("A new process that sends no Welcome is killed, and the old one stays")
  func silent() {
    var script = LifecycleScript(.wanted, .welcomed(1), .reloadWanted)
    _ = script.wake()  // The ping of the old process.
    #expect(script.wake() == [.kill(2)])
    let actions = script.handle(.exited(2, .signalled(9)))
    #expect(actions.contains(.reloadFailed("sent no Welcome within 10.0 seconds")))
    #expect(script.phase == "ready 1")
  }

  @Test("The new process serves after its Welcome if the old one dies during a reload")
  func oldDies() {
    var script = LifecycleScript(.wanted, .welcomed(1), .reloadWanted)
    _ = script.handle(.exited(1, .signalled(9)))
    #expect(script.phase == "starting 2")
    #expect(script.handle(.welcomed(2)) == [.publish(2), .reloadSucceeded])
  }

  @Test("The check of a new process still decides if the old process dies meanwhile")
  func oldDiesDuringCheck() {
    var script = LifecycleScript(.wanted, .welcomed(1), .reloadWanted, .welcomed(2))
    _ = script.handle(.exited(1, .signalled(9)))
    #expect(script.handle(.pinged(2)) == [.publish(2), .reloadSucceeded])
  }

  @Test("A reload starts a plugin that backs off at once and forgets its crashes")
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

  @Test("A reload starts a plugin that has failed at once")
  func afterFailure() {
    var script = LifecycleScript(.wanted, .exited(1, .notStarted("no such file")))
    #expect(script.phase == "failed")
    #expect(script.handle(.reloadWanted) == [.start(2)])
  }

  @Test("A reload starts a plugin that doesn't run, and fails if the start fails")
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
