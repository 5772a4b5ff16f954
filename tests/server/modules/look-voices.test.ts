import type { Look } from '@/domain/look'
import type { Voice } from '@/domain/voice'
import { lookOf } from '@/templates/registry'
import { looks } from '../../../server/looks'
import { recording } from '../../support/voice'
import { type Person, signIn } from '../support/person'
import { sendVoice } from '../support/send-voice'
import { type OpenedShop, openShop } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

let world: World
let shop: OpenedShop
let version: number
beforeEach(async () => {
  // what a setting may be is not what is tried here
  world = await makeWorld({ looks: { ...looks, faults: () => [] } })
  shop = await openShop(world)
  version = 0
})
afterEach(() => world.app.close())

async function sent(person: Person, hertz = 440): Promise<Voice> {
  const { id, hash, ms } = (await sendVoice(world.app, person, newId(), recording(400, hertz))).json()
  return { id, hash, ms }
}

const speaking = (voice: Voice | null): Look => ({
  ...(lookOf('plain') as Look),
  version,
  sections: [{ id: 'a', kind: 'story', settings: { title: '', text: '', photos: [], form: 'page', voice } }],
})

async function save(voice: Voice | null) {
  const answer = await shop.owner.call(`PUT /api/shops/${shop.shopId}/look-draft`, speaking(voice))
  if (answer.statusCode === 200) version++
  return answer
}
const publish = () =>
  shop.owner.call(`POST /api/shops/${shop.shopId}/look/publish`, { id: newId(), draftVersion: version })

/** Whether a voice is still there after two weeks in which the server looks every day. */
async function stays({ hash }: Voice): Promise<boolean> {
  await world.app.worker.start(3_600_000)
  for (let day = 0; day < 14; day++) {
    world.pass(86_400_000)
    await world.app.worker.runDue()
  }
  return (await world.app.inject({ url: `/voices/${hash}.mp3` })).statusCode === 200
}

test('a look lets speak what its owners sent, and nobody else', async () => {
  const other = await signIn(world.app)
  const theirs = await sent(other)
  expect((await save(await sent(shop.owner, 500))).statusCode).toBe(200)
  expect((await save(theirs)).json().fields).toEqual([
    { path: '/sections/0/settings/voice', message: expect.any(String) },
  ])
  // and goes on doing so when who sent it has left
  await other.call('POST /api/sessions', { provider: 'key', key: shop.key })
  expect((await save(theirs)).statusCode).toBe(200)
  await shop.owner.call(`DELETE /api/shops/${shop.shopId}/other-owners`)
  expect((await save(theirs)).statusCode).toBe(200)
})

test('one that is none, has another content or another length is refused', async () => {
  const mine = await sent(shop.owner)
  for (const wrong of [
    { ...mine, id: newId() },
    { ...mine, hash: '0'.repeat(32) },
    { ...mine, ms: mine.ms + 1 },
  ])
    expect((await save(wrong)).json().code).toBe('bad-input')
})

test('it is kept while the draft names it, and goes when nothing ever did', async () => {
  const [mine, unused] = [await sent(shop.owner), await sent(shop.owner, 600)]
  await save(mine)
  expect(await stays(mine)).toBe(true)
  expect((await world.app.inject({ url: `/voices/${unused.hash}.mp3` })).statusCode).toBe(404)
  expect(await world.deps.db.query.selectFrom('voice').select('id').execute()).toEqual([{ id: mine.id }])
})

test('it is kept while a look that buyers saw names it, and goes when none does', async () => {
  const mine = await sent(shop.owner)
  await save(mine)
  await publish()
  await save(null)
  await publish()
  expect(await stays(mine)).toBe(true)
  for (let more = 0; more < 20; more++) {
    const look = { ...speaking(null), version }
    look.theme.radius = more
    await shop.owner.call(`PUT /api/shops/${shop.shopId}/look-draft`, look)
    version++
    await publish()
  }
  expect(await stays(mine)).toBe(false)
})

test('a file stays while another voice is the same', async () => {
  const mine = await sent(shop.owner)
  const twin = await sent(await signIn(world.app))
  expect(twin.hash).toBe(mine.hash)
  await save(mine)
  expect(await stays(twin)).toBe(true)
})
