import { RETRY_WAITS } from '../../../../mock-server/wechat-pay/notices'
import { perTest } from '../../../support/per-test'
import { errorOf, payBy, readNoticesOf } from './gateway-calls'
import { createTestBed } from './test-bed'

const HOUR = 3_600_000

const bed = perTest(() => createTestBed('partner'), 'close')

const pay = () => payBy(bed, bed.request())
const readNotices = () => readNoticesOf(bed)

describe('notices of WeChat Pay', () => {
  it('accepts replies and notices signed by the public key or by the platform certificate', async () => {
    for (const key of ['certificate', 'publicKey'] as const) {
      bed.simulator.signer.signsBy = key
      await pay()
      await bed.simulator.advance(0)
    }
    expect(readNotices()).toHaveLength(2)
  })

  it('rejects notices that are forged, changed, old or a probe', async () => {
    bed.simulator.notices.faults = { ...bed.simulator.notices.faults, forged: true }
    await pay()
    await bed.simulator.advance(0)
    const [forged, real] = bed.notices
    if (!forged || !real) throw new Error('no notices')
    const read = ({ header, body }: typeof real) =>
      errorOf(Promise.resolve().then(() => bed.gateway.readNotice(header, body)))
    expect(await read(forged)).toEqual(['forged', 'wrong'])
    expect(await read(real)).toBe('no error')
    expect(await read({ ...real, body: real.body.replace('SUCCESS', 'success') })).toEqual([
      'forged',
      'wrong',
    ])
    await bed.simulator.notices.probe(bed.request().noticeUrl)
    const probe = bed.notices.at(-1)
    expect(probe && (await read(probe))).toEqual(['forged', 'probe'])
    await bed.simulator.advance(301_000)
    expect(await read(real)).toEqual(['forged', 'expired'])
  })

  it('sends a notice up to sixteen times within a day until it is accepted', async () => {
    bed.answerWith(500)
    await pay()
    await bed.simulator.advance(0)
    for (const wait of RETRY_WAITS) await bed.simulator.advance(wait)
    await bed.simulator.advance(24 * HOUR)
    expect(bed.notices).toHaveLength(RETRY_WAITS.length + 1)
    bed.notices.length = 0
    bed.answerWith(200)
    await pay()
    for (let i = 0; i < 3; i++) await bed.simulator.advance(HOUR)
    expect(bed.notices).toHaveLength(1)
  })
})
