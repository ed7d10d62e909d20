import System
import Testing

@Suite("The memory of a process")
struct ProcessMemoryTests {
  @Test("is for no other process and no core, once it is kept private")
  func kept() async {
    // In a process of its own, since there is no way back.
    await #expect(processExitsWith: .success) {
      ProcessMemory.keepPrivate()
      precondition(ProcessMemory.isPrivate)
    }
  }
}
