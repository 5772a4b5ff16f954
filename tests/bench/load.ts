import { connect, type Socket } from 'node:net'

export interface LoadResult {
  /** Requests answered in a second. */
  rate: number
  answered: number
  /** Replies by status code. */
  statuses: Record<number, number>
}

const HEAD_END = Buffer.from('\r\n\r\n')

/** Cuts one whole reply off the front of what has arrived; `null` while it is not all there. */
function cutReply(seen: Buffer): { status: number; rest: Buffer } | null {
  const end = seen.indexOf(HEAD_END)
  if (end < 0) return null
  const head = seen.toString('latin1', 0, end)
  const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0)
  const whole = end + 4 + length
  if (seen.length < whole) return null
  return { status: Number(head.slice(9, 12)), rest: seen.subarray(whole) }
}

/**
 * Sends prepared requests over keep-alive connections for some milliseconds, one at a time on each. Bare sockets, so
 * that the client costs less than any server. `next` gives each request's bytes.
 */
export async function load(
  port: number,
  connections: number,
  ms: number,
  next: () => Buffer,
): Promise<LoadResult> {
  const statuses: Record<number, number> = {}
  let answered = 0
  const started = performance.now()
  const end = started + ms
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket: Socket = connect(port, '127.0.0.1')
      let seen: Buffer = Buffer.alloc(0)
      socket.setNoDelay(true)
      socket.on('connect', () => socket.write(next()))
      socket.on('error', reject)
      socket.on('data', (part) => {
        seen = seen.length === 0 ? part : Buffer.concat([seen, part])
        const reply = cutReply(seen)
        if (!reply) return
        seen = reply.rest
        answered += 1
        statuses[reply.status] = (statuses[reply.status] ?? 0) + 1
        if (performance.now() < end) socket.write(next())
        else socket.end(() => resolve())
      })
    })
  await Promise.all(Array.from({ length: connections }, one))
  return { rate: (answered * 1000) / (performance.now() - started), answered, statuses }
}

/** The bytes of a request. */
export function request(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Buffer {
  const all = {
    host: '127.0.0.1',
    ...headers,
    ...(body
      ? { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
      : {}),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}
