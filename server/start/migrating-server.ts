import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { migratingWords } from '@/locales/migrating'
import type { MigrationStatus, MigrationWatch } from '../db/migration-progress'
import type { Settings } from '../settings'
import { explainListenError } from './listen'

/** Seconds after which clients ask again. */
const RETRY_AFTER = 5

/** Minimum time between two lines about the rows of one migration, in ms. */
const LINE_EVERY_MS = 5000

const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="${RETRY_AFTER}"><title>${migratingWords.title}</title><h1>${migratingWords.title}</h1><p>${migratingWords.text}</p></html>`

const problem = (status: MigrationStatus) =>
  JSON.stringify({
    ...{ type: 'about:blank', title: 'The server is migrating its database.', status: 503 },
    ...{ code: 'unavailable', current: { state: 'migrating', ...status } },
  })

function answer(request: IncomingMessage, response: ServerResponse, status: MigrationStatus) {
  const isApi = request.url?.startsWith('/api/')
  response.writeHead(503, {
    'content-type': isApi ? 'application/problem+json; charset=utf-8' : 'text/html; charset=utf-8',
    'retry-after': String(RETRY_AFTER),
    'cache-control': 'no-store',
  })
  response.end(isApi ? problem(status) : page)
}

const describe = ({ name, rows }: MigrationStatus): string => {
  if (name === undefined) return 'migrating: waiting for a server or program that works with the database'
  return rows ? `migrating: ${name}, ${rows.done} of ${rows.of} rows` : `migrating: ${name}`
}

/**
 * Answers 503 with `migrating` at the server's port from the first migration on, and prints how far the migrations are. Nothing
 * listens when there is nothing to migrate.
 */
export class MigratingServer implements MigrationWatch {
  private server: Server | undefined
  private status: MigrationStatus = {}
  private printedAt = Number.NEGATIVE_INFINITY
  private since = 0

  constructor(
    private readonly settings: Settings,
    private readonly print: (line: string) => void,
  ) {}

  /** The port that was opened, which differs from the setting when that is 0. */
  get port(): number | undefined {
    return (this.server?.address() as AddressInfo | null | undefined)?.port
  }

  /** @throws SetupError when the port cannot be opened. */
  async begin(): Promise<void> {
    this.since = performance.now()
    this.server ??= await this.listen()
  }

  report(status: MigrationStatus): void {
    const isNew = status.name !== this.status.name || this.printedAt === Number.NEGATIVE_INFINITY
    this.status = status
    const isLast = status.rows !== undefined && status.rows.done >= status.rows.of
    if (!isNew && !isLast && performance.now() - this.printedAt < LINE_EVERY_MS) return
    this.printedAt = performance.now()
    this.print(describe(status))
  }

  end(): void {
    this.print(`migrated in ${Math.round((performance.now() - this.since) / 1000)} s`)
  }

  /** Frees the port for the server itself. */
  async close(): Promise<void> {
    const { server } = this
    if (!server) return
    this.server = undefined
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  }

  private listen(): Promise<Server> {
    const { port, host } = this.settings
    const server = createServer((request, response) => answer(request, response, this.status))
    return new Promise((resolve, reject) => {
      server.once('error', (error) => reject(explainListenError(error, this.settings)))
      server.listen({ port, host }, () => resolve(server))
    })
  }
}
