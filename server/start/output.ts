/** What a reader that stands still may leave waiting, in bytes; lines beyond it are dropped. */
const MOST_WAITING = 1 << 20

/** The last line may have been printed by half. */
let torn = false

/** Whoever reads what is printed may go (`npm start | head -1`), and the disk of a log file may be full: no shop ends by it. */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => {
      torn = true
    })
}

/** Where log lines go: standard output, as long as it takes them. The logger's own way there ends the process when it does not. */
export const logOutput = {
  write(line: string): void {
    if (process.stdout.writableLength >= MOST_WAITING) return
    process.stdout.write(torn ? `\n${line}` : line)
    torn = false
  },
}
