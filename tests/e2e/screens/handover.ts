import { renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { sheetWords } from '@/locales/sheet'
import { giveWords, takeWords } from '@/locales/shop/handover'
import {
  helpBannerWords,
  helpConsentWords,
  helperShopWords,
  helpListWords,
  helpLogWords,
} from '@/locales/shop/help'
import { makeCardWords, turnToOwnerWords, useCardWords } from '@/locales/shop/paper-card'
import { todayWords } from '@/locales/shop/today'
import { KEPT_TOWN } from '../../support/appoint-keeper'
import {
  becomeKeeper,
  makeCard,
  openForSomebody,
  PERSON,
  readDigits,
  startHelping,
  tapPictures,
  turnToOwner,
  typeDigits,
} from '../journey/handover'
import { acceptTerms, chooseTrade, pressOpen, setPrice, takeProductPhoto } from '../journey/wizard'
import type { InspectablePhone } from '../phone/phone'
import { becomeOwner, signIn } from './api'
import type { ScreenWalk } from './screen-walk'

const { unfinished: unfinishedWords } = helpConsentWords

/** Takes help and hand-over: consent, the wizard for somebody, codes on both phones, the owner's log, and paper cards. */
export async function takeHandover(walk: ScreenWalk) {
  const helper = await walk.phone()
  await takeConsent(walk, helper)
  const person = await walk.phone()
  await takeDraft(walk, helper, person)
  await takeDraftWithoutPhoto(walk, helper, person)
  await takeShop(walk, helper, person)
  await takeHelp(walk)
  await takeCard(walk, helper)
  await person.close()
  await helper.close()
}

async function takeConsent(walk: ScreenWalk, helper: InspectablePhone) {
  await signIn(helper)
  await helper.open('/help')
  await helper.see(helpConsentWords.nobody.title)
  await walk.take(helper, 'handover-no-role')
  await becomeKeeper(helper, { DATA_DIR: walk.dataDir })
  await helper.open('/help')
  await helper.see(helpConsentWords.spoken)
  await walk.take(helper, 'handover-consent', { whole: true })
  await helper.tap(helpConsentWords.tapped)
  await walk.take(helper, 'handover-consent-sheet')
  await helper.tap(sheetWords.close)
  await helper.open('/helps', { centre: KEPT_TOWN })
  await helper.see(helpListWords.empty.title)
  await walk.take(helper, 'handover-none-open')
}

/** A draft passes from the helper's phone to that of the person. */
async function takeDraft(walk: ScreenWalk, helper: InspectablePhone, person: InspectablePhone) {
  await startHelping(helper)
  await walk.take(helper, 'handover-wizard-trade')
  await chooseTrade(helper)
  await walk.take(helper, 'handover-wizard-product')
  await helper.tap(helpBannerWords.pass)
  const digits = await readDigits(helper)
  await walk.take(helper, 'handover-give-draft', { whole: true })
  await person.open('/take-over')
  await walk.take(person, 'handover-take', { whole: true })
  await typeDigits(person, digits === '000000' ? '000001' : '000000')
  await walk.take(person, 'handover-take-wrong', { whole: true })
  await typeDigits(person, digits)
  await person.see(takeWords.draft.accept)
  await walk.take(person, 'handover-take-draft')
  await person.tap(takeWords.draft.accept)
  await helper.see(giveWords.done.draft.title)
  await walk.take(helper, 'handover-given-draft')
}

/** A draft would replace another one, and its photo is lost on the way. */
async function takeDraftWithoutPhoto(walk: ScreenWalk, helper: InspectablePhone, person: InspectablePhone) {
  await startHelping(helper)
  await chooseTrade(helper)
  await takeProductPhoto(helper)
  await helper.open('/help')
  await helper.see(unfinishedWords.go)
  await walk.take(helper, 'handover-unfinished')
  await helper.tap(unfinishedWords.drop)
  await helper.see(unfinishedWords.ask)
  await walk.take(helper, 'handover-unfinished-drop')
  await helper.tap(unfinishedWords.keep)
  await helper.tap(unfinishedWords.go)
  await helper.tap(helpBannerWords.pass)
  await typeDigits(person, await readDigits(helper))
  await person.see(takeWords.draft.accept)
  await person.tap(takeWords.draft.accept)
  await person.see(takeWords.replace.ask)
  await walk.take(person, 'handover-take-replace')
  await withoutPhotos(walk.dataDir, async () => {
    await person.tap(takeWords.replace.yes)
    await person.see(takeWords.noPhoto.title)
    await walk.take(person, 'handover-take-no-photo')
  })
  await person.tap(takeWords.noPhoto.retry)
  await helper.see(giveWords.done.draft.title)
}

/** Runs `work` while the server finds none of its photos. */
async function withoutPhotos(dataDir: string, work: () => Promise<void>) {
  const [photos, hidden] = [path.join(dataDir, 'photos'), path.join(dataDir, 'hidden-photos')]
  renameSync(photos, hidden)
  try {
    await work()
  } finally {
    rmSync(photos, { recursive: true, force: true })
    renameSync(hidden, photos)
  }
}

/** A finished shop passes to the phone of its owner, who sees what was done for her. */
async function takeShop(walk: ScreenWalk, helper: InspectablePhone, person: InspectablePhone) {
  await startHelping(helper)
  await chooseTrade(helper)
  await setPrice(helper, '25')
  await acceptTerms(helper)
  await pressOpen(helper)
  await helper.see(giveWords.lead.shop)
  const { shop = '' } = await helper.params()
  await walk.take(helper, 'handover-give-shop', { whole: true })
  await helper.open('/helps', { centre: KEPT_TOWN })
  await helper.see(PERSON)
  await walk.take(helper, 'handover-helps', { whole: true })
  await helper.tap(helpListWords.end)
  await walk.take(helper, 'handover-give-up')
  await helper.tap(helpListWords.no)
  await helper.open('/merchant', { shop })
  await helper.see(helperShopWords.opens)
  await walk.take(helper, 'handover-helper-shop', { whole: true })
  await helper.open('/hand-over', { shop })
  await typeDigits(person, await readDigits(helper))
  await person.see(takeWords.shop.accept)
  await walk.take(person, 'handover-take-shop', { whole: true })
  await person.tap(takeWords.shop.accept)
  await person.see(takeWords.done.title)
  await walk.take(person, 'handover-taken-shop', { whole: true })
  await helper.see(giveWords.done.shop.title)
  await walk.take(helper, 'handover-given-shop')
  await person.tap(takeWords.done.log)
  await person.see(helpLogWords.steps)
  await walk.take(person, 'handover-log', { whole: true })
}

/** An owner lets somebody help for an hour. */
async function takeHelp(walk: ScreenWalk) {
  const owner = await walk.phone()
  const shop = await becomeOwner(owner, walk.shop('家乡山货铺'))
  await owner.open('/help-log', { shop })
  await owner.see(helpLogWords.noSteps)
  await walk.take(owner, 'handover-log-empty', { whole: true })
  await owner.tap(helpLogWords.parts.products)
  await owner.tap(helpLogWords.parts.contact)
  await owner.tap(helpLogWords.offer)
  await owner.see(giveWords.lead.help)
  const digits = await readDigits(owner)
  await walk.take(owner, 'handover-give-help', { whole: true })
  const helper = await walk.phone()
  await signIn(helper)
  await becomeKeeper(helper, { DATA_DIR: walk.dataDir })
  await typeDigits(helper, digits)
  await helper.see(takeWords.help.accept)
  await walk.take(helper, 'handover-take-help', { whole: true })
  await helper.tap(takeWords.help.accept)
  await helper.see(helperShopWords.helping('沙坝镇'))
  await walk.take(helper, 'handover-helping', { whole: true })
  await owner.see(giveWords.done.help.title)
  await owner.tap(giveWords.log)
  await owner.see(helpLogWords.end)
  await walk.take(owner, 'handover-log-helping', { whole: true })
  await helper.close()
  await owner.close()
}

/** A card is made, tried with wrong pictures, asked for, and vetoed. */
async function takeCard(walk: ScreenWalk, helper: InspectablePhone) {
  await openForSomebody(helper)
  await helper.tap(giveWords.noPhone)
  await helper.see(turnToOwnerWords.title)
  await walk.take(helper, 'handover-card-turn')
  await turnToOwner(helper)
  await helper.see(makeCardWords.choose)
  await walk.take(helper, 'handover-card-choose', { whole: true })
  const code = await makeCard(helper)
  await walk.take(helper, 'handover-card-ready', { whole: true })
  const phone = await walk.phone()
  await phone.open('/paper-card')
  await phone.see(useCardWords.lead)
  await walk.take(phone, 'handover-card-scan')
  await openCard(phone, code)
  await walk.take(phone, 'handover-card-answer', { whole: true })
  await tapPictures(phone, ['sun', 'sun', 'sun', 'sun'])
  await phone.tap(useCardWords.submit)
  await phone.see(useCardWords.wrong(4))
  await walk.take(phone, 'handover-card-wrong', { whole: true })
  await tapPictures(phone)
  await phone.tap(useCardWords.submit)
  await phone.see(useCardWords.waiting.title)
  await walk.take(phone, 'handover-card-waiting')
  await phone.close()
  await takeVeto(walk)
}

const openCard = async (phone: InspectablePhone, code: string) => {
  // an address that differs from the present one behind # only is not loaded again
  await phone.open('/')
  await phone.open(`/paper-card#${code}`)
  await turnToOwner(phone)
  await phone.see(useCardWords.choose)
}

async function takeVeto(walk: ScreenWalk) {
  const owner = await walk.phone()
  const shop = await becomeOwner(owner, walk.shop('下街土货店'))
  await owner.open('/make-card', { shop })
  const code = await makeCard(owner)
  const thief = await walk.phone()
  await openCard(thief, code)
  await tapPictures(thief)
  await thief.tap(useCardWords.submit)
  await thief.see(useCardWords.waiting.title)
  await owner.open('/merchant', { shop })
  await owner.see(todayWords.paperCard.asked.title)
  await walk.take(owner, 'handover-card-asked', { whole: true })
  await owner.open('/make-card', { shop })
  await owner.see(makeCardWords.has)
  await walk.take(owner, 'handover-card-status', { whole: true })
  await owner.tap(makeCardWords.leave)
  await walk.take(owner, 'handover-card-leave')
  await owner.tap(makeCardWords.leaveNo)
  await owner.tap(makeCardWords.end)
  await openCard(thief, code).catch(() => undefined)
  await thief.see(useCardWords.refused.title)
  await walk.take(thief, 'handover-card-refused')
  await thief.close()
  await owner.close()
}
