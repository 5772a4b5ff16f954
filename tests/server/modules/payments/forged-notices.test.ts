import { env, MINUTE, paying, setUp, tearDown } from '../../support/stories/payment-story'

const lines: string[] = []
beforeEach(async () => {
  lines.length = 0
  await setUp('platform', {
    settings: { rateLimits: true },
    logging: { level: 'warn', stream: { write: (line) => void lines.push(line) } },
  })
})
afterEach(tearDown)

const forge = async (remoteAddress: string) => {
  const sent = {
    method: 'POST',
    url: '/api/notices/wechat-pay/platform',
    payload: '{}',
    remoteAddress,
  } as const
  return (await env.app.inject(sent)).statusCode
}

/** Sends many forged notices from an address; returns the number of each status. */
async function flood(remoteAddress: string): Promise<Record<number, number>> {
  const counts: Record<number, number> = {}
  for (let i = 0; i < 40; i++) {
    const status = await forge(remoteAddress)
    counts[status] = (counts[status] ?? 0) + 1
  }
  return counts
}

const logged = () =>
  lines
    .map((line) => JSON.parse(line) as { msg: string; count?: number })
    .filter(({ msg }) => msg === 'payment callback rejected: invalid signature')
    .map(({ count }) => count)

describe('forged notices', () => {
  it('are refused unread above the limit of their address, which takes genuine ones of another', async () => {
    expect(await flood('203.0.113.7')).toEqual({ 401: 30, 429: 10 })
    expect(await forge('203.0.113.8')).toBe(401)
    expect(await paying.orderNow(await paying.payOrder())).toMatchObject({ payment: { state: 'paid' } })
    await env.pass(MINUTE)
    expect(await forge('203.0.113.7')).toBe(401)
  })

  it('are logged once a minute with their number', async () => {
    await flood('203.0.113.7')
    expect(logged()).toEqual([1])
    await env.pass(MINUTE)
    await forge('203.0.113.8')
    expect(logged()).toEqual([1, 30])
  })
})
