import Testing

@testable import PluginHost

@Suite("The plugin lifecycle: stops")
struct LifecycleStopTests {
  @Test("A ready plugin that stops is drained and closed, and then exits")
  func graceful() {
    var script = LifecycleScript(.wanted, .welcomed(1))
    #expect(script.handle(.stopWanted) == [.withdraw(1), .drain(1)])
    #expect(script.phase == "draining")
    #expect(script.handle(.drained(1)) == [.close(1)])
    #expect(script.handle(.exited(1, .exited(status: 0))) == [.becameStopped])
    #expect(script.phase == "stopped")
  }

  @Test("A process that ignores closed pipes gets SIGTERM, and SIGKILL after the stop timeout")
  func stubborn() {
    var script = LifecycleScript(.wanted, .welcomed(1), .stopWanted, .drained(1))
    #expect(script.nextWake == .seconds(1))
    #expect(script.wake() == [.terminate(1)])
    #expect(script.nextWake == .seconds(4))
    #expect(script.wake() == [.kill(1)])
    #expect(script.nextWake == nil)
    #expect(script.handle(.exited(1, .signalled(9))) == [.becameStopped])
  }

  @Test("A plugin that is starting is closed without a drain")
  func starting() {
    var script = LifecycleScript(.wanted)
    #expect(script.handle(.stopWanted) == [.close(1)])
  }

  @Test(
    "A plugin without a process is stopped at once",
    arguments: [[], [.wanted, .exited(1, .exited(status: 1))]] as [[PluginLifecycle.Event]])
  func idle(events: [PluginLifecycle.Event]) {
    var script = LifecycleScript()
    for event in events { _ = script.handle(event) }
    #expect(script.handle(.stopWanted) == [.becameStopped])
    #expect(script.phase == "stopped")
  }

  @Test("A stop in the middle of a reload ends both processes and the reload")
  func duringReload() {
    var script = LifecycleScript(.wanted, .welcomed(1), .reloadWanted)
    #expect(
      script.handle(.stopWanted)
        == [.reloadFailed("it is being stopped"), .close(2), .withdraw(1), .drain(1)])
    #expect(script.handle(.exited(2, .exited(status: 0))) == [])
    #expect(script.handle(.exited(1, .exited(status: 0))) == [.becameStopped])
  }

  @Test("A reload of a plugin that is being stopped fails")
  func reloadDuringStop() {
    var script = LifecycleScript(.wanted, .welcomed(1), .stopWanted)
    #expect(script.handle(.reloadWanted) == [.reloadFailed("it is being stopped")])
  }
}
