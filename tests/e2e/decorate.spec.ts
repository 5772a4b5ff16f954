import type { Look } from '@/domain/look/look'
import { oklchOf } from '@/domain/look/oklch'
import { seeds } from '@/domain/look/palette'
import { seedNames, decorateWords as words } from '@/locales/look/decorate'
import { templateCatalogue } from '@/locales/look/template-catalogue'
import { consentWords } from '@/locales/person/consent'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { settingsWords } from '@/locales/shop/settings'
import { settingsRowsWords } from '@/locales/shop/settings-rows'
import { sectionSettingWords as sections } from '@/templates/generated/section-setting-words'
import { picture } from '../server/support/pictures'
import { WAIT_TIMEOUT_MS } from '../support/wait-timeout'
import { KINDS, type TestEnvironment } from './journey/test-environment'
import { LONG_RUN } from './long-run'
import type { InspectablePhone } from './phone/phone'
import { openNutShop, signIn } from './screens/api'
import { expect, test } from './test'

const TEXT = sections['text-block']
const HEAD = sections['shop-head']
const STORY_TEXT = '自家的树，三十年了'

interface State {
  draft: Look
  published: Look
  history: { version: number }[]
}

const kindsOf = (look: Look) => look.sections.map(({ kind }) => kind)

for (const kind of KINDS)
  test.describe(`decorating on ${kind}`, () => {
    test.use({ kind })
    let environment: TestEnvironment
    let phone: InspectablePhone
    let shopId: string
    let key: string

    test.beforeEach(async ({ environment: own, phone: given }) => {
      environment = own
      phone = await arrive(given)
      ;({ shopId, key } = await openNutShop(phone))
    })

    async function arrive(newPhone: InspectablePhone): Promise<InspectablePhone> {
      // signing in before the first page does avoids a second account
      await signIn(newPhone)
      await newPhone.open(environment.homePath)
      return newPhone
    }
    const stateOf = () => phone.request<State>('GET', `/api/shops/${shopId}/look`)
    const decorate = async (on = phone) => {
      await on.open('/decorate', { shop: shopId })
      await on.see(words.tools.template)
    }
    const waitUntilSaved = async (on = phone) => {
      await on.see(words.saving.saved)
    }
    /** Polls the draft on the server until it fits; saving is debounced. */
    async function waitForDraft(fits: (draft: Look) => boolean): Promise<Look> {
      let { draft } = await stateOf()
      await expect(async () => {
        ;({ draft } = await stateOf())
        expect(fits(draft)).toBe(true)
      }).toPass({ intervals: [100], timeout: WAIT_TIMEOUT_MS })
      return draft
    }
    const publish = async () => {
      await phone.tap(words.publish)
      await phone.see(words.asShown)
    }

    test(
      'adds, edits, moves, undoes, publishes, switches the template and restores an earlier look',
      LONG_RUN,
      async () => {
        await phone.open('/merchant', { shop: shopId, tab: 'shop' })
        await phone.see(merchantDashboardWords.tabs.today)
        await phone.tap(settingsRowsWords.titles.storefront)
        await phone.tap(settingsWords.links.decorate.title)
        await phone.see(words.asShown)
        const opened = await stateOf()

        await phone.tap(words.tools.add, TEXT.title)
        await phone.type(TEXT.fields.text.label, STORY_TEXT)
        await phone.tap(words.done)
        await phone.see(STORY_TEXT)
        await phone.tap(words.up(TEXT.title), words.change(HEAD.title), HEAD.fields.form.choices.card)
        await phone.tap(words.done)
        const draft = await waitForDraft(({ sections: [head] }) => head?.settings.form === 'card')
        await waitUntilSaved()
        expect(kindsOf(draft).slice(-3)).toEqual(['contact', 'text-block', 'delivery'])
        expect(draft.sections.at(-2)?.settings.text).toBe(STORY_TEXT)
        expect(kindsOf((await stateOf()).published)).not.toContain('text-block')

        await phone.tap(words.undo)
        await waitForDraft(({ sections: [head] }) => head?.settings.form !== 'card')
        await phone.tap(words.redo)
        await waitForDraft(({ sections: [head] }) => head?.settings.form === 'card')
        await publish()
        const first = await stateOf()
        expect(first.published.sections).toEqual(draft.sections)

        await phone.tap(words.tools.template, templateCatalogue.amber?.title ?? '', words.tools.color)
        await phone.tap(seedNames[8])
        await phone.see(STORY_TEXT)
        await publish()
        const second = await stateOf()
        expect(second.published).toMatchObject({ template: 'amber', theme: { seed: seeds[8] } })
        expect(second.published.sections.find(({ kind: one }) => one === 'text-block')?.settings.text).toBe(
          STORY_TEXT,
        )

        await phone.tap(words.change(TEXT.title), words.remove)
        await phone.seeNo(STORY_TEXT)
        await phone.tap(words.undo)
        await phone.see(STORY_TEXT)

        await phone.tap(words.tools.history)
        // the last entry of the history is the look at the opening
        await phone.tap(words.history.back)
        await phone.see(words.returned)
        const { published, history } = await stateOf()
        expect(published).toEqual({ ...opened.published, version: 4 })
        expect(history.map(({ version }) => version)).toEqual([4, 3, 2, 1])
        await phone.tap(words.undo)
        await phone.see(STORY_TEXT)
      },
    )

    test('reports a conflict between two phones and overwrites nothing', LONG_RUN, async () => {
      const other = await arrive(await environment.phone())
      await other.request('POST', '/api/sessions', { provider: 'key', key })
      await decorate()
      await decorate(other)
      await phone.tap(words.down(HEAD.title))
      const mine = await waitForDraft(({ version }) => version === 1)
      await other.tap(words.tools.color, seedNames[0])
      await other.see(words.conflict.title)
      expect((await stateOf()).draft).toEqual(mine)
      await other.tap(words.conflict.takeTheirs)
      await other.seeNo(words.conflict.title)
      await waitUntilSaved(other)
      await other.tap(words.tools.color, seedNames[0])
      const theirs = await waitForDraft(({ theme }) => theme.seed === seeds[0])
      expect(kindsOf(theirs)).toEqual(kindsOf(mine))

      await phone.tap(words.down(HEAD.title))
      await phone.see(words.conflict.title)
      expect((await stateOf()).draft).toEqual(theirs)
      await phone.tap(words.conflict.keepMine)
      const kept = await waitForDraft(({ theme }) => theme.seed !== seeds[0])
      expect(kindsOf(kept).indexOf('shop-head')).toBe(2)
      expect(await other.errors()).toEqual([])
    })

    test(
      'keeps an offline draft and its undo history over restarts and saves it once online',
      LONG_RUN,
      async () => {
        await decorate()
        await phone.blockApi()
        await phone.tap(words.down(HEAD.title))
        await phone.see('先存在手机上')
        await phone.restart()
        await phone.unblockApi()
        await decorate()
        const draft = await waitForDraft(({ version }) => version > 0)
        expect(kindsOf(draft).indexOf('shop-head')).toBe(1)
        await waitUntilSaved()
        await phone.tap(words.undo)
        await waitForDraft((now) => kindsOf(now).indexOf('shop-head') === 0)
        await phone.restart()
        await decorate()
        await phone.tap(words.redo)
        await waitForDraft((now) => kindsOf(now).indexOf('shop-head') === 1)
      },
    )

    test('does not publish an empty shop and restores it by undo', LONG_RUN, async () => {
      await decorate()
      const kinds = kindsOf((await stateOf()).draft)
      for (const kind of kinds) {
        await phone.tap(words.change(sections[kind as keyof typeof sections].title), words.remove)
        await phone.seeNo(words.remove)
      }
      await phone.see(words.nothing)
      await waitForDraft((draft) => draft.sections.length === 0)
      await phone.tapTwice(words.publish)
      for (const _ of kinds) await phone.tap(words.undo)
      await phone.see(words.asShown)
      await waitForDraft((draft) => draft.sections.length === kinds.length)
      expect((await stateOf()).history).toHaveLength(1)
    })

    test('derives the colours from a photo of the goods', LONG_RUN, async () => {
      await decorate()
      await phone.setNextPhoto(await leaf())
      await phone.tap(words.tools.color, words.color.album)
      if (phone.kind === 'weapp') await phone.tap(consentWords.agree)
      const { theme } = await waitForDraft(({ version }) => version > 0)
      expect(Math.abs(oklchOf(theme.seed).h - oklchOf(LEAF).h)).toBeLessThan(12)
    })
  })

const LEAF = '#4f7d2a'
const leaf = () => picture(900, 600, LEAF).jpeg().toBuffer()
