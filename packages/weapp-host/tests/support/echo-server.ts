import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedRequest {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

export interface EchoServer {
  origin: string
  received: ReceivedRequest[]
  close(): Promise<void>
}

const SLOW_MS = 5000

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('latin1')
}

function respond(picture: Buffer, request: ReceivedRequest, response: ServerResponse) {
  if (request.url === '/picture.png') {
    response.setHeader('content-type', 'image/png')
    response.end(picture)
    return
  }
  const reply = () =>
    response.end(JSON.stringify({ method: request.method, authorization: request.headers.authorization }))
  response.setHeader('content-type', 'application/json')
  response.statusCode = request.method === 'DELETE' ? 404 : 200
  if (request.url === '/slow') setTimeout(reply, SLOW_MS).unref()
  else reply()
}

/** Starts a server without CORS headers that answers with the method and the authorization header it received. */
export async function startEchoServer(picture: Buffer): Promise<EchoServer> {
  const received: ReceivedRequest[] = []
  const server = createServer((request, response) => {
    bodyOf(request).then((body) => {
      const { method = '', url = '', headers } = request
      const entry = { method, url, headers, body }
      received.push(entry)
      respond(picture, entry, response)
    }, response.destroy)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
