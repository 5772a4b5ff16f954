import { readFileSync } from 'node:fs'
import path from 'node:path'

/** One that ended and was not waited for yet is gone as well. */
function runs(pid: number): boolean {
  try {
    return !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** Ends a PostgreSQL with its workers, which notice that it is gone, and only then may another one begin. */
export async function haltPostmaster(data: string, how: 'SIGINT' | 'SIGKILL') {
  const main = Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  const workers = readFileSync(`/proc/${main}/task/${main}/children`, 'utf8').trim().split(' ').map(Number)
  process.kill(main, how)
  const all = [main, ...workers.filter((pid) => pid > 0)]
  while (all.some(runs)) await new Promise((resolve) => setTimeout(resolve, 20))
}
