import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { resizePaper } from '../../../../server/modules/photos/resize-photo'
import { createPaymentEnvironment } from '../../support/payments'
import { picture } from '../../support/pictures'
import { readAllRows } from '../../support/read-all-rows'
import { photographPapers, sampleLicence, samplePapers, sendPaper } from '../../support/stories/papers'
import { openShop } from '../../support/test-shop'
import {
  apply,
  env,
  HOUR,
  lines,
  MINUTE,
  pass,
  rights,
  send,
  setUp,
  shop,
  tearDown,
} from './application-story'

beforeEach(setUp)
afterEach(tearDown)

describe('submitting application papers', () => {
  it('detects by a job that WeChat Pay received papers whose reply was lost', async () => {
    const papers = await photographPapers(env.app, shop)
    env.simulator.faults.unanswered = 1
    const reply = await send(papers)
    expect([reply.statusCode, reply.json().code]).toEqual([503, 'unavailable'])
    expect((await rights()).application?.state).toBe('sending')
    expect((await send(papers)).json()).toMatchObject({ code: 'not-allowed-now' })
    await pass(MINUTE)
    expect((await rights()).application?.state).toBe('auditing')
  })

  it('polls for papers with a lost reply until WeChat Pay answers', async () => {
    const papers = await photographPapers(env.app, shop)
    env.simulator.faults.unanswered = 1
    await send(papers)
    env.simulator.faults.down = true
    for (let hour = 0; hour < 5; hour++) await pass(HOUR)
    expect((await rights()).application?.state).toBe('sending')
    env.simulator.faults.down = false
    await pass(HOUR)
    expect((await rights()).application?.state).toBe('auditing')
  })

  it('accepts the papers again after WeChat Pay failed to receive them', async () => {
    const papers = await photographPapers(env.app, shop)
    env.simulator.faults.failing = 1
    expect((await send(papers)).statusCode).toBe(503)
    await pass(MINUTE)
    expect((await rights()).application?.state).toBe('unsent')
    expect((await send(papers)).json()).toMatchObject({ state: 'auditing' })
  })

  it('rejects wrong numbers by field before it sends the papers', async () => {
    const papers = samplePapers({
      subject: 'sole-trader',
      licence: { ...sampleLicence, number: '91350100M000100Y42' },
      account: { kind: 'personal', bank: '农业银行', number: '62220200000' },
    })
    const reply = await send({ ...papers, id: { ...papers.id, number: '110105194912310021' } })
    expect(reply.statusCode).toBe(400)
    expect(reply.json().fields.map(({ path: at }: { path: string }) => at)).toEqual([
      '/id/number',
      '/licence/number',
      '/account/number',
    ])
    expect(env.simulator.applyments.numbers()).toEqual([])
  })

  it('names the field that WeChat Pay rejects and accepts the corrected papers', async () => {
    const papers = await photographPapers(env.app, shop)
    const unknown = { ...papers, id: { ...papers.id, back: samplePapers().id.back } }
    const reply = await send(unknown)
    expect([reply.statusCode, reply.json().fields]).toEqual([
      400,
      [{ path: '/id/back', message: '参数错误：/id_card_info/id_card_national' }],
    ])
    await env.pass(MINUTE)
    expect((await rights()).application).toMatchObject({ state: 'rejected', reasons: [{ path: '/id/back' }] })
    expect((await send(papers)).json()).toMatchObject({ state: 'auditing' })
  })

  it('names the email that WeChat Pay requires of a seller with a licence, when an older app does not ask for it', async () => {
    const papers = await photographPapers(env.app, shop, { subject: 'sole-trader', licence: sampleLicence })
    const reply = await send(papers)
    expect([reply.statusCode, reply.json().fields]).toEqual([
      400,
      [{ path: '/email', message: '参数错误：/contact_info/contact_email' }],
    ])
    const email = 'seller@example.org'
    expect((await send({ ...papers, email: 'seller' })).json().fields).toMatchObject([{ path: '/email' }])
    await env.pass(MINUTE)
    expect((await send({ ...papers, email })).json()).toMatchObject({ state: 'auditing' })
  })

  it('names a text that is too long to be encrypted', async () => {
    const changes = {
      subject: 'company',
      licence: { ...sampleLicence, name: '合'.repeat(72) },
      email: 'seller@example.org',
      id: { ...samplePapers().id, address: '甘肃省陇南市成县沙坝镇 1 号' },
      account: { kind: 'corporate', bank: '农业银行', number: '27100101040000000' },
    } as const
    const reply = await send(await photographPapers(env.app, shop, changes))
    expect([reply.statusCode, reply.json().fields]).toEqual([
      400,
      [{ path: '/licence/name', message: '太长了，写短一些。' }],
    ])
  })

  it('stores no personal data of the papers in database rows, logs or replies', async () => {
    env.simulator.applyments.auditors.returns = { id_card_number: '与照片不符' }
    const papers = await apply({ email: 'seller@example.org' })
    const { id, account, phone, email } = papers
    await pass(MINUTE)
    await pass(15 * MINUTE)
    await send({ ...papers, id: { ...id, back: samplePapers().id.back } })
    await pass(MINUTE)
    await send(papers)
    await pass(15 * MINUTE)
    const left = `${JSON.stringify(await readAllRows(env.deps.db))}${lines.join('')}${JSON.stringify(await rights())}`
    expect(lines.length).toBeGreaterThan(5)
    for (const secret of [id.number, id.name, id.front, account.number, phone, email])
      expect(left).not.toContain(secret)
  })
})

describe('upload of a paper photo', () => {
  it('sends the photo to WeChat Pay as a JPEG without its metadata', async () => {
    const bytes = await picture(3000, 2000)
      .withExif({ IFD0: { Copyright: 'secret place' } })
      .png()
      .toBuffer()
    const reply = await sendPaper(env.app, shop.owner, shop, bytes)
    const paper = await resizePaper(bytes)
    const hash = createHash('sha256').update(paper).digest('hex')
    expect(reply.json()).toEqual({ mediaId: `media_${hash}` })
    const { format, exif, width, height } = await sharp(paper).metadata()
    expect({ format, exif, width, height }).toEqual({ format: 'jpeg', width: 2000, height: 1333 })
  })

  it('rejects an upload that is not a photo with 415', async () => {
    const reply = await sendPaper(env.app, shop.owner, shop, Buffer.from('GIF89a'))
    expect([reply.statusCode, reply.json().code]).toEqual([415, 'not-a-photo'])
  })

  it('accepts the photo again after WeChat Pay did not answer', async () => {
    const bytes = await picture().jpeg().toBuffer()
    env.simulator.faults.down = true
    const reply = await sendPaper(env.app, shop.owner, shop, bytes)
    expect([reply.statusCode, reply.json().code]).toEqual([503, 'unavailable'])
    env.simulator.faults.down = false
    expect((await sendPaper(env.app, shop.owner, shop, bytes)).statusCode).toBe(200)
  })
})

describe('a server that is not a WeChat Pay platform', () => {
  it('rejects applications', async () => {
    const partner = await createPaymentEnvironment('partner')
    const other = await openShop(partner)
    const reply = await other.owner.call(`PUT /api/shops/${other.shopId}/payment-application`, samplePapers())
    expect(reply.json()).toMatchObject({ code: 'payment-unavailable' })
    const read = await other.owner.call(`GET /api/shops/${other.shopId}/payment-rights`)
    expect(read.json()).toMatchObject({ canApply: false })
    await partner.close()
  })
})
