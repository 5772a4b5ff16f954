import type { AddressInfo } from 'node:net'
import type { TrustProxy } from '../../../server/dependencies'
import { makeWorld, type World } from '../support/world'

const FORWARDED = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' }

let world: World
let warnings: string[]
afterEach(() => world.app.close())

/** A server that listens on a host; answers how to send it a request. */
async function listening(host: string, trustProxy: TrustProxy) {
  warnings = []
  const write = (line: string) => {
    const { level, msg } = JSON.parse(line)
    if (level === 40) warnings.push(msg)
  }
  world = await makeWorld({ settings: { trustProxy }, logging: { level: 'warn', stream: { write } } })
  await world.app.listen({ port: 0, host })
  const { port } = world.app.server.address() as AddressInfo
  return async (headers: Record<string, string>) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { headers })
    expect(answer.status).toBe(200)
  }
}

describe('a server behind a proxy', () => {
  it('warns once that TRUST_PROXY is off', async () => {
    const send = await listening('127.0.0.1', false)
    await send({})
    expect(warnings).toEqual([])
    await send(FORWARDED)
    await send({ 'x-forwarded-host': 'shop.example.org' })
    expect(warnings).toEqual([expect.stringMatching(/TRUST_PROXY is off.*set TRUST_PROXY=on/)])
  })

  it('warns once that HOST lets clients go past a proxy on the same machine', async () => {
    const send = await listening('0.0.0.0', ['loopback'])
    await send({})
    expect(warnings).toEqual([])
    await send(FORWARDED)
    await send(FORWARDED)
    expect(warnings).toEqual([expect.stringMatching(/HOST=0\.0\.0\.0.*Set HOST=127\.0\.0\.1/)])
  })

  it('warns of both where both are wrong', async () => {
    const send = await listening('0.0.0.0', false)
    await send(FORWARDED)
    expect(warnings).toHaveLength(2)
  })

  it('says nothing where both are right', async () => {
    const send = await listening('127.0.0.1', ['loopback'])
    await send(FORWARDED)
    expect(warnings).toEqual([])
  })
})
