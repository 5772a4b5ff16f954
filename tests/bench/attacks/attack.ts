import { Agent, request } from 'node:http'
import type { ServerProcess } from '../../support/server-process'
import type { OpenedShop } from './villager'

/** What a hostile client does until it is told to stop. Every request goes to 127.0.0.1, from an address of its own there. */
export interface Attack {
  name: string
  /** Starts it; `shop` is one that stands. Answers what stops it, which says what became of its requests. */
  start(server: ServerProcess, shop: OpenedShop): Promise<() => Promise<string>>
}

export interface Answer {
  status: number
  body: string
}

/** A client at an address of its own (127.0.0.0/8), as the server sees it. */
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
      const asking = request(
        {
          host: '127.0.0.1',
          port: this.port,
          method,
          path,
          agent: this.agent,
          headers: { ...length, ...headers },
        },
        (response) => {
          const deps: Buffer[] = []
          response.on('data', (part: Buffer) => deps.push(part))
          response.on('error', failed)
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: String(Buffer.concat(deps)) }),
          )
        },
      )
      asking.on('error', failed)
      asking.end(body)
    })
  }

  json(method: string, path: string, value: unknown, token?: string): Promise<Answer> {
    const headers = {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    }
    return this.send(method, path, headers, Buffer.from(JSON.stringify(value)))
  }

  /** New accounts; each is known by its token. */
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

/** The body and headers of an upload of a file. */
export function form(bytes: Buffer, token: string) {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n`
  return {
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
  }
}

/** Runs `one` again and again, so many at a time, until it is stopped. Answers how often each status came. */
export function repeat(many: number, one: (turn: number) => Promise<number>): () => Promise<string> {
  const statuses = new Map<number, number>()
  let isOn = true
  let turn = 0
  const worker = async () => {
    while (isOn) {
      const status = await one(turn++)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      // a server that refuses at once would make this spin
      if (status === 0 || status === 429) await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const workers = Array.from({ length: many }, worker)
  return async () => {
    isOn = false
    await Promise.all(workers)
    return [...statuses].map(([status, count]) => `${count} × ${status || 'cut'}`).join(', ')
  }
}
