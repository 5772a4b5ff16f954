import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Returns the state letter of a process, or undefined when there is none. */
function stateOf(pid: number): string | undefined {
  try {
    return /^State:\t(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}

/** A zombie counts as ended. */
const isRunning = (pid: number) => ![undefined, 'Z'].includes(stateOf(pid))

/** Ends PostgreSQL and waits for its workers, without which a restart would fail. */
export async function haltPostmaster(data: string, signal: 'SIGINT' | 'SIGKILL') {
  const main = Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  // stopped, so that no worker is forked between listing them and the end
  process.kill(main, 'SIGSTOP')
  while (stateOf(main) !== 'T') await sleep(1)
  const workers = readFileSync(`/proc/${main}/task/${main}/children`, 'utf8').trim().split(' ').map(Number)
  process.kill(main, signal)
  // a stopped process receives no signal other than SIGKILL
  if (signal !== 'SIGKILL') process.kill(main, 'SIGCONT')
  const all = [main, ...workers.filter((pid) => pid > 0)]
  while (all.some(isRunning)) await sleep(20)
}
