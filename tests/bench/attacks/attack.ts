import { Agent, request } from 'node:http'
import type { ServerProcess } from '../../support/server-process'
import type { OpenedShop } from './seller-day'

/** A hostile client that runs until it is stopped. Every request goes to 127.0.0.1 from its own loopback address. */
export interface Attack {
  name: string
  /** How much longer the steps of the measured seller may take; without it they only have to succeed. */
  maxSlowdown?: number
  /** Starts the attack on an open shop; returns a function that stops it and reports the outcome of its requests. */
  start(server: ServerProcess, shop: OpenedShop): Promise<() => Promise<string>>
}

export interface Answer {
  status: number
  body: string
}

/** A client with its own loopback address (127.0.0.0/8), as the server sees it. */
export class Client {
  private readonly agent: Agent

  constructor(
    private readonly port: number,
    readonly address: string,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: 64, localAddress: address })
  }

  send(method: string, path: string, headers: Record<string, string> = {}, body?: Buffer): Promise<Answer> {
    return new Promise((resolve) => {
      const failed = () => resolve({ status: 0, body: '' })
      const length = body ? { 'content-length': String(body.length) } : {}
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: this.port,
          method,
          path,
          agent: this.agent,
          headers: { ...length, ...headers },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (part: Buffer) => chunks.push(part))
          response.on('error', failed)
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: String(Buffer.concat(chunks)) }),
          )
        },
      )
      outgoing.on('error', failed)
      outgoing.end(body)
    })
  }

  json(method: string, path: string, value: unknown, token?: string): Promise<Answer> {
    const headers = {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    }
    return this.send(method, path, headers, Buffer.from(JSON.stringify(value)))
  }

  /** Signs in new accounts; returns their tokens. */
  async accounts(count: number): Promise<string[]> {
    const tokens: string[] = []
    for (let i = 0; i < count; i++) {
      const { body } = await this.json('POST', '/api/sessions', { provider: 'device' })
      tokens.push((JSON.parse(body) as { token: string }).token)
    }
    return tokens
  }

  close() {
    this.agent.destroy()
  }
}

const BOUNDARY = 'kz-attack'

/** Returns the body and headers of a file upload. */
export function createUploadBody(bytes: Buffer, token: string) {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n`
  return {
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
  }
}

/**
 * Runs `one` repeatedly with `many` workers; returns a function that stops them, closes the clients and reports the count of each
 * status.
 */
export function repeatConcurrently(
  many: number,
  one: (turn: number) => Promise<number>,
  ...clients: Client[]
): () => Promise<string> {
  const statuses = new Map<number, number>()
  let isOn = true
  let turn = 0
  const worker = async () => {
    while (isOn) {
      const status = await one(turn++)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      // keeps the loop from spinning when the server refuses at once
      if (status === 0 || status === 429) await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const workers = Array.from({ length: many }, worker)
  return async () => {
    isOn = false
    await Promise.all(workers)
    for (const client of clients) client.close()
    return [...statuses].map(([status, count]) => `${count} × ${status || 'cut'}`).join(', ')
  }
}
