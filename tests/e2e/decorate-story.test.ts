import type { Look } from '@/domain/look'
import { oklchOf } from '@/domain/oklch'
import { seeds } from '@/domain/palette'
import { seedNames, decorateWords as words } from '@/locales/zh-CN/decorate'
import { deskWords } from '@/locales/zh-CN/merchant-dashboard'
import { consentWords } from '@/locales/zh-CN/privacy'
import { sectionSettingWords as sections } from '@/locales/zh-CN/section-settings'
import { settingsWords } from '@/locales/zh-CN/settings'
import { templateCatalogue } from '@/locales/zh-CN/template-catalogue'
import { picture } from '../server/support/pictures'
import { newId } from '../support/api-person'
import type { OpenPhone } from './phone/phone'
import { signIn } from './screens/api'
import { KINDS, startWorld, type World } from './story/world'

const TEXT = sections['text-block']
const HEAD = sections['shop-head']
const TOLD = '自家的树，三十年了'

interface State {
  draft: Look
  published: Look
  history: { version: number }[]
}

const kindsOf = (look: Look) => look.sections.map(({ kind }) => kind)

describe.each(KINDS)('decorating, on %s', (kind) => {
  let world: World
  let phone: OpenPhone
  let shopId: string
  let key: string

  beforeAll(async () => {
    world = await startWorld(kind)
  })
  afterAll(() => world?.close())
  beforeEach(async () => {
    phone = await arrive()
    shopId = newId()
    const products = [
      {
        ...{ id: newId(), name: '核桃', unit: '斤', photos: [], onSale: true },
        skus: [{ id: newId(), price: 2500, stock: 9 }],
      },
    ]
    const opening = { trade: 'nuts', template: 'plain', products }
    key = (await phone.ask<{ key: string }>('PUT', `/api/shops/${shopId}`, opening)).key
  })
  afterEach(async () => {
    expect(await phone.errors()).toEqual([])
    await phone.close()
  })

  async function arrive(): Promise<OpenPhone> {
    const arrived = (await world.phone()) as OpenPhone
    // before a page does it, too: there would be two people then
    await signIn(arrived)
    await arrived.open(world.frontDoor)
    return arrived
  }
  const stateOf = () => phone.ask<State>('GET', `/api/shops/${shopId}/look`)
  const decorate = async (on = phone) => {
    await on.open('/decorate', { shop: shopId })
    await on.see(words.tools.template)
  }
  const saved = async (on = phone) => {
    await on.see(words.saving.saved)
  }
  /** The draft on the server once it says so; saving waits for a moment of rest. */
  async function draftWhere(fits: (draft: Look) => boolean): Promise<Look> {
    for (;;) {
      const { draft } = await stateOf()
      if (fits(draft)) return draft
      await phone.page.waitForTimeout(100)
    }
  }
  const publish = async () => {
    await phone.tap(words.publish)
    await phone.see(words.asShown)
  }

  test('from her desk: adds, fills in, moves, takes back, publishes, changes the template and returns', async () => {
    await phone.open('/merchant', { shop: shopId, tab: 'shop' })
    await phone.see(deskWords.tabs.today)
    await phone.tap(settingsWords.decorateDo)
    await phone.see(words.asShown)
    const opened = await stateOf()

    await phone.tap(words.tools.add)
    await phone.tap(TEXT.title)
    await phone.type(TEXT.fields.text.label, TOLD)
    await phone.tap(words.done)
    await phone.see(TOLD)
    await phone.tap(words.up(TEXT.title))
    await phone.tap(words.change(HEAD.title))
    await phone.tap(HEAD.fields.form.choices.card)
    await phone.tap(words.done)
    const draft = await draftWhere(({ sections: [head] }) => head?.settings.form === 'card')
    await saved()
    expect(kindsOf(draft).slice(-3)).toEqual(['contact', 'text-block', 'delivery'])
    expect(draft.sections.at(-2)?.settings.text).toBe(TOLD)
    expect(kindsOf((await stateOf()).published)).not.toContain('text-block')

    await phone.tap(words.undo)
    await draftWhere(({ sections: [head] }) => head?.settings.form !== 'card')
    await phone.tap(words.redo)
    await draftWhere(({ sections: [head] }) => head?.settings.form === 'card')
    await publish()
    const first = await stateOf()
    expect(first.published.sections).toEqual(draft.sections)

    await phone.tap(words.tools.template)
    await phone.tap(templateCatalogue.amber?.title ?? '')
    await phone.tap(words.tools.colour)
    await phone.tap(seedNames[8])
    await phone.see(TOLD)
    await publish()
    const second = await stateOf()
    expect(second.published).toMatchObject({ template: 'amber', theme: { seed: seeds[8] } })
    expect(second.published.sections.find(({ kind: one }) => one === 'text-block')?.settings.text).toBe(TOLD)

    await phone.tap(words.change(TEXT.title))
    await phone.tap(words.remove)
    await phone.seeNo(TOLD)
    await phone.tap(words.undo)
    await phone.see(TOLD)

    await phone.tap(words.tools.history)
    // the last of them: as the shop was opened
    await phone.tap(words.history.back)
    await phone.see(words.returned)
    const { published, history } = await stateOf()
    expect(published).toEqual({ ...opened.published, version: 4 })
    expect(history.map(({ version }) => version)).toEqual([4, 3, 2, 1])
    await phone.tap(words.undo)
    await phone.see(TOLD)
  })

  test('on two phones: whoever is later is told, and nothing is overwritten', async () => {
    const other = await arrive()
    await other.ask('POST', '/api/sessions', { provider: 'key', key })
    await decorate()
    await decorate(other)
    await phone.tap(words.down(HEAD.title))
    const mine = await draftWhere(({ version }) => version === 1)
    await other.tap(words.tools.colour)
    await other.tap(seedNames[0])
    await other.see(words.conflict.title)
    expect((await stateOf()).draft).toEqual(mine)
    await other.tap(words.conflict.takeTheirs)
    await other.seeNo(words.conflict.title)
    await saved(other)
    await other.tap(words.tools.colour)
    await other.tap(seedNames[0])
    const theirs = await draftWhere(({ theme }) => theme.seed === seeds[0])
    expect(kindsOf(theirs)).toEqual(kindsOf(mine))

    await phone.tap(words.down(HEAD.title))
    await phone.see(words.conflict.title)
    expect((await stateOf()).draft).toEqual(theirs)
    await phone.tap(words.conflict.keepMine)
    const kept = await draftWhere(({ theme }) => theme.seed !== seeds[0])
    expect(kindsOf(kept).indexOf('shop-head')).toBe(2)
    expect(await other.errors()).toEqual([])
    await other.close()
  })

  test('without a network it is kept on the phone, with its steps, over kills, and saved by itself', async () => {
    await decorate()
    await phone.loseServer()
    await phone.tap(words.down(HEAD.title))
    await phone.see('先存在手机上')
    await phone.restart()
    await phone.findServer()
    await decorate()
    const draft = await draftWhere(({ version }) => version > 0)
    expect(kindsOf(draft).indexOf('shop-head')).toBe(1)
    await saved()
    await phone.tap(words.undo)
    await draftWhere((now) => kindsOf(now).indexOf('shop-head') === 0)
    await phone.restart()
    await decorate()
    await phone.tap(words.redo)
    await draftWhere((now) => kindsOf(now).indexOf('shop-head') === 1)
  })

  test('nothing at all is not put before buyers, and comes back', async () => {
    await decorate()
    const kinds = kindsOf((await stateOf()).draft)
    for (const kind of kinds) {
      await phone.tap(words.change(sections[kind as keyof typeof sections].title))
      await phone.tap(words.remove)
      await phone.seeNo(words.remove)
    }
    await phone.see(words.nothing)
    await draftWhere((draft) => draft.sections.length === 0)
    await phone.tapTwice(words.publish)
    for (const _ of kinds) await phone.tap(words.undo)
    await phone.see(words.asShown)
    await draftWhere((draft) => draft.sections.length === kinds.length)
    expect((await stateOf()).history).toHaveLength(1)
  })

  test('in the colour of a photo of the goods', async () => {
    await decorate()
    await phone.willPhotograph(await leaf())
    await phone.tap(words.tools.colour)
    await phone.tap(words.colour.album)
    if (phone.kind === 'weapp') await phone.tap(consentWords.agree)
    const { theme } = await draftWhere(({ version }) => version > 0)
    expect(Math.abs(oklchOf(theme.seed).h - oklchOf(LEAF).h)).toBeLessThan(12)
  })
})

const LEAF = '#4f7d2a'
const leaf = () => picture(900, 600, LEAF).jpeg().toBuffer()
