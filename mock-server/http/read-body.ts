import type { IncomingMessage } from 'node:http'

const MAX_BODY = 64 * 1024

/** Reads the body of a request as text; what exceeds 64 KB is left out. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > MAX_BODY) break
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
