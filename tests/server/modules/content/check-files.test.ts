import sharp from 'sharp'
import { createRecording } from '../../../support/voice-recording'
import { answered } from '../../support/api-client'
import { checkWritten } from '../../support/content'
import { picture } from '../../support/pictures'
import { sendPhoto, sendVoice } from '../../support/stories/send-media'
import { newId } from '../../support/test-environment'
import { productDraft } from '../../support/test-shop'
import { SHARED_APPID } from '../../support/wechat'
import { checkOf, contentStoryPerTest, PUSH_KEYS, PUSH_PATH } from './content-story'

const story = contentStoryPerTest()
const check = () => checkWritten(story.env)
const get = (url: string) => story.env.app.inject({ url })

interface StoredPhoto {
  id: string
  hash: string
  sizes: { url: string }[]
}

/** Uploads a photo and shows it on the product of the shop. */
async function showPhoto(color = '#7a4a20'): Promise<StoredPhoto> {
  const { env, owner, shop } = story
  const bytes = await picture(400, 300, color).jpeg().toBuffer()
  const photo = await answered<StoredPhoto>(sendPhoto(env.app, owner, newId(), bytes))
  const body = { version: 1, ...productDraft(shop.skuId), photos: [photo.id] }
  await answered(owner.call(`PUT /api/shops/${shop.shopId}/products/${shop.productId}`, body))
  return photo
}

/** WeChat announces the verdict of the last file. */
function announce(suggest: 'pass' | 'review' | 'risky', changes: { errcode?: number; body?: string } = {}) {
  const file = story.wechat.content.files.at(-1)
  if (!file) throw new Error('no file was checked')
  const { errcode = 0 } = changes
  const { query, body } = story.wechat.content.verdictMessage(file, PUSH_KEYS, {
    suggest,
    label: 20002,
    errcode,
  })
  return story.env.app.inject({
    ...{ method: 'POST', url: PUSH_PATH, query, payload: changes.body ?? body },
    headers: { 'content-type': 'application/json' },
  })
}

describe('a photo uploaded in the mini-program', () => {
  it('is checked as a whole JPEG, at an address that works for an hour', async () => {
    await showPhoto()
    await check()
    expect(story.wechat.content.files).toMatchObject([{ appid: SHARED_APPID, mediaType: 2 }])
    const url = new URL(story.wechat.content.files[0]?.url ?? '')
    expect(url.origin).toBe('https://shop.example')
    const file = await get(url.pathname)
    expect(file.headers['content-type']).toBe('image/jpeg')
    expect(await sharp(file.rawPayload).metadata()).toMatchObject({ format: 'jpeg', width: 400, height: 300 })
    expect((await get(url.pathname.replace(/\.\d+\./, '.9999999999999.'))).statusCode).toBe(404)
    story.env.advance(3_600_000)
    expect((await get(url.pathname)).statusCode).toBe(404)
  })

  it('is replaced by a plain picture at all its addresses once it is risky', async () => {
    const { hash, sizes } = await showPhoto()
    await check()
    const [before, share] = [await get(sizes[0]?.url ?? ''), await get(`/s/${story.shop.slug}/share.jpg`)]
    expect((await announce('risky')).body).toBe('success')
    const after = await get(sizes[0]?.url ?? '')
    expect(after.statusCode).toBe(200)
    expect(after.rawPayload).not.toEqual(before.rawPayload)
    expect(after.headers['cache-control']).toBe('no-cache')
    expect((await get(`/s/${story.shop.slug}/share.jpg`)).rawPayload).not.toEqual(share.rawPayload)
    const plain = [...sizes.map(({ url }) => url), `/photos/${hash}-share.jpg`].map(async (url) => {
      const { dominant } = await sharp((await get(url)).rawPayload).stats()
      return [dominant.r > 200, dominant.g > 200, dominant.b > 200]
    })
    expect(await Promise.all(plain)).toEqual(plain.map(() => [true, true, true]))
    // the service can still look at it
    expect((await get(new URL(story.wechat.content.files[0]?.url ?? '').pathname)).statusCode).toBe(200)
  })

  it.each([
    ['pass', 'pass'],
    ['review', 'review'],
  ] as const)('is shown with the verdict %s', async (suggest, verdict) => {
    const { sizes } = await showPhoto()
    await check()
    await announce(suggest)
    expect(await checkOf(story, null)).toMatchObject({ verdict, source: 'wechat', label: '20002' })
    expect((await get(sizes[0]?.url ?? '')).headers['cache-control']).toContain('immutable')
  })

  it('keeps its verdict when the message arrives twice, or a later one differs', async () => {
    await showPhoto()
    await check()
    await announce('risky')
    expect((await announce('risky')).body).toBe('success')
    expect((await announce('pass')).body).toBe('success')
    expect(await checkOf(story, null)).toMatchObject({ verdict: 'risky' })
  })

  it('keeps no verdict of a forged message', async () => {
    await showPhoto()
    await check()
    const forged = await announce('risky', { body: '{"Encrypt":"AAAA"}' })
    expect(forged.statusCode).toBe(401)
    expect(await checkOf(story, null)).toMatchObject({ verdict: 'pending' })
  })

  it('is checked again when WeChat could not download it', async () => {
    await showPhoto()
    await check()
    expect((await announce('pass', { errcode: -1008 })).body).toBe('success')
    await check()
    expect(story.wechat.content.files).toHaveLength(2)
    expect(await checkOf(story, null)).toMatchObject({ verdict: 'pending', tries: 2 })
  })

  it('is checked three times without a message, and then waits for an operator', async () => {
    await showPhoto()
    for (let i = 0; i < 4; i++) {
      await check()
      // its owner is in the mini-program again
      await story.signIn('seller')
      story.env.advance(35 * 60_000)
    }
    await check()
    expect(story.wechat.content.files).toHaveLength(3)
    expect(await checkOf(story, null)).toMatchObject({ verdict: 'review', source: null })
  })

  it('is hidden at once when somebody else uploads it again', async () => {
    await showPhoto()
    await check()
    await announce('risky')
    story.wechat.content.files.length = 0
    const bytes = await picture(400, 300, '#7a4a20').jpeg().toBuffer()
    const buyer = await story.signIn('buyer')
    const { sizes } = await answered<StoredPhoto>(sendPhoto(story.env.app, buyer, newId(), bytes))
    await check()
    expect(story.wechat.content.files).toEqual([])
    expect((await get(sizes[0]?.url ?? '')).headers['cache-control']).toBe('no-cache')
  })
})

describe('a voice', () => {
  it('is checked as sound, and not found once it is risky', async () => {
    const { env, owner } = story
    const { url } = await answered<{ url: string }>(sendVoice(env.app, owner, newId(), createRecording(300)))
    await check()
    expect(story.wechat.content.files).toMatchObject([{ mediaType: 1 }])
    const checked = await get(new URL(story.wechat.content.files[0]?.url ?? '').pathname)
    expect(checked.headers['content-type']).toBe('audio/mpeg')
    expect((await get(url)).statusCode).toBe(200)
    await announce('risky')
    expect((await get(url)).statusCode).toBe(404)
  })
})

describe('the address of message push', () => {
  it('answers the verification of WeChat', async () => {
    const { query } = story.wechat.content.verdictMessage({ appid: SHARED_APPID, trace: '' }, PUSH_KEYS, {
      ...{ suggest: 'pass', label: 100 },
    })
    const answer = await story.env.app.inject({ url: PUSH_PATH, query: { ...query, echostr: '4375' } })
    expect([answer.statusCode, answer.body]).toEqual([200, '4375'])
  })

  it('rejects a verification without a signature, and an appid that is not known', async () => {
    expect((await get(`${PUSH_PATH}?echostr=4375`)).statusCode).toBe(401)
    expect((await get('/wechat/push/wx0000000000000009?echostr=4375')).statusCode).toBe(401)
  })
})
