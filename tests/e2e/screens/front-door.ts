import { homeWords } from '@/locales/zh-CN/home'
import { restoreWords } from '@/locales/zh-CN/key'
import { becomeOwner } from './api'
import type { Stage } from './stage'

/** Home as a stranger and as somebody with shops sees it, restoring by key, privacy. */
export async function takeFrontDoor(stage: Stage) {
  const stranger = await stage.phone()
  await stranger.open('/')
  await stranger.see(homeWords.open.text)
  await stage.take(stranger, 'home-fresh')
  await stranger.open('/privacy')
  await stage.take(stranger, 'privacy', { whole: true })
  await stranger.open('/orders')
  await stage.take(stranger, 'my-orders-empty')
  if (stranger.kind === 'h5') {
    await stranger.open('/nowhere')
    await stage.take(stranger, 'unknown-address')
  }
  await stranger.close()
  await takeRestoring(stage)
  await takeHomeWithShops(stage)
}

async function takeRestoring(stage: Stage) {
  const phone = await stage.phone()
  await phone.open('/key')
  await stage.take(phone, 'restore')
  await phone.type(restoreWords.field, 'ABCD-EFGH')
  await stage.take(phone, 'restore-half')
  await phone.type(restoreWords.field, 'ABCD-EFGH-JKMN-PQRS-TVWX')
  await phone.tap(restoreWords.submit)
  await stage.take(phone, 'restore-wrong-key')
  await phone.open('/')
  await phone.open(`/key#${stage.shop('沙坝果园').key}`)
  await phone.see(restoreWords.submit)
  await phone.tap(restoreWords.submit)
  await phone.see(restoreWords.found)
  await stage.take(phone, 'restored', { whole: true })
  await phone.close()
}

async function takeHomeWithShops(stage: Stage) {
  const phone = await stage.phone()
  await becomeOwner(phone, stage.shop('家乡山货铺'))
  await becomeOwner(phone, stage.shop('下街土货店'))
  for (const name of ['家乡山货铺', '沙坝果园']) {
    await phone.open(`/s/${stage.shop(name).slug}`)
    await phone.see(name)
  }
  await phone.open('/')
  await phone.see('下街土货店')
  await stage.take(phone, 'home-with-shops', { whole: true })
  await phone.close()
}
