import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { deskWords } from '@/words/zh/desk'
import { lookQuestionWords, openedWords } from '@/words/zh/wizard'
import type { Phone, Screen } from '../phone/phone'
import { orderHome, visitShop, wantOne } from '../story/buyer'
import { goToShop } from '../story/seller'
import {
  acceptTerms,
  chooseTrade,
  seeOpened,
  setPrice,
  startWizard,
  takeProductPhoto,
} from '../story/villager'
import { startWorld } from '../story/world'

/** The main screens of the built mini-program, as one story goes by. */
export async function takeWeapp(screen: Screen, folder: string) {
  mkdirSync(folder, { recursive: true })
  const world = await startWorld('weapp')
  try {
    const seller = await world.phone(screen)
    const buyer = await world.phone(screen)
    const slug = await takeOpening(seller, world.frontDoor, folder)
    await takeBuying(buyer, slug, folder)
    await takeDesk(seller, folder)
    await seller.close()
    await buyer.close()
  } finally {
    await world.close()
  }
}

async function take(phone: Phone, folder: string, name: string) {
  await new Promise((resolve) => setTimeout(resolve, 500))
  await phone.screenshot(path.join(folder, `${name}.png`))
}

async function takeOpening(seller: Phone, frontDoor: string, folder: string): Promise<string> {
  await seller.open(frontDoor)
  await take(seller, folder, 'home')
  await startWizard(seller)
  await take(seller, folder, 'wizard-1-trade')
  await chooseTrade(seller)
  await takeProductPhoto(seller)
  await take(seller, folder, 'wizard-2-product')
  await setPrice(seller, '25')
  await take(seller, folder, 'wizard-3-terms')
  await acceptTerms(seller)
  await take(seller, folder, 'wizard-4-look')
  await seller.tap(lookQuestionWords.open)
  await seller.see(openedWords.doneShort, 30_000)
  await take(seller, folder, 'opened')
  return seeOpened(seller)
}

async function takeBuying(buyer: Phone, slug: string, folder: string) {
  await visitShop(buyer, slug)
  await buyer.see('成县核桃')
  await take(buyer, folder, 'shop')
  await wantOne(buyer, '成县核桃')
  await take(buyer, folder, 'checkout')
  await orderHome(buyer)
  await take(buyer, folder, 'order')
}

async function takeDesk(seller: Phone, folder: string) {
  await goToShop(seller, '成县核桃小店')
  for (const [key, words] of Object.entries(deskWords.tabs)) {
    await seller.tap(words)
    await take(seller, folder, `merchant-${key}`)
  }
}
