import { renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { sheetWords } from '@/locales/sheet'
import { giveWords, takeWords } from '@/locales/shop/handover'
import { helpBannerWords, helpConsentWords, helpListWords, helpLogWords } from '@/locales/shop/help'
import { helperShopWords } from '@/locales/shop/helper-shop'
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
  await walk.take(helper, 'handover-no-role', { see: helpConsentWords.nobody.title })
  await becomeKeeper(helper, { DATA_DIR: walk.dataDir })
  await helper.open('/help')
  await walk.take(helper, 'handover-consent', { see: helpConsentWords.spoken, whole: true })
  await walk.take(helper, 'handover-consent-sheet', { tap: helpConsentWords.tapped })
  await helper.tap(sheetWords.close)
  await helper.open('/helps', { centre: KEPT_TOWN })
  await walk.take(helper, 'handover-none-open', { see: helpListWords.empty.title })
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
  await walk.take(person, 'handover-take-draft', { see: takeWords.draft.accept })
  await person.tap(takeWords.draft.accept)
  await walk.take(helper, 'handover-given-draft', { see: giveWords.done.draft.title })
}

/** A draft would replace another one, and its photo is lost on the way. */
async function takeDraftWithoutPhoto(walk: ScreenWalk, helper: InspectablePhone, person: InspectablePhone) {
  await startHelping(helper)
  await chooseTrade(helper)
  await takeProductPhoto(helper)
  await helper.open('/help')
  await walk.take(helper, 'handover-unfinished', { see: unfinishedWords.go })
  await walk.take(helper, 'handover-unfinished-drop', { tap: unfinishedWords.drop, see: unfinishedWords.ask })
  await helper.tap(unfinishedWords.keep, unfinishedWords.go, helpBannerWords.pass)
  await typeDigits(person, await readDigits(helper))
  await person.see(takeWords.draft.accept)
  await person.tap(takeWords.draft.accept)
  await walk.take(person, 'handover-take-replace', { see: takeWords.replace.ask })
  await withoutPhotos(walk.dataDir, async () => {
    await person.tap(takeWords.replace.yes)
    await walk.take(person, 'handover-take-no-photo', { see: takeWords.noPhoto.title })
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
  await walk.take(helper, 'handover-helps', { see: PERSON, whole: true })
  await walk.take(helper, 'handover-give-up', { tap: helpListWords.end })
  await helper.tap(helpListWords.no)
  await helper.open('/merchant', { shop })
  await walk.take(helper, 'handover-helper-shop', { see: helperShopWords.opens, whole: true })
  await helper.open('/hand-over', { shop })
  await typeDigits(person, await readDigits(helper))
  await walk.take(person, 'handover-take-shop', { see: takeWords.shop.accept, whole: true })
  await person.tap(takeWords.shop.accept)
  await walk.take(person, 'handover-taken-shop', { see: takeWords.done.title, whole: true })
  await walk.take(helper, 'handover-given-shop', { see: giveWords.done.shop.title })
  await walk.take(person, 'handover-log', { tap: takeWords.done.log, see: helpLogWords.steps, whole: true })
}

/** An owner lets somebody help for an hour. */
async function takeHelp(walk: ScreenWalk) {
  const owner = await walk.phone()
  const shop = await becomeOwner(owner, walk.shop('家乡山货铺'))
  await owner.open('/help-log', { shop })
  await walk.take(owner, 'handover-log-empty', { see: helpLogWords.noSteps, whole: true })
  await owner.tap(helpLogWords.parts.products, helpLogWords.parts.contact, helpLogWords.offer)
  await owner.see(giveWords.lead.help)
  const digits = await readDigits(owner)
  await walk.take(owner, 'handover-give-help', { whole: true })
  const helper = await walk.phone()
  await signIn(helper)
  await becomeKeeper(helper, { DATA_DIR: walk.dataDir })
  await typeDigits(helper, digits)
  await walk.take(helper, 'handover-take-help', { see: takeWords.help.accept, whole: true })
  await helper.tap(takeWords.help.accept)
  await walk.take(helper, 'handover-helping', { see: helperShopWords.helping('沙坝镇'), whole: true })
  await owner.see(giveWords.done.help.title)
  await walk.take(owner, 'handover-log-helping', { tap: giveWords.log, see: helpLogWords.end, whole: true })
  await helper.close()
  await owner.close()
}

/** A card is made, tried with wrong pictures, asked for, and vetoed. */
async function takeCard(walk: ScreenWalk, helper: InspectablePhone) {
  await openForSomebody(helper)
  await walk.take(helper, 'handover-card-turn', { tap: giveWords.noPhone, see: turnToOwnerWords.title })
  await turnToOwner(helper)
  await walk.take(helper, 'handover-card-choose', { see: makeCardWords.choose, whole: true })
  const code = await makeCard(helper)
  await walk.take(helper, 'handover-card-ready', { whole: true })
  const phone = await walk.phone()
  await phone.open('/paper-card')
  await walk.take(phone, 'handover-card-scan', { see: useCardWords.lead })
  await openCard(phone, code)
  await walk.take(phone, 'handover-card-answer', { whole: true })
  await tapPictures(phone, ['sun', 'sun', 'sun', 'sun'])
  await phone.tap(useCardWords.submit)
  await walk.take(phone, 'handover-card-wrong', { see: useCardWords.wrong(4), whole: true })
  await tapPictures(phone)
  await phone.tap(useCardWords.submit)
  await walk.take(phone, 'handover-card-waiting', { see: useCardWords.waiting.title })
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
  await walk.take(owner, 'handover-card-asked', { see: todayWords.paperCard.requested.title, whole: true })
  await owner.open('/make-card', { shop })
  await walk.take(owner, 'handover-card-status', { see: makeCardWords.has, whole: true })
  await walk.take(owner, 'handover-card-leave', { tap: makeCardWords.leave })
  await owner.tap(makeCardWords.leaveNo, makeCardWords.end)
  await openCard(thief, code).catch(() => undefined)
  await walk.take(thief, 'handover-card-refused', { see: useCardWords.refused.title })
  await thief.close()
  await owner.close()
}
