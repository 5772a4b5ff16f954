import { connect, type Socket } from 'node:net'
import { ACCEPT } from '@/domain/api-version'

export interface LoadResult {
  /** Responses per second. */
  rate: number
  answered: number
  /** Number of responses by status code. */
  statuses: Record<number, number>
}

const HEAD_END = Buffer.from('\r\n\r\n')

/** Splits one complete response off the received bytes; returns `null` while it is incomplete. */
function cutReply(received: Buffer): { status: number; rest: Buffer } | null {
  const end = received.indexOf(HEAD_END)
  if (end < 0) return null
  const head = received.toString('latin1', 0, end)
  const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0)
  const whole = end + 4 + length
  if (received.length < whole) return null
  return { status: Number(head.slice(9, 12)), rest: received.subarray(whole) }
}

/**
 * Sends prepared requests over keep-alive connections for `ms` milliseconds, one at a time on each. Uses raw sockets,
 * so that the client costs less than any server. `next` returns the bytes of each request; without any, a connection ends.
 */
export async function load(
  port: number,
  connections: number,
  ms: number,
  next: () => Buffer | undefined,
): Promise<LoadResult> {
  const statuses: Record<number, number> = {}
  let answered = 0
  const started = performance.now()
  const end = started + ms
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket: Socket = connect(port, '127.0.0.1')
      let received: Buffer = Buffer.alloc(0)
      socket.setNoDelay(true)
      const go = () => {
        const bytes = performance.now() < end ? next() : undefined
        if (bytes) socket.write(bytes)
        else socket.end(() => resolve())
      }
      socket.on('connect', go)
      socket.on('error', reject)
      socket.on('data', (part) => {
        received = received.length === 0 ? part : Buffer.concat([received, part])
        const reply = cutReply(received)
        if (!reply) return
        received = reply.rest
        answered += 1
        statuses[reply.status] = (statuses[reply.status] ?? 0) + 1
        go()
      })
    })
  await Promise.all(Array.from({ length: connections }, one))
  return { rate: (answered * 1000) / (performance.now() - started), answered, statuses }
}

/** Returns the bytes of an HTTP request of this release's app. */
export function request(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Buffer {
  const all = {
    host: '127.0.0.1',
    accept: ACCEPT,
    ...headers,
    ...(body
      ? { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
      : {}),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}
