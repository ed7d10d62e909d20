internal import Glibc

/// Standard input, output and error.
public enum StandardDescriptors {
  /// Takes the place of those that were closed when the program started, so that no other file gets
  /// their numbers and is written to as if it were one of them.
  ///
  /// Each is opened the wrong way round: reading or writing it fails with `EBADF`, as it would while closed. Call
  /// it before anything else is opened. (gnulib, "stdopen".)
  public static func occupy() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest number that is free is this one.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
