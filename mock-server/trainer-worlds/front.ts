import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Problem } from '@/contract/problem'
import { demoSiteWords as words } from '@/locales/lesson/demo-site'
import { answerClientError } from '../../server/http/client-errors'
import { GENERATION_PATH } from '../../server/http/pages/demo-site'
import { DEFAULT_TIMEOUTS } from '../../server/http/timeouts'

/** Requests that are under way when an app leaves are given this time, in ms. */
const DRAIN_MS = 250

/** Seconds after which a request makes sense again: while a world is reset, and while none is here. */
const RETRY_AFTER = { resetting: 1, closed: 10 } as const

type Absence = keyof typeof RETRY_AFTER

/** Serves one port for as long as the server runs: by the app of the world that is there, and by 503 while there is none. */
export class Front {
  readonly port: number
  /** Called for each request that a person or a page makes, except for the page's question whether the world is still the same. */
  onUse: () => void = () => undefined
  private app: FastifyInstance | undefined
  private absence: Absence = 'closed'
  private readonly underWay = new Set<ServerResponse>()
  private readonly upgraded = new Set<Duplex>()

  private constructor(private readonly server: Server) {
    this.port = (server.address() as AddressInfo).port
    server.on('request', (request, response) => this.receive(request, response))
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      this.upgrade(request, socket, head),
    )
    server.on('clientError', (error, socket) => answerClientError(error, socket as Socket))
  }

  /** Listens on a port, or on a free one for 0. Rejects with the error of `listen`, such as EADDRINUSE. */
  static async listen(port: number, host: string): Promise<Front> {
    const { headers, request, idle } = DEFAULT_TIMEOUTS
    const server = createServer({
      ...{ headersTimeout: headers, requestTimeout: request, connectionsCheckingInterval: headers / 4 },
    })
    server.setTimeout(idle)
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
    return new Front(server)
  }

  /** Lets an app, which is ready, answer from now on. */
  attach(app: FastifyInstance): void {
    this.app = app
  }

  /** Takes the app away: requests that are under way are finished or cut, and later ones are answered with 503. */
  async detach(absence: Absence): Promise<void> {
    this.app = undefined
    this.absence = absence
    for (const socket of this.upgraded) socket.destroy()
    if (this.underWay.size > 0) await this.drain()
    for (const response of this.underWay) response.socket?.destroy()
    this.underWay.clear()
  }

  async close(): Promise<void> {
    await this.detach('closed')
    this.server.closeAllConnections()
    await new Promise<void>((resolve) => this.server.close(() => resolve()))
  }

  private async drain(): Promise<void> {
    const ends = [...this.underWay].map(
      (response) => new Promise((resolve) => response.once('close', resolve)),
    )
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise((resolve) => {
      timer = setTimeout(resolve, DRAIN_MS)
    })
    await Promise.race([Promise.all(ends), timeout])
    clearTimeout(timer)
  }

  private receive(request: IncomingMessage, response: ServerResponse): void {
    if (request.url !== GENERATION_PATH) this.onUse()
    if (!this.app) return void answerAbsence(request, response, this.absence)
    this.underWay.add(response)
    response.once('close', () => this.underWay.delete(response))
    this.app.server.emit('request', request, response)
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!this.app) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n')
      return
    }
    this.upgraded.add(socket)
    socket.once('close', () => this.upgraded.delete(socket))
    this.app.server.emit('upgrade', request, socket, head)
  }
}

/** Answers a page with one that loads itself again, and everything else with a problem. */
function answerAbsence({ method, headers }: IncomingMessage, response: ServerResponse, absence: Absence) {
  const seconds = RETRY_AFTER[absence]
  const isPage = method === 'GET' && headers.accept?.includes('text/html') === true
  response.writeHead(503, {
    'retry-after': String(seconds),
    'cache-control': 'no-store',
    'content-type': isPage ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  })
  response.end(isPage ? absencePage(words[absence], seconds) : JSON.stringify(PROBLEM))
}

const PROBLEM: Problem = {
  ...{ type: 'about:blank', title: 'A service does not answer now.', status: 503, code: 'unavailable' },
}

const absencePage = (text: string, seconds: number): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="${seconds}"><title>${words.bar}</title><style>body{margin:0;padding:32px 16px;background:#f4f6f4;color:#1c2320;font:17px/1.5 system-ui,sans-serif;text-align:center}</style><p>${text}</p></html>`
