import type { AddressInfo } from 'node:net'
import type { TrustProxy } from '../../../server/dependencies'
import { createTestEnvironment, type TestEnvironment } from '../support/test-environment'

const FORWARDED = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' }

let env: TestEnvironment
let warnings: string[]
afterEach(() => env.app.close())

/** Starts a server on a host; returns a function that sends it a request. */
async function startServerOn(host: string, trustProxy: TrustProxy) {
  warnings = []
  const write = (line: string) => {
    const { level, msg } = JSON.parse(line)
    if (level === 40) warnings.push(msg)
  }
  env = await createTestEnvironment({
    settings: { trustProxy },
    logging: { level: 'warn', stream: { write } },
  })
  await env.app.listen({ port: 0, host })
  const { port } = env.app.server.address() as AddressInfo
  return async (headers: Record<string, string>) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { headers })
    expect(answer.status).toBe(200)
  }
}

describe('a server behind a proxy', () => {
  it('warns once that TRUST_PROXY is off', async () => {
    const send = await startServerOn('127.0.0.1', false)
    await send({})
    expect(warnings).toEqual([])
    await send(FORWARDED)
    await send({ 'x-forwarded-host': 'shop.example.org' })
    expect(warnings).toEqual([expect.stringMatching(/TRUST_PROXY is off.*set TRUST_PROXY=on/)])
  })

  it('warns once that HOST lets clients bypass a proxy on the same machine', async () => {
    const send = await startServerOn('0.0.0.0', ['loopback'])
    await send({})
    expect(warnings).toEqual([])
    await send(FORWARDED)
    await send(FORWARDED)
    expect(warnings).toEqual([expect.stringMatching(/HOST=0\.0\.0\.0.*Set HOST=127\.0\.0\.1/)])
  })

  it('warns about both wrong settings', async () => {
    const send = await startServerOn('0.0.0.0', false)
    await send(FORWARDED)
    expect(warnings).toHaveLength(2)
  })

  it('does not warn when both settings are right', async () => {
    const send = await startServerOn('127.0.0.1', ['loopback'])
    await send(FORWARDED)
    expect(warnings).toEqual([])
  })
})
