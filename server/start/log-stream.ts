/** Bytes that may be buffered while standard output is blocked; further lines are dropped. */
const MAX_BUFFERED = 1 << 20

/** True after a write error, when the last line may be incomplete. */
let isLineBroken = false

/** Ignores errors while writing to stdout and stderr, such as a closed pipe (`npm start | head -1`) or a full disk. */
export function ignoreOutputErrors(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => {
      isLineBroken = true
    })
}

/** Writes log lines to standard output and drops them while it is blocked. The logger's own stream would end the process. */
export const logStream = {
  write(line: string): void {
    if (process.stdout.writableLength >= MAX_BUFFERED) return
    process.stdout.write(isLineBroken ? `\n${line}` : line)
    isLineBroken = false
  },
}
