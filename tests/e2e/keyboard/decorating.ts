import { seedNames, decorateWords as words } from '@/locales/zh-CN/decorate'
import { deskWords } from '@/locales/zh-CN/merchant-dashboard'
import { sectionSettingWords as sections } from '@/locales/zh-CN/section-settings'
import { settingsWords } from '@/locales/zh-CN/settings'
import { templateCatalogue } from '@/locales/zh-CN/template-catalogue'
import { openedWords } from '@/locales/zh-CN/wizard'
import { picture } from '../../server/support/pictures'
import type { KeyboardPhone } from './keyboard-phone'
import { throughSheet } from './sheets'
import { stopNow } from './stop'

const TEXT = sections['text-block']
const HEAD = sections['shop-head']
const TOLD = '自家的树，三十年了'
const AMBER = templateCatalogue.amber?.title ?? ''

/** Waits until the focus is on what is called so; in words what is wrong where it does not come. */
async function focusOn(phone: KeyboardPhone, label: string, after: string): Promise<string[]> {
  const there = phone.page.waitForFunction(
    (name) =>
      [document.activeElement?.getAttribute('aria-label'), document.activeElement?.textContent].includes(
        name,
      ),
    label,
  )
  return there.then(
    () => [],
    async () => [
      `after ${after} the focus is on "${(await stopNow(phone.page))?.label ?? 'nothing'}", not "${label}"`,
    ],
  )
}

/** From the shop that has just opened to its look. */
export async function comeToDecorate(phone: KeyboardPhone) {
  await phone.tap(openedWords.manage)
  await phone.see(deskWords.tabs.today)
  await phone.tap(deskWords.tabs.shop)
  await phone.see(settingsWords.fields.phone)
  await phone.tap(settingsWords.decorateDo)
  // the words that the settings do not say themselves
  await phone.see(words.tools.history)
}

/** Into the sheets, round it both ways, and out by Escape. */
export async function throughSheets(phone: KeyboardPhone): Promise<string[]> {
  const wrong: string[] = []
  const { template, colour, add } = words.tools
  for (const opener of [template, colour, add, words.change(HEAD.title), words.addBelow])
    wrong.push(...(await throughSheet(phone, opener)))
  return wrong
}

/** Sections: one changed, one added, moved, removed and taken back. */
export async function changeSections(phone: KeyboardPhone): Promise<string[]> {
  const wrong: string[] = []
  const then = async (label: string, after: string) =>
    void wrong.push(...(await focusOn(phone, label, after)))
  await phone.tap(words.change(HEAD.title))
  await phone.tap(HEAD.fields.form.choices.sign)
  await phone.tap(words.done)
  await then(words.change(HEAD.title), 'a section was changed')

  await phone.tap(words.tools.add)
  await phone.tap(TEXT.title)
  await phone.type(TEXT.fields.text.label, TOLD)
  await phone.tap(words.done)
  await phone.see(TOLD)
  await then(words.change(TEXT.title), 'a section was added')

  await phone.tap(words.up(TEXT.title))
  await then(words.up(TEXT.title), 'a section was moved')
  await phone.press('Enter')
  await then(words.up(TEXT.title), 'it was moved once more')

  await phone.tap(words.change(TEXT.title))
  await phone.tap(words.remove)
  await phone.seeNo(TOLD)
  await then(words.change(sections.delivery.title), 'a section was removed')
  await phone.tap(words.undo)
  await phone.see(TOLD)
  await then(words.undo, 'a step was taken back')
  await phone.tap(words.redo)
  await phone.seeNo(TOLD)
  await phone.tap(words.undo)
  await phone.see(TOLD)
  return wrong
}

/** The whole: template, colours from a swatch and from a photo, published, and returned to how it was opened. */
export async function changeTheWhole(phone: KeyboardPhone): Promise<string[]> {
  const wrong: string[] = []
  const then = async (label: string, after: string) =>
    void wrong.push(...(await focusOn(phone, label, after)))
  await phone.tap(words.tools.template)
  await phone.tap(AMBER)
  await then(words.tools.template, 'a template was chosen')
  await phone.tap(words.tools.colour)
  await phone.tap(seedNames[8])
  await then(words.tools.colour, 'a colour was chosen')
  await phone.willPhotograph(await picture(900, 600, '#4f7d2a').jpeg().toBuffer())
  await phone.tap(words.tools.colour)
  await phone.tap(words.colour.album)
  await phone.seeNo(words.colour.fromPhoto)
  await then(words.tools.colour, 'a colour came from a photo')
  await phone.tap(words.publish)
  await phone.see(words.asShown)
  await then(words.asShown, 'it was published')
  wrong.push(...(await throughSheet(phone, words.tools.history)))
  await phone.tap(words.tools.history)
  await phone.tap(words.history.back)
  await phone.see(words.returned)
  await then(words.tools.history, 'an old look came back')
  return wrong
}
