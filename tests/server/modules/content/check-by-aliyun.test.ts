import {
  type FileCheckSimulator,
  startFileCheckSimulator,
} from '../../../../mock-server/aliyun/file-check-simulator'
import { createAliyunFileCheck } from '../../../../server/gateways/aliyun-file-check'
import { createRecording } from '../../../support/voice-recording'
import { type ApiClient, signIn } from '../../support/api-client'
import { checkWritten } from '../../support/content'
import { picture } from '../../support/pictures'
import { sendPhoto, sendVoice } from '../../support/stories/send-media'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'

const ACCOUNT = { keyId: 'key of tests', keySecret: 'secret of tests' }
const MINUTE_MS = 60_000

let env: TestEnvironment
let service: FileCheckSimulator
let person: ApiClient

beforeEach(async () => {
  let now = Date.now
  service = await startFileCheckSimulator(ACCOUNT, () => now())
  const account = { ...ACCOUNT, baseUrl: service.origin }
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  const fileCheck = createAliyunFileCheck(account, { clock: () => now(), random })
  env = await createTestEnvironment({ settings: { publicUrl: 'https://shop.example' }, fileCheck })
  now = env.deps.clock
  person = await signIn(env.app)
})
afterEach(async () => {
  await env.app.close()
  await service.close()
})

const uploadPhoto = async () =>
  (await sendPhoto(env.app, person, newId(), await picture(40, 30, '#aa5533').jpeg().toBuffer())).json<{
    sizes: { url: string }[]
  }>()
const uploadVoice = () => sendVoice(env.app, person, newId(), createRecording(300))

const stored = () =>
  env.deps.db.query
    .selectFrom('content')
    .select(['kind', 'verdict', 'source', 'label', 'trace'])
    .where('kind', '!=', 'text')
    .executeTakeFirst()

describe('a photo of the site', () => {
  it.each([
    ['none', { verdict: 'pass', label: '' }],
    ['low', { verdict: 'pass', label: 'pornographic_adultContent' }],
    ['medium', { verdict: 'review', label: 'pornographic_adultContent' }],
    ['high', { verdict: 'risky', label: 'pornographic_adultContent' }],
  ] as const)('of a risk that is %s is decided at once', async (risk, decision) => {
    service.risk = risk
    const { sizes } = await uploadPhoto()
    await checkWritten(env)
    expect(await stored()).toMatchObject({ kind: 'photo', source: 'aliyun', ...decision })
    const url = new URL(service.photos[0] ?? '')
    expect(url.origin).toBe('https://shop.example')
    const file = await env.app.inject({ url: url.pathname })
    expect(file.headers['content-type']).toBe('image/jpeg')
    const shown = await env.app.inject({ url: sizes[0]?.url ?? '' })
    expect(shown.headers['cache-control']?.includes('immutable')).toBe(risk !== 'high')
  })

  it.each(['lost', 'busy'] as const)(
    'is checked again after a fault, and waits for an operator after three (%s)',
    async (fault) => {
      service.fault = fault
      await uploadPhoto()
      for (const wait of [0, MINUTE_MS, 60 * MINUTE_MS]) {
        env.advance(wait)
        expect(await stored()).toMatchObject({ verdict: 'pending' })
        await checkWritten(env)
      }
      expect(await stored()).toMatchObject({ verdict: 'review', source: null })
      service.fault = undefined
      env.advance(60 * MINUTE_MS)
      await checkWritten(env)
      expect(service.photos).toEqual([])
    },
  )
})

describe('a voice of the site', () => {
  it('is checked by a task whose verdict is read a minute later', async () => {
    service.risk = 'high'
    service.pollsToDone = 1
    await uploadVoice()
    await checkWritten(env)
    expect(await stored()).toMatchObject({ verdict: 'pending', trace: 'aliyun:au_f_1' })
    await checkWritten(env)
    for (const verdict of ['pending', 'risky']) {
      env.advance(MINUTE_MS)
      await checkWritten(env)
      expect(await stored()).toMatchObject({ kind: 'voice', verdict })
    }
    expect(await stored()).toMatchObject({ source: 'aliyun', label: 'sexual_sounds' })
    expect(service.voices).toHaveLength(1)
  })

  it('waits for an operator when its task does not end', async () => {
    service.pollsToDone = 100
    await uploadVoice()
    for (let minute = 0; minute < 5; minute++) {
      await checkWritten(env)
      env.advance(MINUTE_MS)
    }
    expect(await stored()).toMatchObject({ verdict: 'review', source: null })
  })
})

it('a wrong key leaves what is uploaded to an operator', async () => {
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  const account = { keyId: 'key of tests', keySecret: 'another', baseUrl: service.origin }
  const fileCheck = createAliyunFileCheck(account, { clock: env.deps.clock, random })
  await expect(fileCheck.checkPhoto('https://shop.example/a.jpg')).rejects.toThrow('SignatureDoesNotMatch')
})
