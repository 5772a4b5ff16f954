// A server that a test starts in its own process closes new files to other users; the next test file begins anew, because
// PostgreSQL runs as another user and reads files that tests write.
process.umask(0o022)
