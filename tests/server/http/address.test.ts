import type { FastifyRequest } from 'fastify'
import { addressOf } from '../../../server/http/address'
import { call } from '../support/person'
import { makeWorld } from '../support/world'

const of = (ip: string) =>
  addressOf({ ip, raw: { socket: { remoteAddress: '10.0.0.9' } } as FastifyRequest['raw'] })

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['nobody', '10.0.0.9'],
  ['a'.repeat(10_000), '10.0.0.9'],
])('%s counts as %s', (ip, counted) => {
  expect(of(ip)).toBe(counted)
})

test('a client cannot choose the address it is counted by', async () => {
  const world = await makeWorld({ settings: { rateLimits: true, trustProxy: ['loopback', 'uniquelocal'] } })
  const device = (forwarded: string) =>
    call(world.app, 'POST /api/sessions', { provider: 'device' }, { 'x-forwarded-for': forwarded })
  const answers = []
  for (let i = 0; i < 301; i++) answers.push(await device(`198.51.100.${i % 250}, 203.0.113.1, 10.0.0.1`))
  expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(1)
  await world.app.close()
})

test('without a proxy of ours nobody is believed', async () => {
  const world = await makeWorld({ settings: { rateLimits: true } })
  const answers = []
  for (let i = 0; i < 301; i++)
    answers.push(
      await call(
        world.app,
        'POST /api/sessions',
        { provider: 'device' },
        { 'x-forwarded-for': `198.51.100.${i % 250}` },
      ),
    )
  expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(1)
  await world.app.close()
})
