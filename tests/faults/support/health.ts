import { setTimeout as sleep } from 'node:timers/promises'
import { WAIT_TIMEOUT_MS } from '../../support/wait-timeout'

interface Health {
  status: number
  ok?: boolean
  code?: string
}

export async function fetchHealth(origin: string): Promise<Health> {
  const reply = await fetch(`${origin}/api/health`)
  return { ...((await reply.json()) as object), status: reply.status }
}

/** Waits until the server is healthy, or reports this error code. */
export async function waitForHealth(
  origin: string,
  wanted: 'ok' | string,
  timeout = WAIT_TIMEOUT_MS,
): Promise<void> {
  const until = Date.now() + timeout
  let last: Health | undefined
  while (Date.now() < until) {
    last = await fetchHealth(origin).catch(() => undefined)
    if (wanted === 'ok' ? last?.ok : last?.code === wanted) return
    await sleep(50)
  }
  throw new Error(`health did not become ${wanted}, it is ${JSON.stringify(last)}`)
}

/** Returns the log lines of a server about the start and end of an incident. */
export const incidentLogLines = (
  output: string,
): { incident: string; msg: string; failed: number; time: number }[] =>
  output
    .split('\n')
    .filter((line) => line.startsWith('{') && line.includes('"incident"'))
    .map((line) => JSON.parse(line))
