import { readdirSync, readFileSync } from 'node:fs'

/** Returns the resident memory of a process in MB. */
export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** Linux counts CPU time in ticks of 10 ms. Source: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const TICK_MS = 10

function statOf(pid: number | string): { parent: number; cpuMs: number } {
  // the name of the program before the last parenthesis may contain spaces
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return { parent: Number(fields[1]), cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS }
}

/** Returns the CPU time that a process has used, in ms. */
export const cpuOf = (pid: number): number => statOf(pid).cpuMs

/** Returns the CPU time that the running children of a process have used, in ms. */
export function cpuOfChildren(parent: number): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const used = pids.map((pid) => {
    try {
      const stat = statOf(pid)
      return stat.parent === parent ? stat.cpuMs : 0
    } catch {
      // it has ended
      return 0
    }
  })
  return used.reduce((sum, ms) => sum + ms, 0)
}

const CALIBRATION_ROUNDS = 9

/** CPU time in ms of work that is always the same; the speed of the machine. */
export function calibrate(): number {
  const times = Array.from({ length: CALIBRATION_ROUNDS }, () => {
    const started = process.cpuUsage()
    let text = ''
    for (let at = 0; at < 20_000; at++)
      text = JSON.stringify({ at, text: text.slice(0, 200), list: [at, at] })
    JSON.parse(text)
    const { user, system } = process.cpuUsage(started)
    return (user + system) / 1000
  })
  return Math.min(...times)
}
