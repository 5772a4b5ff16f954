import { HANDOVER_MS } from '@/domain/shop/handover'
import { type ApiClient, signIn } from '../../support/api-client'
import { signInStaff, TOWN } from '../../support/centre'
import { picture } from '../../support/pictures'
import { acceptCode, recordTestConsent, sampleDraft } from '../../support/stories/helped-shop'
import { sendPhoto } from '../../support/stories/send-media'
import { environmentPerTest, newId } from '../../support/test-environment'
import { productDraft } from '../../support/test-shop'

const env = environmentPerTest()

async function offerDraft(helper: ApiClient, shopId: string, changes: object = {}) {
  const handoverId = newId()
  const draft = sampleDraft(shopId)
  const route = `PUT /api/shops/${shopId}/draft-handovers/${handoverId}`
  return { handoverId, draft, answer: await helper.call(route, { draft, ...changes }) }
}

/** A draft with a photo, whose code is known. */
async function offerWithPhoto() {
  const helper = await signInStaff(env, TOWN, 'trainer')
  const { shopId } = await recordTestConsent(helper)
  const photoId = newId()
  await sendPhoto(env.app, helper, photoId, await picture(40, 30, '#7a4a20').jpeg().toBuffer())
  const { handoverId, draft, answer } = await offerDraft(helper, shopId, { photoId })
  return { helper, shopId, photoId, handoverId, draft, digits: answer.json<{ digits: string }>().digits }
}

const stateOf = async (helper: ApiClient, handoverId: string) =>
  (await helper.call(`GET /api/handovers/${handoverId}`)).json<{ state: string }>().state

async function runSweep() {
  await env.app.worker.start(1_000_000)
  await env.deps.db.query.deleteFrom('job').where('kind', '!=', 'sweep-handovers').execute()
  await env.app.worker.runDue()
}

const storedDrafts = () => env.deps.db.query.selectFrom('handover').select(['draft', 'photo_id']).execute()

describe('draft handover', () => {
  it('transfers the answers and the photo of a draft to the other phone', async () => {
    const { draft, digits } = await offerWithPhoto()
    const villager = await signIn(env.app)
    const read = await villager.call('POST /api/handover-codes/read', { code: digits })
    expect(read.json()).toMatchObject({ kind: 'draft', name: '自家土蜂蜜', trade: 'honey' })
    const taken = await acceptCode(villager, digits)
    expect(taken.json()).toMatchObject({ kind: 'draft', draft })
    const { hash } = taken.json().photo
    expect((await env.app.inject(`/photos/${hash}-1200.webp`)).statusCode).toBe(200)
  })

  it('repeats the draft to the accepting phone until that phone confirms its receipt', async () => {
    const { helper, handoverId, digits } = await offerWithPhoto()
    const villager = await signIn(env.app)
    const first = await acceptCode(villager, digits)
    expect(await stateOf(helper, handoverId)).toBe('taken')
    expect((await acceptCode(villager, digits)).json()).toEqual(first.json())
    const received = `POST /api/handovers/${handoverId}/received`
    expect((await helper.call(received)).statusCode).toBe(404)
    for (let i = 0; i < 2; i++) expect((await villager.call(received)).json()).toEqual({ received: true })
    expect(await stateOf(helper, handoverId)).toBe('received')
    expect((await acceptCode(villager, digits)).json().code).toBe('code-expired')
  })

  it('deletes draft and photo from the server after the receipt', async () => {
    const { handoverId, digits } = await offerWithPhoto()
    const villager = await signIn(env.app)
    await acceptCode(villager, digits)
    await villager.call(`POST /api/handovers/${handoverId}/received`)
    expect((await storedDrafts())[0]?.draft).toBeNull()
    expect(env.blobs.names()).not.toEqual([])
    await runSweep()
    expect(await storedDrafts()).toEqual([{ draft: null, photo_id: null }])
    expect(env.blobs.names()).toEqual([])
  })

  it('deletes draft and photo from the server after ten minutes, accepted or not', async () => {
    await offerWithPhoto()
    const { digits } = await offerWithPhoto()
    await acceptCode(await signIn(env.app), digits)
    env.advance(HANDOVER_MS)
    await runSweep()
    expect((await storedDrafts()).flatMap(Object.values)).toEqual([null, null, null, null])
    expect(env.blobs.names()).toEqual([])
    await env.runAfter(86_400_000)
    expect(await storedDrafts()).toEqual([])
  })

  it('allows the other phone to open the shop, and the helper no longer', async () => {
    const { helper, shopId, digits } = await offerWithPhoto()
    const villager = await signIn(env.app)
    await acceptCode(villager, digits)
    const request = { trade: 'honey', products: [{ id: newId(), ...productDraft() }] }
    const help = await helper.call('GET /api/centres/621221110/helps')
    expect(help.json().items).toEqual([])
    expect((await villager.call(`PUT /api/shops/${shopId}`, request)).json().key).toBeDefined()
    expect((await helper.call(`GET /api/shops/${shopId}`)).statusCode).toBe(404)
    const steps = await villager.call(`GET /api/shops/${shopId}/help-steps`)
    const actions = steps.json<{ items: { action: string }[] }>().items.map(({ action }) => action)
    expect(actions.sort()).toEqual(['consent-spoken', 'offer-draft'])
  })

  it('requires a recorded consent, a photo of the helper, and a draft of the same shop', async () => {
    const helper = await signInStaff(env, TOWN, 'trainer')
    const { answer } = await offerDraft(helper, newId())
    expect(answer.statusCode).toBe(404)
    const { shopId } = await recordTestConsent(helper)
    const stranger = await signIn(env.app)
    const photoId = newId()
    await sendPhoto(env.app, stranger, photoId, await picture(40, 30, '#7a4a20').jpeg().toBuffer())
    expect((await offerDraft(helper, shopId, { photoId })).answer.json().fields).toEqual([
      { path: '/photoId', message: 'is not a photo that was uploaded' },
    ])
    expect((await offerDraft(helper, shopId, { draft: sampleDraft(newId()) })).answer.statusCode).toBe(400)
  })
})
