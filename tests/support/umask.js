// A server started within a test process sets a strict umask. Each test file resets it, because PostgreSQL runs as
// another user and reads files that tests write.
process.umask(0o022)
