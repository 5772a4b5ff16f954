import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readBody } from '../../../../mock-server/http/read-body'
import type { Message } from '../fields/field-table'

/** An object that was sent, with the name of its table. */
export interface Captured {
  table: string
  object: Message
}

export interface Recorder {
  origin: string
  captured: Captured[]
  close(): Promise<void>
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
}

/** Headers of HTTP itself, which say nothing about Alipay. */
const TRANSPORT_HEADERS = [
  ...['host', 'connection', 'content-length', 'transfer-encoding', 'date', 'keep-alive'],
  ...['user-agent', 'accept-encoding', 'accept-language', 'sec-fetch-mode'],
]

const ownHeaders = (headers: IncomingHttpHeaders): Record<string, unknown> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !TRANSPORT_HEADERS.includes(name)))

/** The objects of the address of a payment page: its parameters, and their content. */
export function capturePage(query: URLSearchParams): Captured[] {
  const object = Object.fromEntries(query)
  const content = JSON.parse(object.biz_content ?? '{}') as Message
  return [
    { table: `${object.method} parameters`, object },
    { table: `${object.method} content`, object: content },
  ]
}

interface Exchange {
  method: string
  url: URL
  headers: IncomingHttpHeaders
  body: string
  status: number
  replyHeaders: IncomingHttpHeaders
  reply: string
}

function captureCall({ method, url, headers, body, status, replyHeaders, reply }: Exchange): Captured[] {
  const call = `${method} ${url.pathname}`
  const sent = method === 'GET' ? Object.fromEntries(url.searchParams) : (JSON.parse(body) as Message)
  return [
    { table: 'v3 request headers', object: { ...ownHeaders(headers), method } },
    { table: `${call} request`, object: sent },
    { table: 'v3 reply headers', object: ownHeaders(replyHeaders) },
    { table: `${call} ${status < 400 ? 'reply' : 'error'}`, object: JSON.parse(reply) as Message },
  ]
}

/** Passes all requests on to a simulator, and captures what is sent in both directions. */
export async function recordExchange(target: string): Promise<Recorder> {
  const captured: Captured[] = []
  const server = createServer(async (incoming, outgoing) => {
    const body = await readBody(incoming)
    const { method = 'GET', headers } = incoming
    const url = new URL(incoming.url ?? '/', target)
    const passed = request(url, { method, headers }, async (answer) => {
      const reply = await readBody(answer)
      const { statusCode: status = 0, headers: replyHeaders } = answer
      if (url.pathname.startsWith('/v3/'))
        captured.push(...captureCall({ method, url, headers, body, status, replyHeaders, reply }))
      // a POST to the page is the buyer's tap, which the simulator alone knows
      else if (method === 'GET') captured.push(...capturePage(url.searchParams))
      outgoing.writeHead(status, replyHeaders).end(reply)
    })
    passed.end(body)
  })
  return { origin: await listen(server), captured, close: () => close(server) }
}

/** Receives notices, and captures their forms. @param accepts answers a form; all are accepted by default */
export async function receiveNotices(accepts = (_body: string): boolean => true): Promise<Recorder> {
  const captured: Captured[] = []
  const server = createServer(async (incoming, outgoing) => {
    const body = await readBody(incoming)
    captured.push({ table: 'notice', object: Object.fromEntries(new URLSearchParams(body)) })
    outgoing.end(accepts(body) ? 'success' : 'fail')
  })
  return { origin: await listen(server), captured, close: () => close(server) }
}
