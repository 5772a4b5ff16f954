import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The letter of a process's state; nothing when it is gone. */
function stateOf(pid: number): string | undefined {
  try {
    return /^State:\t(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}

/** One that ended and was not waited for yet is gone as well. */
const runs = (pid: number) => ![undefined, 'Z'].includes(stateOf(pid))

/** Ends a PostgreSQL with its workers, which notice that it is gone, and only then may another one begin. */
export async function haltPostmaster(data: string, how: 'SIGINT' | 'SIGKILL') {
  const main = Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  // it must not make another one between the look at them and its end
  process.kill(main, 'SIGSTOP')
  while (stateOf(main) !== 'T') await sleep(1)
  const workers = readFileSync(`/proc/${main}/task/${main}/children`, 'utf8').trim().split(' ').map(Number)
  process.kill(main, how)
  // whoever is stopped hears of nothing but a SIGKILL
  if (how !== 'SIGKILL') process.kill(main, 'SIGCONT')
  const all = [main, ...workers.filter((pid) => pid > 0)]
  while (all.some(runs)) await sleep(20)
}
