import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request that reached the server. */
export interface ForwardedRequest {
  method: string
  path: string
  body: string
  status: number
}

/** A proxy in front of the server that can lose replies. */
export interface LossyProxy {
  origin: string
  port: number
  /** Requests and their statuses, including those whose reply was lost. */
  forwarded: readonly ForwardedRequest[]
  /** Breaks off the next matching reply after the server has executed the request. */
  loseReply(method: string, path: RegExp): void
  close(): Promise<void>
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const part of message) chunks.push(part as Buffer)
  return Buffer.concat(chunks)
}

const forward = (target: URL, message: IncomingMessage, body: Buffer) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const { method, url: path, headers } = message
    const { hostname: host, port } = target
    const onward = request({ host, port, method, path, headers, agent: false }, resolve)
    onward.on('error', reject)
    onward.end(body)
  })

/** Sends the head and breaks off the body: a browser repeats a request by itself when not even the head arrived. */
function breakOff(reply: IncomingMessage, response: ServerResponse) {
  response.writeHead(reply.statusCode ?? 502, { ...endToEndHeaders(reply), 'content-length': '1000000' })
  response.write(' ', () => response.destroy())
}

/** Returns the headers without those of the upstream connection. */
function endToEndHeaders({ headers }: IncomingMessage) {
  const { connection, 'keep-alive': keepAlive, ...rest } = headers
  return rest
}

/** Starts the proxy on a free port. */
export async function startLossyProxy(target: string): Promise<LossyProxy> {
  const to = new URL(target)
  const forwarded: ForwardedRequest[] = []
  const lossRules: { method: string; path: RegExp }[] = []
  const pass = async (message: IncomingMessage, response: ServerResponse) => {
    const { method = '', url: path = '' } = message
    const body = await bodyOf(message)
    const reply = await forward(to, message, body)
    const content = await bodyOf(reply)
    forwarded.push({ method, path, body: body.toString(), status: reply.statusCode ?? 0 })
    const lost = lossRules.findIndex((wanted) => wanted.method === method && wanted.path.test(path))
    if (lost >= 0) {
      lossRules.splice(lost, 1)
      breakOff(reply, response)
      return
    }
    response.writeHead(reply.statusCode ?? 502, endToEndHeaders(reply))
    response.end(content)
  }
  const server = createServer((message, response) => {
    pass(message, response).catch(() => response.destroy())
  })
  // an idle connection closed by the proxy would lose a request that no test asked to lose
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    forwarded,
    loseReply: (method, path) => void lossRules.push({ method, path }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
