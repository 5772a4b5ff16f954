import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

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

/** Source: https://www.rfc-editor.org/rfc/rfc6455#section-1.3 */
const HANDSHAKE = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** The text of a short masked frame (RFC 6455, section 5.2). */
const textOfFrame = (frame: Buffer) =>
  Buffer.from(frame.subarray(6).map((byte, at) => byte ^ (frame[2 + (at % 4)] ?? 0))).toString()

/** Accepts a socket, answers its first message with its upper case, and ends the connection at the second. */
function serveSocket({ headers }: IncomingMessage, socket: Socket) {
  const accept = createHash('sha1').update(`${headers['sec-websocket-key']}${HANDSHAKE}`).digest('base64')
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  )
  socket.on('error', () => undefined)
  socket.once('data', (frame) => {
    const text = Buffer.from(textOfFrame(frame).toUpperCase())
    socket.write(Buffer.concat([Buffer.from([0x81, text.length]), text]))
    socket.once('data', () => socket.destroy())
  })
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
  server.on('upgrade', serveSocket)
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
