import type { AddressInfo } from 'node:net'
import { connect as connectTo, createServer, type Socket } from 'node:net'
import { sql } from 'kysely'
import { createTestDatabase } from '../../support/postgres/test-database'
import { waitUntil } from '../../support/wait-until'
import { createTestEnvironment } from '../support/test-environment'

/** Forwards connections to a database until it is paused, as a network that drops everything. */
async function startProxy(to: URL) {
  const sockets = new Set<Socket>()
  let isPaused = false
  const server = createServer((client) => {
    const upstream = connectTo(Number(to.port), to.hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      if (isPaused) socket.pause()
    }
    client.on('data', (part) => upstream.write(part))
    upstream.on('data', (part) => client.write(part))
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
    if (isPaused) for (const socket of [client, upstream]) socket.pause()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    pause: () => {
      isPaused = true
      for (const socket of sockets) socket.pause()
    },
    resume: () => {
      isPaused = false
      for (const socket of sockets) socket.resume()
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

describe('GET /api/health', () => {
  it('answers 503 while the database hangs, before its statements fail, and 200 afterwards', async () => {
    const fresh = await createTestDatabase()
    const proxy = await startProxy(new URL(fresh.address))
    const address = new URL(fresh.address)
    address.host = `127.0.0.1:${proxy.port}`
    const env = await createTestEnvironment({ databaseLocation: address.href })
    const health = async () => (await env.app.inject('/api/health')).statusCode
    expect(await health()).toBe(200)
    proxy.pause()
    let hasFailed = false
    const hanging = sql`select 1`.execute(env.deps.db.query).catch(() => {
      hasFailed = true
    })
    expect(await health()).toBe(503)
    expect(hasFailed).toBe(false)
    proxy.resume()
    await waitUntil(async () => (await health()) === 200, 'the server is healthy')
    await hanging
    await env.app.close()
    proxy.close()
    await fresh.drop()
  })
})
