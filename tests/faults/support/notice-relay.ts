import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readBody } from '../../../mock-server/http/read-body'

/** A load balancer before servers that come and go, for the notices of payment services. */
export interface NoticeRelay {
  origin: string
  close(): Promise<void>
}

/** Passes every request to one of the servers in turn; one that does not answer is a 502 to the sender. */
export async function startNoticeRelay(origins: () => readonly string[]): Promise<NoticeRelay> {
  let turn = 0
  const server = createServer(async (request, response) => {
    const all = origins()
    const target = all[turn++ % Math.max(all.length, 1)] ?? ''
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' && !['host', 'connection', 'content-length'].includes(name)
        ? [[name, value] as [string, string]]
        : [],
    )
    const body = await readBody(request)
    const reply = await fetch(target + request.url, { method: 'POST', headers, body }).catch(() => undefined)
    response.writeHead(reply?.status ?? 502, { 'content-type': 'application/json' })
    response.end(await reply?.text().catch(() => ''))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
