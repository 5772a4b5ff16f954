@rem The scripts `start` and `demo` begin with `exec`, by which a POSIX shell gives its process to the server. This is
@rem what cmd.exe finds under that name.
@%*
