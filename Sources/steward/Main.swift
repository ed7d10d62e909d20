internal import Glibc
internal import IPC
internal import System

/// The `steward` program.
@main
enum Main {
  static func main() {
    StandardDescriptors.occupy()
    FirstProcess.split()
    // The host of a command is in this process, with the keys of the installation.
    ProcessMemory.keepPrivate()
    // A reader that leaves early must be an error that we see, not a signal that ends us with
    // plugins still running.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)  // The same for a file that may grow no more.
    MainThread.wait { exit(await Program.main()) }
  }
}
