import type { FastifyRequest } from 'fastify'
import type { WorldSettings } from '../../../server/dependencies'
import { originOf } from '../../../server/http/origin'
import { call, signIn } from '../support/person'
import { draftOf } from '../support/shop'
import { makeWorld, newId } from '../support/world'

const warn = jest.fn()
const server = {}

interface Asked {
  protocol?: string
  publicUrl?: string
  allowedHosts?: string[]
  localAddress?: string
}

const of = (host: string, asked: Asked = {}) => {
  const { protocol = 'http', publicUrl, allowedHosts = [], localAddress = '192.168.1.7' } = asked
  const socket = { localAddress, localPort: 4180 }
  const request = { host, protocol, socket, server, log: { warn } } as unknown as FastifyRequest
  return originOf({ publicUrl, allowedHosts } as unknown as WorldSettings, request)
}

describe('originOf', () => {
  it.each(['localhost:4180', '127.0.0.1:4180', 'localhost', '192.168.1.7:4180', '192.168.1.7', '[::1]:4180'])(
    'names the host of a request that this machine is known by: %s',
    (host) => {
      expect(of(host)).toBe(`http://${host}`)
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
  ])('names the address that the connection came to where the host is %j', (host) => {
    expect(of(host)).toBe('http://192.168.1.7:4180')
  })

  it('knows the address of a connection that an IPv6 socket took', () => {
    expect(of('192.168.1.7:4180', { localAddress: '::ffff:192.168.1.7' })).toBe('http://192.168.1.7:4180')
    expect(of('[fe80::1]:4180', { localAddress: 'FE80::1%eth0' })).toBe('http://[fe80::1]:4180')
  })

  it('names hosts that are allowed, and the first of them to everybody else', () => {
    const allowedHosts = ['any.test:*', 'shop.example', 'shop.example:8443']
    expect(of('Shop.Example', { allowedHosts })).toBe('http://shop.example')
    expect(of('shop.example:8443', { allowedHosts, protocol: 'https' })).toBe('https://shop.example:8443')
    expect(of('any.test:12345', { allowedHosts })).toBe('http://any.test:12345')
    expect(of('shop.example:12345', { allowedHosts })).toBe('http://shop.example')
    expect(of('evil.example', { allowedHosts, protocol: 'javascript' })).toBe('http://shop.example')
  })

  it('names the address that was set, whatever a request says', () => {
    expect(of('localhost', { publicUrl: 'https://shop.example' })).toBe('https://shop.example')
  })

  it('logs once that a host is not known', () => {
    expect(warn).toHaveBeenCalledTimes(1)
    expect(warn.mock.calls[0]?.[0]).toContain('ALLOWED_HOSTS')
  })
})

test('a shop that is opened under a strange host has no strange address', async () => {
  const world = await makeWorld()
  const owner = await signIn(world.app)
  for (const host of ['evil.example/<b>?', 'evil.example']) {
    const answer = await call(
      world.app,
      `PUT /api/shops/${newId()}`,
      { trade: 'nuts', products: [{ id: newId(), ...draftOf() }] },
      { authorization: `Bearer ${owner.token}`, host },
    )
    expect(answer.json().url).toMatch(/^http:\/\/(localhost|127\.0\.0\.1)\/s\/[0-9a-z]{8}$/)
  }
  await world.app.close()
})
