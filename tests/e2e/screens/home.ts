import { documentNames } from '@/locales/parts/document-names'
import { privacyWords } from '@/locales/person/privacy'
import { homeWords } from '@/locales/shop/home'
import { restoreWords } from '@/locales/shop/key'
import { becomeOwner } from './api'
import type { ScreenWalk } from './screen-walk'

/** Takes the home page with and without shops, the restore page, the privacy page and the documents. */
export async function takeHome(walk: ScreenWalk) {
  const stranger = await walk.phone()
  await stranger.open('/')
  await walk.take(stranger, 'home-fresh', { see: homeWords.open.text })
  await stranger.open('/privacy')
  await walk.take(stranger, 'privacy', { whole: true })
  for (const { title } of privacyWords.parts.slice(0, 2)) await stranger.tap(title)
  await walk.take(stranger, 'privacy-open', { whole: true })
  await stranger.open('/documents')
  await walk.take(stranger, 'documents', { see: documentNames.rules })
  await walk.take(stranger, 'document', { tap: documentNames.rules, see: '不能卖的' })
  await stranger.open('/orders')
  await walk.take(stranger, 'my-orders-empty')
  if (stranger.kind === 'h5') {
    await stranger.open('/nowhere')
    await walk.take(stranger, 'unknown-address')
  }
  await stranger.close()
  await takeRestoring(walk)
  await takeHomeWithShops(walk)
}

async function takeRestoring(walk: ScreenWalk) {
  const phone = await walk.phone()
  await phone.open('/key')
  await walk.take(phone, 'restore')
  await phone.type(restoreWords.field, 'ABCD-EFGH')
  await walk.take(phone, 'restore-half')
  await phone.type(restoreWords.field, 'ABCD-EFGH-JKMN-PQRS-TVWX')
  await walk.take(phone, 'restore-wrong-key', { tap: restoreWords.submit })
  await phone.open('/')
  await phone.open(`/key#${walk.shop('沙坝果园').key}`)
  await phone.see(restoreWords.submit)
  await walk.take(phone, 'restored', { tap: restoreWords.submit, see: restoreWords.found, whole: true })
  await phone.close()
}

async function takeHomeWithShops(walk: ScreenWalk) {
  const phone = await walk.phone()
  await becomeOwner(phone, walk.shop('家乡山货铺'))
  await becomeOwner(phone, walk.shop('下街土货店'))
  for (const name of ['家乡山货铺', '沙坝果园']) {
    await phone.open(`/s/${walk.shop(name).slug}`)
    await phone.see(name)
  }
  await phone.open('/')
  await walk.take(phone, 'home-with-shops', { see: '下街土货店', whole: true })
  await phone.close()
}
