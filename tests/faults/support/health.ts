import { setTimeout as sleep } from 'node:timers/promises'
import { PATIENCE } from '../../support/patience'

interface Health {
  status: number
  ok?: boolean
  code?: string
}

export async function healthOf(origin: string): Promise<Health> {
  const reply = await fetch(`${origin}/api/health`)
  return { ...((await reply.json()) as object), status: reply.status }
}

/** Waits until the server calls itself well, or says this code. */
export async function untilHealth(origin: string, wanted: 'ok' | string, enough = PATIENCE): Promise<void> {
  const until = Date.now() + enough
  let last: Health | undefined
  while (Date.now() < until) {
    last = await healthOf(origin).catch(() => undefined)
    if (wanted === 'ok' ? last?.ok : last?.code === wanted) return
    await sleep(50)
  }
  throw new Error(`health did not become ${wanted}, it is ${JSON.stringify(last)}`)
}

/** The log lines of a server that tell of a trouble and of its end. */
export const troubleLines = (output: string): { trouble: string; msg: string; failed: number }[] =>
  output
    .split('\n')
    .filter((line) => line.startsWith('{') && line.includes('"trouble"'))
    .map((line) => JSON.parse(line))
