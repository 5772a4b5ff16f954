import type { FastifyRequest } from 'fastify'
import type { AppSettings } from '../../../server/dependencies'
import { resolveOrigin } from '../../../server/http/origin'
import { call, signIn } from '../support/api-client'
import { createTestEnvironment, newId } from '../support/test-environment'
import { productDraft } from '../support/test-shop'

const warn = jest.fn()
const server = {}

interface OriginOptions {
  protocol?: string
  publicUrl?: string
  allowedHosts?: string[]
  localAddress?: string
}

const originOf = (host: string, options: OriginOptions = {}) => {
  const { protocol = 'http', publicUrl, allowedHosts = [], localAddress = '192.168.1.7' } = options
  const socket = { localAddress, localPort: 4180 }
  const request = { host, protocol, socket, server, log: { warn } } as unknown as FastifyRequest
  return resolveOrigin({ publicUrl, allowedHosts } as unknown as AppSettings, request)
}

describe('resolveOrigin', () => {
  it.each(['localhost:4180', '127.0.0.1:4180', 'localhost', '192.168.1.7:4180', '192.168.1.7', '[::1]:4180'])(
    'returns the host of a request when it is a known host of this machine: %s',
    (host) => {
      expect(originOf(host)).toBe(`http://${host}`)
    },
  )

  it.each([
    'evil.example',
    'localhost:4181',
    '192.168.1.8:4180',
    '',
    ' ',
    'a b',
    'localhost/..',
    'localhost?x',
    'a"><script>',
    'user@localhost',
    'localhost:port',
    '字',
    `${'a'.repeat(300)}.example`,
    '[::1',
    'localhost:1:2',
  ])('returns the address of the connection when the host is %j', (host) => {
    expect(originOf(host)).toBe('http://192.168.1.7:4180')
  })

  it('recognizes the address of an IPv6 socket', () => {
    expect(originOf('192.168.1.7:4180', { localAddress: '::ffff:192.168.1.7' })).toBe(
      'http://192.168.1.7:4180',
    )
    expect(originOf('[fe80::1]:4180', { localAddress: 'FE80::1%eth0' })).toBe('http://[fe80::1]:4180')
  })

  it('returns an allowed host, and the first allowed host for any other host', () => {
    const allowedHosts = ['any.test:*', 'shop.example', 'shop.example:8443']
    expect(originOf('Shop.Example', { allowedHosts })).toBe('http://shop.example')
    expect(originOf('shop.example:8443', { allowedHosts, protocol: 'https' })).toBe(
      'https://shop.example:8443',
    )
    expect(originOf('any.test:12345', { allowedHosts })).toBe('http://any.test:12345')
    expect(originOf('shop.example:12345', { allowedHosts })).toBe('http://shop.example')
    expect(originOf('evil.example', { allowedHosts, protocol: 'javascript' })).toBe('http://shop.example')
  })

  it('returns the configured public address for any request', () => {
    expect(originOf('localhost', { publicUrl: 'https://shop.example' })).toBe('https://shop.example')
  })

  it('warns once about an unknown host', () => {
    expect(warn).toHaveBeenCalledTimes(1)
    expect(warn.mock.calls[0]?.[0]).toContain('ALLOWED_HOSTS')
  })
})

test('opening a shop under an unknown host answers a URL with a known host', async () => {
  const env = await createTestEnvironment()
  const owner = await signIn(env.app)
  for (const host of ['evil.example/<b>?', 'evil.example']) {
    const answer = await call(
      env.app,
      `PUT /api/shops/${newId()}`,
      { trade: 'nuts', products: [{ id: newId(), ...productDraft() }] },
      { authorization: `Bearer ${owner.token}`, host },
    )
    expect(answer.json().url).toMatch(/^http:\/\/(localhost|127\.0\.0\.1)\/s\/[0-9a-z]{8}$/)
  }
  await env.app.close()
})
