internal import Glibc
internal import IPC
internal import Platform
internal import StewardCommands

/// The `steward` program: what the process needs before its first command, and the commands.
@main
enum Main {
  static func main() {
    StandardDescriptors.occupy()
    FirstProcess.split()
    // The host of a command runs in this process, with the keys of the installation.
    ProcessMemory.keepPrivate()
    // If the reader of our output leaves early, we must get an error. A signal would end us while
    // plugins still run.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)  // The same for a file at its size limit.
    MainThread.wait { exit(await Program.main()) }
  }
}
