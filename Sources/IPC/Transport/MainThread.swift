internal import Glibc

/// The thread with which a program starts.
package enum MainThread {
  /// Runs a program on other threads, and waits on this thread until it exits.
  ///
  /// An asynchronous `main` would end this thread by `pthread_exit`, which unwinds its stack. For
  /// that, each process would load libgcc and keep its unwind tables in memory: 0.7 MB for nothing.
  package static func wait(for program: @escaping @Sendable () async -> Never) -> Never {
    // This is the priority of all other tasks. Otherwise a second set of threads would serve this
    // task.
    Task(priority: .medium) { await program() }
    while true { pause() }
  }
}
