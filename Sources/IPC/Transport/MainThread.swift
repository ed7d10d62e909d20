internal import Glibc

/// The thread that a program starts with.
package enum MainThread {
  /// Runs a program elsewhere, and waits on this thread until it exits.
  ///
  /// An asynchronous `main` would end this thread by `pthread_exit`, and that unwinds its stack: each process
  /// would load libgcc and keep its tables of unwinding in memory, 0.7 MB, for nothing.
  package static func wait(for program: @escaping @Sendable () async -> Never) -> Never {
    // At the priority that all else has, lest a second set of threads serves this one's.
    Task(priority: .medium) { await program() }
    while true { pause() }
  }
}
