import Testing

@testable import PluginHost

@Suite("The plugin lifecycle: starts")
struct LifecycleStartTests {
  @Test("A plugin that is needed twice is started once")
  func wanted() {
    var script = LifecycleScript()
    #expect(script.handle(.wanted) == [.start(1)])
    #expect(script.handle(.wanted) == [])
    #expect(script.phase == "starting 1")
  }

  @Test("A plugin takes calls after its Welcome")
  func welcomed() {
    var script = LifecycleScript(.wanted)
    #expect(script.handle(.welcomed(1)) == [.publish(1)])
    #expect(script.phase == "ready 1")
  }

  @Test("A process without a Welcome within the start timeout is killed, and that is a crash")
  func silent() {
    var script = LifecycleScript(.wanted)
    #expect(script.nextWake == .seconds(10))
    #expect(script.wake() == [.kill(1)])
    #expect(script.nextWake == nil)
    let crash = script.handle(.exited(1, .signalled(9)))
    #expect(crash.first == .recordCrash(1, cause: "sent no Welcome within 10.0 seconds"))
    #expect(script.phase == "backing off")
  }

  @Test("A Welcome that arrives after the decision to kill the process changes nothing")
  func tooLate() {
    var script = LifecycleScript(.wanted)
    _ = script.wake()
    #expect(script.handle(.welcomed(1)) == [])
    #expect(script.phase == "starting 1")
  }

  @Test("A plugin that can't be started has failed, and the host tries again")
  func impossible() {
    var script = LifecycleScript(.wanted)
    let actions = script.handle(.exited(1, .notStarted("executing x: Exec format error")))
    #expect(
      actions == [
        .recordCrash(1, cause: "executing x: Exec format error"),
        .backOff(until: script.now + .milliseconds(100), unfit: true),
      ])
    #expect(script.phase == "failed")
    #expect(script.wake() == [.start(2)])
  }

  @Test("A plugin whose process is unfit to serve has failed, and the host tries again")
  func unfit() {
    var script = LifecycleScript(.wanted)
    #expect(script.handle(.unhealthy(1, "does not serve x", unfit: true)) == [.kill(1)])
    #expect(
      script.handle(.exited(1, .signalled(9))) == [
        .recordCrash(1, cause: "does not serve x"),
        .backOff(until: script.now + .milliseconds(100), unfit: true),
      ])
    #expect(script.wake() == [.start(2)])
    #expect(script.handle(.welcomed(2)) == [.publish(2)])
  }
}
