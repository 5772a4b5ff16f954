import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request that reached the server. */
export interface Passed {
  method: string
  path: string
  body: string
  status: number
}

/** A stretch of network between phones and the server, which can lose replies. */
export interface LosingProxy {
  origin: string
  port: number
  /** What the server was asked, and what it answered, also where the answer got lost. */
  passed: readonly Passed[]
  /** The next reply to such a request breaks off on its way back, after the server has done its work. */
  loseReply(method: string, path: RegExp): void
  close(): Promise<void>
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const deps: Buffer[] = []
  for await (const part of message) deps.push(part as Buffer)
  return Buffer.concat(deps)
}

const forward = (target: URL, message: IncomingMessage, body: Buffer) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const { method, url: path, headers } = message
    const { hostname: host, port } = target
    const onward = request({ host, port, method, path, headers, agent: false }, resolve)
    onward.on('error', reject)
    onward.end(body)
  })

/** The head arrives and the rest does not: a browser repeats a request by itself when not even the head came. */
function breakOff(reply: IncomingMessage, response: ServerResponse) {
  response.writeHead(reply.statusCode ?? 502, { ...onThisConnection(reply), 'content-length': '1000000' })
  response.write(' ', () => response.destroy())
}

/** The server's answer without what it says of its own connection, which ends here. */
function onThisConnection({ headers }: IncomingMessage) {
  const { connection, 'keep-alive': keepAlive, ...rest } = headers
  return rest
}

/** Stands in front of a server on a port of its own. */
export async function startLosingProxy(target: string): Promise<LosingProxy> {
  const to = new URL(target)
  const passed: Passed[] = []
  const losing: { method: string; path: RegExp }[] = []
  const pass = async (message: IncomingMessage, response: ServerResponse) => {
    const { method = '', url: path = '' } = message
    const body = await bodyOf(message)
    const reply = await forward(to, message, body)
    const content = await bodyOf(reply)
    passed.push({ method, path, body: body.toString(), status: reply.statusCode ?? 0 })
    const lost = losing.findIndex((wanted) => wanted.method === method && wanted.path.test(path))
    if (lost >= 0) {
      losing.splice(lost, 1)
      breakOff(reply, response)
      return
    }
    response.writeHead(reply.statusCode ?? 502, onThisConnection(reply))
    response.end(content)
  }
  const server = createServer((message, response) => {
    pass(message, response).catch(() => response.destroy())
  })
  // a request that meets a connection just as it is closed for idleness is lost, which no test has asked for
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    passed,
    loseReply: (method, path) => void losing.push({ method, path }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
