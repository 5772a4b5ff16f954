import Fastify from 'fastify'
import { GatewayError } from '../../../../server/gateways/payment-gateway'
import { NO_GATEWAYS } from '../../../../server/gateways/payment-gateways'
import { renewCertificates } from '../../../../server/modules/payments/renew-certificates'

const MINUTE = 60_000

beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }))
afterEach(() => jest.useRealTimers())

describe('renewCertificates', () => {
  it('reads at the start and every six hours, and repeats a failed read of one merchant sooner', async () => {
    const [works, fails] = [jest.fn(async () => undefined), jest.fn()]
    fails.mockRejectedValue(new GatewayError('unavailable', 'NO_ANSWER', 'no answer'))
    const app = Fastify()
    renewCertificates(app, { ...NO_GATEWAYS, readCertificates: [works, fails] })
    await app.ready()
    await jest.advanceTimersByTimeAsync(0)
    expect([works, fails].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
    await jest.advanceTimersByTimeAsync(7 * MINUTE)
    expect(fails).toHaveBeenCalledTimes(4)
    fails.mockResolvedValue(undefined)
    await jest.advanceTimersByTimeAsync(8 * MINUTE)
    expect(fails).toHaveBeenCalledTimes(5)
    await jest.advanceTimersByTimeAsync(345 * MINUTE)
    expect([works, fails].map(({ mock }) => mock.calls.length)).toEqual([2, 5])
    await app.close()
    await jest.advanceTimersByTimeAsync(24 * 60 * MINUTE)
    expect([works, fails].map(({ mock }) => mock.calls.length)).toEqual([2, 5])
  })
})
