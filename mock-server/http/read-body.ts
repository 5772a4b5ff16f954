import type { IncomingMessage } from 'node:http'

const MAX_BODY = 64 * 1024

/** Reads the body of a request; what exceeds the maximum is left out. @param maxBytes 64 KB unless given */
export async function readBytes(request: IncomingMessage, maxBytes = MAX_BODY): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > maxBytes) break
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Reads the body of a request as text; what exceeds 64 KB is left out. */
export const readBody = async (request: IncomingMessage): Promise<string> =>
  (await readBytes(request)).toString('utf8')
