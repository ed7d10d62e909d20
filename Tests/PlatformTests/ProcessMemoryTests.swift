import Platform
import Testing

@Suite("The memory of a process")
struct ProcessMemoryTests {
  @Test("Memory that is kept private is hidden from other processes and from cores")
  func kept() async {
    // This runs in a separate process, because it can't be undone.
    await #expect(processExitsWith: .success) {
      ProcessMemory.keepPrivate()
      precondition(ProcessMemory.isPrivate)
    }
  }
}
