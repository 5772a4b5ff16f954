import { decorateWords as words } from '@/locales/look/decorate'
import { sheetWords } from '@/locales/sheet'
import { sectionSettingWords as sections } from '@/templates/generated/section-setting-words'
import { becomeOwner } from './api'
import type { ScreenWalk } from './screen-walk'

const PHOTOS = sections['photo-wall'].title
const STORY = sections.story.title

/** Takes the editor in all its views and sheets. */
export async function takeDecorate(walk: ScreenWalk) {
  const phone = await walk.phone()
  const shopId = await becomeOwner(phone, walk.shop('沙坝果园'))
  await phone.open('/decorate', { shop: shopId })
  await walk.take(phone, 'decorate', { see: words.tools.template, whole: true })
  const sheet = async (open: string, name: string) => {
    await walk.take(phone, name, { tap: open })
    await phone.tap(sheetWords.close)
  }
  await sheet(words.tools.template, 'decorate-template')
  await sheet(words.tools.color, 'decorate-color')
  await sheet(words.tools.add, 'decorate-add')
  await sheet(words.tools.history, 'decorate-history')
  await sheet(words.change(sections['shop-head'].title), 'decorate-section')
  await phone.tap(words.tools.add, PHOTOS)
  await walk.take(phone, 'decorate-photos')
  await phone.tap(words.done, words.tools.add, STORY)
  await walk.take(phone, 'decorate-voice')
  await phone.tap(words.done)
  await phone.see(words.saving.saved)
  await walk.take(phone, 'decorate-see', { tap: words.views.see, whole: true })
  await walk.take(phone, 'decorate-large', { tap: words.views.large })
  await walk.take(phone, 'decorate-unpublished', { tap: words.views.edit })
  await takeConflict(walk, shopId, phone)
  await phone.open('/decorate', { shop: '01J0000000000000000000NONE' })
  await walk.take(phone, 'decorate-gone')
  await phone.close()
}

interface State {
  draft: { version: number; sections: object[] }
}

/** Another device of the same account saves meanwhile. */
async function takeConflict(
  walk: ScreenWalk,
  shopId: string,
  phone: Awaited<ReturnType<ScreenWalk['phone']>>,
) {
  const look = `/api/shops/${shopId}/look`
  const { draft } = await phone.request<State>('GET', look)
  await phone.request('PUT', `${look}-draft`, { ...draft, sections: draft.sections.slice(1) })
  await phone.tap(words.down(sections['shop-head'].title))
  await walk.take(phone, 'decorate-conflict', { see: words.conflict.keepMine })
}
