import type { Look } from '@/domain/look/look'
import type { Voice } from '@/domain/voice'
import { createBundledLook } from '@/templates/bundled-templates'
import { looks } from '../../../../server/look-catalog'
import { createRecording } from '../../../support/voice-recording'
import { type ApiClient, signIn } from '../../support/api-client'
import { sendVoice } from '../../support/stories/send-voice'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'
import { type OpenedShop, openShop } from '../../support/test-shop'

let env: TestEnvironment
let shop: OpenedShop
let version: number
beforeEach(async () => {
  // skips the validation of settings
  env = await createTestEnvironment({ looks: { ...looks, validate: () => [] } })
  shop = await openShop(env)
  version = 0
})
afterEach(() => env.app.close())

async function uploadVoice(person: ApiClient, hertz = 440): Promise<Voice> {
  const { id, hash, ms } = (await sendVoice(env.app, person, newId(), createRecording(400, hertz))).json()
  return { id, hash, ms }
}

const lookWith = (voice: Voice | null): Look => ({
  ...(createBundledLook('plain') as Look),
  version,
  sections: [{ id: 'a', kind: 'story', settings: { title: '', text: '', photos: [], form: 'page', voice } }],
})

async function save(voice: Voice | null) {
  const answer = await shop.owner.call(`PUT /api/shops/${shop.shopId}/look-draft`, lookWith(voice))
  if (answer.statusCode === 200) version++
  return answer
}
const publish = () =>
  shop.owner.call(`POST /api/shops/${shop.shopId}/look/publish`, { id: newId(), draftVersion: version })

/** Returns true if the voice is still served after two weeks of daily sweeps. */
async function survivesSweeps({ hash }: Voice): Promise<boolean> {
  await env.app.worker.start(3_600_000)
  for (let day = 0; day < 14; day++) {
    env.advance(86_400_000)
    await env.app.worker.runDue()
  }
  return (await env.app.inject({ url: `/voices/${hash}.mp3` })).statusCode === 200
}

test('a look may use voices of its owners only', async () => {
  const other = await signIn(env.app)
  const theirs = await uploadVoice(other)
  expect((await save(await uploadVoice(shop.owner, 500))).statusCode).toBe(200)
  expect((await save(theirs)).json().fields).toEqual([
    { path: '/sections/0/settings/voice', message: expect.any(String) },
  ])
  // the voice stays usable after its sender is removed as an owner
  await other.call('POST /api/sessions', { provider: 'key', key: shop.key })
  expect((await save(theirs)).statusCode).toBe(200)
  await shop.owner.call(`DELETE /api/shops/${shop.shopId}/other-owners`)
  expect((await save(theirs)).statusCode).toBe(200)
})

test('saving a look rejects a voice with an unknown id, another hash or another length', async () => {
  const mine = await uploadVoice(shop.owner)
  for (const wrong of [
    { ...mine, id: newId() },
    { ...mine, hash: '0'.repeat(32) },
    { ...mine, ms: mine.ms + 1 },
  ])
    expect((await save(wrong)).json().code).toBe('bad-input')
})

test('a voice in the draft look survives the sweep, and an unused voice does not', async () => {
  const [mine, unused] = [await uploadVoice(shop.owner), await uploadVoice(shop.owner, 600)]
  await save(mine)
  expect(await survivesSweeps(mine)).toBe(true)
  expect((await env.app.inject({ url: `/voices/${unused.hash}.mp3` })).statusCode).toBe(404)
  expect(await env.deps.db.query.selectFrom('voice').select('id').execute()).toEqual([{ id: mine.id }])
})

test('a voice in a published look survives the sweep until the look leaves the history', async () => {
  const mine = await uploadVoice(shop.owner)
  await save(mine)
  await publish()
  await save(null)
  await publish()
  expect(await survivesSweeps(mine)).toBe(true)
  for (let more = 0; more < 20; more++) {
    const look = { ...lookWith(null), version }
    look.theme.radius = more
    await shop.owner.call(`PUT /api/shops/${shop.shopId}/look-draft`, look)
    version++
    await publish()
  }
  expect(await survivesSweeps(mine)).toBe(false)
})

test('a voice file stays while another voice has the same content', async () => {
  const mine = await uploadVoice(shop.owner)
  const twin = await uploadVoice(await signIn(env.app))
  expect(twin.hash).toBe(mine.hash)
  await save(mine)
  expect(await survivesSweeps(twin)).toBe(true)
})
