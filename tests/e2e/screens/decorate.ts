import { decorateWords as words } from '@/locales/zh-CN/decorate'
import { sectionSettingWords as sections } from '@/locales/zh-CN/section-settings'
import { sheetWords } from '@/locales/zh-CN/sheet'
import { becomeOwner } from './api'
import type { Stage } from './stage'

const PHOTOS = sections['photo-wall'].title
const STORY = sections.story.title

/** A shop while it is decorated: in frames, as buyers see it, and every sheet. */
export async function takeDecorate(stage: Stage) {
  const phone = await stage.phone()
  const shopId = await becomeOwner(phone, stage.shop('沙坝果园'))
  await phone.open('/decorate', { shop: shopId })
  await phone.see(words.tools.template)
  await stage.take(phone, 'decorate', { whole: true })
  const sheet = async (open: string, name: string) => {
    await phone.tap(open)
    await stage.take(phone, name)
    await phone.tap(sheetWords.close)
  }
  await sheet(words.tools.template, 'decorate-template')
  await sheet(words.tools.colour, 'decorate-colour')
  await sheet(words.tools.add, 'decorate-add')
  await sheet(words.tools.history, 'decorate-history')
  await sheet(words.change(sections['shop-head'].title), 'decorate-section')
  await phone.tap(words.tools.add)
  await phone.tap(PHOTOS)
  await stage.take(phone, 'decorate-photos')
  await phone.tap(words.done)
  await phone.tap(words.tools.add)
  await phone.tap(STORY)
  await stage.take(phone, 'decorate-voice')
  await phone.tap(words.done)
  await phone.see(words.saving.saved)
  await phone.tap(words.views.see)
  await stage.take(phone, 'decorate-see', { whole: true })
  await phone.tap(words.views.large)
  await stage.take(phone, 'decorate-large')
  await phone.tap(words.views.edit)
  await stage.take(phone, 'decorate-unpublished')
  await takeConflict(stage, shopId, phone)
  await phone.open('/decorate', { shop: '01J0000000000000000000NONE' })
  await stage.take(phone, 'decorate-gone')
  await phone.close()
}

interface State {
  draft: { version: number; sections: object[] }
}

/** The same account on another device saves while this one goes on. */
async function takeConflict(stage: Stage, shopId: string, phone: Awaited<ReturnType<Stage['phone']>>) {
  const look = `/api/shops/${shopId}/look`
  const { draft } = await phone.ask<State>('GET', look)
  await phone.ask('PUT', `${look}-draft`, { ...draft, sections: draft.sections.slice(1) })
  await phone.tap(words.down(sections['shop-head'].title))
  await phone.see(words.conflict.keepMine)
  await stage.take(phone, 'decorate-conflict')
}
