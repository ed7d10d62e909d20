internal import Glibc

/// Standard input, output and error.
public enum StandardDescriptors {
  /// Occupies the standard descriptors that were closed when the program started. So no other file
  /// gets their numbers and is written to by mistake.
  ///
  /// Each is opened the wrong way round: reading or writing it fails with `EBADF`, as it does while
  /// it is closed. Call this before anything else is opened. (gnulib, "stdopen".)
  public static func occupy() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // This descriptor is the lowest free number.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
