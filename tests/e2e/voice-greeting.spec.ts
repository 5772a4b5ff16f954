import type { Look } from '@/domain/look/look'
import type { Voice } from '@/domain/voice'
import { decorateWords as words } from '@/locales/look/decorate'
import { voiceWords } from '@/locales/look/voice'
import { voiceConsentWords } from '@/locales/person/consent'
import { sectionSettingWords } from '@/templates/generated/section-setting-words'
import { WHOLE_BROWSER } from '../support/chromium'
import { visitShop } from './journey/buyer'
import { KINDS, type TestEnvironment } from './journey/test-environment'
import { LONG_RUN } from './long-run'
import type { InspectablePhone } from './phone/phone'
import { openNutShop, signIn } from './screens/api'
import { expect, test } from './test'

const STORY = sectionSettingWords.story
const SAY = words.voice
const WAIT = 20_000

test.use({ launchOptions: WHOLE_BROWSER })

for (const kind of KINDS)
  test.describe(`voice greeting on ${kind}`, () => {
    test.use({ kind })
    let environment: TestEnvironment
    let phone: InspectablePhone
    let shopId: string
    let slug: string

    test.beforeEach(async ({ environment: own, phone: given }) => {
      environment = own
      phone = given
      await signIn(phone)
      await phone.open(environment.homePath)
      ;({ shopId, slug } = await openNutShop(phone))
      await phone.allowMicrophone(true)
    })

    const draft = async () => (await phone.request<{ draft: Look }>('GET', `/api/shops/${shopId}/look`)).draft
    const voiceOf = ({ sections }: Look) =>
      sections.find((section) => section.kind === 'story')?.settings.voice as Voice | null | undefined

    /** Polls the draft's voice until it fits. */
    async function waitForVoice(fits: (voice: Voice | null | undefined) => boolean) {
      for (const end = Date.now() + WAIT; ; ) {
        const voice = voiceOf(await draft())
        if (fits(voice)) return voice
        if (Date.now() > end)
          throw new Error(`not the voice: ${JSON.stringify(voice)}\n${await phone.text()}`)
        await phone.page.waitForTimeout(100)
      }
    }
    /** Opens the form of a new story. */
    async function openStoryForm() {
      await phone.open('/decorate', { shop: shopId })
      await phone.see(words.tools.template)
      await phone.tap(words.tools.add, STORY.title)
      await phone.see(STORY.fields.voice.label)
    }
    /** The mini-program asks for consent once. */
    async function consent() {
      if (phone.kind === 'weapp') await phone.tap(voiceConsentWords.agree)
    }
    /** Waits until the recording clock shows at least this many seconds. */
    const waitForSeconds = (seconds: number) =>
      phone.page.waitForFunction(
        (least) =>
          Number(/:(\d+)/.exec(document.querySelector('.record-button__time')?.textContent ?? '')?.[1]) >=
          least,
        seconds,
      )
    async function record(seconds: number, start: string = SAY.start) {
      await phone.tap(start)
      await waitForSeconds(seconds)
      await phone.tap(SAY.stop)
    }
    async function recordOffline() {
      await openStoryForm()
      await phone.tap(words.done)
      await phone.see(words.saving.saved)
      await phone.tap(words.change(STORY.title))
      await phone.blockApi()
      await phone.tap(SAY.start)
      await consent()
      await waitForSeconds(1)
      await phone.tap(SAY.stop)
      await phone.see(SAY.storedOnPhone)
    }
    const playedWidth = (on: InspectablePhone) =>
      on.page.evaluate(() =>
        Math.max(
          0,
          ...[...document.querySelectorAll<HTMLElement>('.voice-player__gone')].map((one) => one.clientWidth),
        ),
      )
    /** Presses play and waits until the progress bar moves. */
    async function listen(on: InspectablePhone, voice: Voice) {
      expect(await playedWidth(on)).toBe(0)
      await on.tap(`${voiceWords.listen}，${voiceWords.seconds(voice.ms)}`)
      await on.page.waitForFunction(() =>
        [...document.querySelectorAll<HTMLElement>('.voice-player__gone')].some((one) => one.clientWidth > 0),
      )
    }

    test('is recorded, played, published and heard by a buyer', LONG_RUN, async () => {
      await openStoryForm()
      await phone.tap(SAY.start)
      await consent()
      // long enough to be stopped while it plays
      await waitForSeconds(6)
      await phone.tap(SAY.stop)
      const voice = (await waitForVoice(Boolean)) as Voice
      expect(voice.ms).toBeGreaterThan(5900)
      await phone.seeNo(SAY.sending(0))
      await listen(phone, voice)
      await phone.tap(words.done)
      await phone.see(words.saving.saved)
      await phone.tap(words.publish)
      await phone.see(words.asShown)

      const buyer = await environment.phone()
      await visitShop(buyer, slug)
      await buyer.see(`${voiceWords.listen}${voiceWords.seconds(voice.ms)}`)
      await listen(buyer, voice)
      // playing again after the end
      await buyer.see(`${voiceWords.listen}${voiceWords.seconds(voice.ms)}`)
      await listen(buyer, voice)
      await buyer.tap(`${voiceWords.stop}，${voiceWords.seconds(voice.ms)}`)
      await buyer.see(`${voiceWords.listen}${voiceWords.seconds(voice.ms)}`)
      if (kind === 'h5') expect(await loudness(buyer, voice)).toBeGreaterThan(0.01)
      expect(await buyer.errors()).toEqual([])
    })

    /** Returns the RMS loudness of the decoded recording. */
    const loudness = (on: InspectablePhone, { hash }: Voice) =>
      on.page.evaluate(async (path) => {
        const bytes = await (await fetch(path)).arrayBuffer()
        const sound = await new AudioContext().decodeAudioData(bytes)
        const samples = sound.getChannelData(0)
        return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
      }, `/voices/${hash}.mp3`)

    test('explains a refused microphone without losing other changes', LONG_RUN, async () => {
      await phone.allowMicrophone(false)
      await openStoryForm()
      await phone.type(STORY.fields.text.label, '自家的树')
      await phone.tap(SAY.start)
      await consent()
      await phone.see(SAY.problems.refused)
      await phone.allowMicrophone(true)
      await record(1)
      expect(await waitForVoice(Boolean)).toMatchObject({ ms: expect.any(Number) })
      await phone.tap(words.done)
      await phone.see('自家的树')
    })

    test('is stored on the phone offline, over a restart, and uploaded once online', LONG_RUN, async () => {
      await recordOffline()
      await phone.restart()
      await phone.unblockApi()
      await phone.open('/decorate', { shop: shopId })
      const voice = (await waitForVoice(Boolean)) as Voice
      await phone.see(words.tools.template)
      await phone.tap(words.change(STORY.title))
      await listen(phone, voice)
    })

    test('delays publishing until it is uploaded, unless the owner declines', LONG_RUN, async () => {
      await recordOffline()
      await phone.tap(words.done, words.publish)
      await phone.see(words.pendingUploads.noNetwork)
      await phone.tap(words.pendingUploads.stay)
      await phone.seeNo(words.pendingUploads.title)
      await phone.tap(words.publish)
      await phone.see(words.pendingUploads.waits)
      await phone.unblockApi()
      await phone.see(words.asShown, WAIT)
      await phone.seeNo(words.pendingUploads.title)
      const { published } = await phone.request<{ published: Look }>('GET', `/api/shops/${shopId}/look`)
      expect(voiceOf(published)).toMatchObject({ hash: expect.any(String) })
    })

    test('can be recorded again, cancelled and removed', LONG_RUN, async () => {
      await openStoryForm()
      await phone.tap(SAY.start)
      await consent()
      await waitForSeconds(1)
      await phone.tap(SAY.stop)
      const first = (await waitForVoice(Boolean)) as Voice
      await phone.tap(SAY.again)
      await waitForSeconds(1)
      await phone.tap(SAY.cancel)
      await phone.see(SAY.again)
      expect(voiceOf(await draft())).toEqual(first)
      await record(2, SAY.again)
      const second = (await waitForVoice((voice) => voice?.id !== first.id)) as Voice
      expect(second.ms).toBeGreaterThan(1900)
      await phone.tap(SAY.remove)
      await phone.see(SAY.start)
      expect(await waitForVoice((voice) => voice === null)).toBeNull()
      await phone.tap(words.done, words.undo)
      expect(await waitForVoice(Boolean)).toEqual(second)
    })

    test('is stored when the form is closed while recording', LONG_RUN, async () => {
      await openStoryForm()
      await phone.tap(SAY.start)
      await consent()
      await waitForSeconds(1)
      await phone.tap(words.done)
      expect(await waitForVoice(Boolean)).toMatchObject({ hash: expect.any(String) })
    })
  })
