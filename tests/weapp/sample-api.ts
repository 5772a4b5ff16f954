import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SeenRequest {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

export interface SampleApi {
  origin: string
  seen: SeenRequest[]
  close(): Promise<void>
}

const SLOW_MS = 5000

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('latin1')
}

function answer(picture: Buffer, seen: SeenRequest, response: ServerResponse) {
  if (seen.url === '/picture.png') {
    response.setHeader('content-type', 'image/png')
    response.end(picture)
    return
  }
  const reply = () =>
    response.end(JSON.stringify({ method: seen.method, authorization: seen.headers.authorization }))
  response.setHeader('content-type', 'application/json')
  response.statusCode = seen.method === 'DELETE' ? 404 : 200
  if (seen.url === '/slow') setTimeout(reply, SLOW_MS).unref()
  else reply()
}

/** A small server without CORS headers that remembers what it was asked. */
export async function serveSampleApi(picture: Buffer): Promise<SampleApi> {
  const seen: SeenRequest[] = []
  const server = createServer((request, response) => {
    bodyOf(request).then((body) => {
      const asked = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }
      seen.push(asked)
      answer(picture, asked, response)
    }, response.destroy)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
