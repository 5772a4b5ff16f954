import { seedNames, decorateWords as words } from '@/locales/look/decorate'
import { templateCatalogue } from '@/locales/look/template-catalogue'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { settingsWords } from '@/locales/shop/settings'
import { settingsRowsWords } from '@/locales/shop/settings-rows'
import { openedWords } from '@/locales/shop/wizard'
import { sectionSettingWords as sections } from '@/templates/generated/section-setting-words'
import { picture } from '../../server/support/pictures'
import { expectFocusOn } from './expect-focus'
import type { KeyboardPhone } from './keyboard-phone'
import { checkSheetFocus } from './sheet-focus'

const TEXT = sections['text-block']
const HEAD = sections['shop-head']
const STORY_TEXT = '自家的树，三十年了'
const AMBER = templateCatalogue.amber?.title ?? ''

/** Goes from the opened shop to the editor. */
export async function openEditor(phone: KeyboardPhone) {
  await phone.tap(openedWords.manage)
  await phone.see(merchantDashboardWords.tabs.today)
  await phone.tap(merchantDashboardWords.tabs.shop)
  await phone.tap(settingsRowsWords.titles.storefront)
  await phone.see(settingsWords.fields.phone)
  await phone.tap(settingsWords.links.decorate.title)
  // a text that only the editor contains
  await phone.see(words.tools.history)
}

/** Checks the focus in each sheet of the editor. */
export async function checkSheets(phone: KeyboardPhone): Promise<string[]> {
  const issues: string[] = []
  const { template, color, add } = words.tools
  for (const opener of [template, color, add, words.change(HEAD.title), words.addBelow])
    issues.push(...(await checkSheetFocus(phone, opener)))
  return issues
}

/** Edits, adds, moves, removes and restores sections. */
export async function changeSections(phone: KeyboardPhone): Promise<string[]> {
  const issues: string[] = []
  const expectFocus = async (label: string, after: string) =>
    void issues.push(...(await expectFocusOn(phone, label, after)))
  await phone.tap(words.change(HEAD.title), HEAD.fields.form.choices.sign, words.done)
  await expectFocus(words.change(HEAD.title), 'a section was changed')

  await phone.tap(words.tools.add, TEXT.title)
  await phone.type(TEXT.fields.text.label, STORY_TEXT)
  await phone.tap(words.done)
  await phone.see(STORY_TEXT)
  await expectFocus(words.change(TEXT.title), 'a section was added')

  await phone.tap(words.up(TEXT.title))
  await expectFocus(words.up(TEXT.title), 'a section was moved')
  await phone.press('Enter')
  await expectFocus(words.up(TEXT.title), 'it was moved once more')

  await phone.tap(words.change(TEXT.title), words.remove)
  await phone.seeNo(STORY_TEXT)
  await expectFocus(words.change(sections.delivery.title), 'a section was removed')
  await phone.tap(words.undo)
  await phone.see(STORY_TEXT)
  await expectFocus(words.undo, 'a step was taken back')
  await phone.tap(words.redo)
  await phone.seeNo(STORY_TEXT)
  await phone.tap(words.undo)
  await phone.see(STORY_TEXT)
  return issues
}

/** Changes template and colours, publishes, and restores the first look. */
export async function changeWholeLook(phone: KeyboardPhone): Promise<string[]> {
  const issues: string[] = []
  const expectFocus = async (label: string, after: string) =>
    void issues.push(...(await expectFocusOn(phone, label, after)))
  await phone.tap(words.tools.template, AMBER)
  await expectFocus(words.tools.template, 'a template was chosen')
  await phone.tap(words.tools.color, seedNames[8])
  await expectFocus(words.tools.color, 'a colour was chosen')
  await phone.setNextPhoto(await picture(900, 600, '#4f7d2a').jpeg().toBuffer())
  await phone.tap(words.tools.color, words.color.album)
  await phone.seeNo(words.color.fromPhoto)
  await expectFocus(words.tools.color, 'a colour came from a photo')
  await phone.tap(words.publish)
  await phone.see(words.asShown)
  await expectFocus(words.asShown, 'it was published')
  issues.push(...(await checkSheetFocus(phone, words.tools.history)))
  await phone.tap(words.tools.history, words.history.back)
  await phone.see(words.returned)
  await expectFocus(words.tools.history, 'an old look came back')
  return issues
}
