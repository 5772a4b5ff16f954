import type { Look } from '@/domain/look'
import type { Voice } from '@/domain/voice'
import { decorateWords as words } from '@/locales/zh-CN/decorate'
import { voiceConsentWords } from '@/locales/zh-CN/privacy'
import { sectionSettingWords } from '@/locales/zh-CN/section-settings'
import { voiceWords } from '@/locales/zh-CN/voice'
import { newId } from '../support/api-person'
import type { OpenPhone } from './phone/phone'
import { signIn } from './screens/api'
import { visitShop } from './story/buyer'
import { KINDS, startWorld, type World } from './story/world'

/** A browser's microphone that beeps once a second. */
const MICROPHONE = ['--use-fake-device-for-media-stream']
const STORY = sectionSettingWords.story
const SAY = words.voice
const WAIT = 20_000

describe.each(KINDS)('a spoken greeting, on %s', (kind) => {
  let world: World
  let phone: OpenPhone
  let shopId: string
  let slug: string

  beforeAll(async () => {
    world = await startWorld(kind, 'SQLite', {}, MICROPHONE)
  })
  afterAll(() => world?.close())
  beforeEach(async () => {
    phone = await arrive()
    shopId = newId()
    const skus = [{ id: newId(), price: 2500, stock: 9 }]
    const products = [{ id: newId(), name: '核桃', unit: '斤', photos: [], onSale: true, skus }]
    const opening = { trade: 'nuts', template: 'plain', products }
    slug = (await phone.ask<{ slug: string }>('PUT', `/api/shops/${shopId}`, opening)).slug
    await phone.allowMicrophone(true)
  })
  afterEach(async () => {
    const errors = await phone.errors()
    await phone.close()
    expect(errors).toEqual([])
  })

  async function arrive(): Promise<OpenPhone> {
    const arrived = (await world.phone()) as OpenPhone
    await signIn(arrived)
    await arrived.open(world.frontDoor)
    return arrived
  }

  const draft = async () => (await phone.ask<{ draft: Look }>('GET', `/api/shops/${shopId}/look`)).draft
  const voiceOf = ({ sections }: Look) =>
    sections.find((section) => section.kind === 'story')?.settings.voice as Voice | null | undefined

  /** The draft's voice once it is as wanted. */
  async function voiceWhere(fits: (voice: Voice | null | undefined) => boolean) {
    for (const end = Date.now() + WAIT; ; ) {
      const voice = voiceOf(await draft())
      if (fits(voice)) return voice
      if (Date.now() > end) throw new Error(`not the voice: ${JSON.stringify(voice)}\n${await phone.text()}`)
      await phone.page.waitForTimeout(100)
    }
  }
  /** The form of a story that the shop did not have. */
  async function tellStory() {
    await phone.open('/decorate', { shop: shopId })
    await phone.see(words.tools.template)
    await phone.tap(words.tools.add)
    await phone.tap(STORY.title)
    await phone.see(STORY.fields.voice.label)
  }
  /** Asked once on a phone. */
  async function consent() {
    if (phone.kind === 'weapp') await phone.tap(voiceConsentWords.agree)
  }
  /** Waits until so many seconds were said, as the button's clock shows; each stands there for a second only. */
  const said = (seconds: number) =>
    phone.page.waitForFunction(
      (least) =>
        Number(/:(\d+)/.exec(document.querySelector('.record-button__time')?.textContent ?? '')?.[1]) >=
        least,
      seconds,
    )
  async function say(seconds: number, start: string = SAY.start) {
    await phone.tap(start)
    await said(seconds)
    await phone.tap(SAY.stop)
  }
  async function tellWithoutNetwork() {
    await tellStory()
    await phone.tap(words.done)
    await phone.see(words.saving.saved)
    await phone.tap(words.change(STORY.title))
    await phone.loseServer()
    await phone.tap(SAY.start)
    await consent()
    await said(1)
    await phone.tap(SAY.stop)
    await phone.see(SAY.kept)
  }
  const heardPart = (on: OpenPhone) =>
    on.page.evaluate(() =>
      Math.max(
        0,
        ...[...document.querySelectorAll<HTMLElement>('.voice-player__gone')].map((one) => one.clientWidth),
      ),
    )
  /** Presses play and waits until the sound has got on, as the player's own time says. */
  async function listen(on: OpenPhone, voice: Voice) {
    expect(await heardPart(on)).toBe(0)
    await on.tap(`${voiceWords.listen}，${voiceWords.seconds(voice.ms)}`)
    await on.page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLElement>('.voice-player__gone')].some((one) => one.clientWidth > 0),
    )
  }

  test('is recorded, listened to, published, and heard by a buyer', async () => {
    await tellStory()
    await phone.tap(SAY.start)
    await consent()
    // so long that it can be stopped while it plays
    await said(6)
    await phone.tap(SAY.stop)
    const voice = (await voiceWhere(Boolean)) as Voice
    expect(voice.ms).toBeGreaterThan(5900)
    await phone.seeNo(SAY.sending(0))
    await listen(phone, voice)
    await phone.tap(words.done)
    await phone.see(words.saving.saved)
    await phone.tap(words.publish)
    await phone.see(words.asShown)

    const buyer = (await world.phone()) as OpenPhone
    await visitShop(buyer, slug)
    await buyer.see(`${voiceWords.listen}${voiceWords.seconds(voice.ms)}`)
    await listen(buyer, voice)
    // and again once it is over
    await buyer.see(`${voiceWords.listen}${voiceWords.seconds(voice.ms)}`)
    await listen(buyer, voice)
    await buyer.tap(`${voiceWords.stop}，${voiceWords.seconds(voice.ms)}`)
    await buyer.see(`${voiceWords.listen}${voiceWords.seconds(voice.ms)}`)
    if (kind === 'h5') expect(await loudness(buyer, voice)).toBeGreaterThan(0.01)
    expect(await buyer.errors()).toEqual([])
    await buyer.close()
  })

  /** How loud the recording is once it is decoded: what was recorded is in it. */
  const loudness = (on: OpenPhone, { hash }: Voice) =>
    on.page.evaluate(async (path) => {
      const bytes = await (await fetch(path)).arrayBuffer()
      const sound = await new AudioContext().decodeAudioData(bytes)
      const samples = sound.getChannelData(0)
      return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
    }, `/voices/${hash}.mp3`)

  test('a refused microphone says what to do, and nothing is lost', async () => {
    await phone.allowMicrophone(false)
    await tellStory()
    await phone.type(STORY.fields.text.label, '自家的树')
    await phone.tap(SAY.start)
    await consent()
    await phone.see(SAY.trouble.refused)
    await phone.allowMicrophone(true)
    await say(1)
    expect(await voiceWhere(Boolean)).toMatchObject({ ms: expect.any(Number) })
    await phone.tap(words.done)
    await phone.see('自家的树')
  })

  test('without a network it waits on the phone, over a kill, and goes by itself', async () => {
    await tellWithoutNetwork()
    await phone.restart()
    await phone.findServer()
    await phone.open('/decorate', { shop: shopId })
    const voice = (await voiceWhere(Boolean)) as Voice
    await phone.see(words.tools.template)
    await phone.tap(words.change(STORY.title))
    await listen(phone, voice)
  })

  test('publishing waits for what was said, unless she would rather not', async () => {
    await tellWithoutNetwork()
    await phone.tap(words.done)
    await phone.tap(words.publish)
    await phone.see(words.unsent.noNetwork)
    await phone.tap(words.unsent.stay)
    await phone.seeNo(words.unsent.title)
    await phone.tap(words.publish)
    await phone.see(words.unsent.waits)
    await phone.findServer()
    await phone.see(words.asShown, WAIT)
    await phone.seeNo(words.unsent.title)
    const { published } = await phone.ask<{ published: Look }>('GET', `/api/shops/${shopId}/look`)
    expect(voiceOf(published)).toMatchObject({ hash: expect.any(String) })
  })

  test('is said anew, broken off, and taken away; what was said before stays until then', async () => {
    await tellStory()
    await phone.tap(SAY.start)
    await consent()
    await said(1)
    await phone.tap(SAY.stop)
    const first = (await voiceWhere(Boolean)) as Voice
    await phone.tap(SAY.again)
    await said(1)
    await phone.tap(SAY.cancel)
    await phone.see(SAY.again)
    expect(voiceOf(await draft())).toEqual(first)
    await say(2, SAY.again)
    const second = (await voiceWhere((voice) => voice?.id !== first.id)) as Voice
    expect(second.ms).toBeGreaterThan(1900)
    await phone.tap(SAY.remove)
    await phone.see(SAY.start)
    expect(await voiceWhere((voice) => voice === null)).toBeNull()
    await phone.tap(words.done)
    await phone.tap(words.undo)
    expect(await voiceWhere(Boolean)).toEqual(second)
  })

  test('a page that is left while one speaks keeps what was said', async () => {
    await tellStory()
    await phone.tap(SAY.start)
    await consent()
    await said(1)
    await phone.tap(words.done)
    expect(await voiceWhere(Boolean)).toMatchObject({ hash: expect.any(String) })
  })
})
