import type { FastifyRequest } from 'fastify'
import { getClientAddress } from '../../../server/http/client-address'
import { call } from '../support/api-client'
import { sendAndSpend } from '../support/spend-limit'
import { createTestEnvironment, type TestEnvironment } from '../support/test-environment'

const addressOf = (ip: string) =>
  getClientAddress({ ip, raw: { socket: { remoteAddress: '10.0.0.9' } } as FastifyRequest['raw'] })

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['nobody', '10.0.0.9'],
  ['a'.repeat(10_000), '10.0.0.9'],
])('getClientAddress turns %s into %s', (ip, counted) => {
  expect(addressOf(ip)).toBe(counted)
})

/** Counts 301 sign-ins, one above the limit, of which the short run sends some. */
async function signInFrom({ app }: TestEnvironment, forwarded: (i: number) => string) {
  const signIn = (i: number) =>
    call(app, 'POST /api/sessions', { provider: 'device' }, { 'x-forwarded-for': forwarded(i) })
  const onlyCounted = process.env.KZ_LONG === '1' ? 0 : 250
  const answers = [await sendAndSpend(() => signIn(0), onlyCounted)]
  for (let i = 1; i < 301 - onlyCounted; i++) answers.push(await signIn(i))
  return answers
}

test('a client behind a trusted proxy cannot choose its address', async () => {
  const env = await createTestEnvironment({
    settings: { rateLimits: true, trustProxy: ['loopback', 'uniquelocal'] },
  })
  const answers = await signInFrom(env, (i) => `198.51.100.${i % 250}, 203.0.113.1, 10.0.0.1`)
  expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(1)
  await env.app.close()
})

test('forwarded addresses are ignored without a trusted proxy', async () => {
  const env = await createTestEnvironment({ settings: { rateLimits: true } })
  const answers = await signInFrom(env, (i) => `198.51.100.${i % 250}`)
  expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(1)
  await env.app.close()
})
