import { decorateWords } from '@/locales/look/decorate'
import { sectionSettingWords as sections } from '@/templates/generated/section-setting-words'
import { ownedShops } from '../journey/owned-shops'
import type { TestEnvironment } from '../journey/test-environment'
import { runUserJourney } from '../journey/user-journey'
import { LONG_RUN } from '../long-run'
import { SCREENS } from '../phone/phone'
import { expect, test } from '../test'

/** Removes the browser features introduced after iOS 11 and Chrome 79. */
function removeModernFeatures() {
  const remove = (owner: object, ...names: string[]) => {
    for (const name of names) Reflect.deleteProperty(owner, name)
  }
  remove(Object, 'hasOwn', 'fromEntries', 'groupBy')
  remove(
    Array.prototype,
    'at',
    'flat',
    'flatMap',
    'findLast',
    'findLastIndex',
    'toSorted',
    'toReversed',
    'with',
  )
  remove(String.prototype, 'at', 'replaceAll', 'matchAll', 'trimStart', 'trimEnd', 'isWellFormed')
  remove(Promise, 'allSettled', 'any', 'withResolvers')
  remove(Promise.prototype, 'finally')
  remove(window, 'queueMicrotask', 'structuredClone', 'AggregateError', 'WeakRef', 'BigInt')
  // `globalThis` stays, because the driver needs it
  remove(
    window,
    'IntersectionObserver',
    'ResizeObserver',
    'requestIdleCallback',
    'AbortController',
    'AbortSignal',
  )
  remove(Element.prototype, 'replaceChildren')
  remove(Blob.prototype, 'arrayBuffer', 'text', 'stream')
  remove(HTMLInputElement.prototype, 'oncancel')
  remove(navigator, 'clipboard', 'share')
}

async function oldPhone(environment: TestEnvironment) {
  const phone = await environment.phone(SCREENS.small)
  await phone.page.addInitScript(removeModernFeatures)
  return phone
}

test('legacy browser opens a shop, orders from it and decorates it', LONG_RUN, async ({ environment }) => {
  const [seller, buyer] = [await oldPhone(environment), await oldPhone(environment)]
  await runUserJourney({ seller, buyer, homePath: environment.homePath })

  const [shop] = await ownedShops(seller, environment.network.origin)
  await seller.open('/decorate', { shop: shop?.id ?? '' })
  await seller.see(decorateWords.tools.template)
  await seller.tap(decorateWords.tools.add, sections.story.title)
  await seller.type(sections.story.fields.text.label, '自家的树，三十年了')
  await seller.tap(decorateWords.done)
  await seller.see('自家的树，三十年了')
  await seller.tap(decorateWords.publish)
  await seller.see(decorateWords.asShown)
  expect(await seller.errors()).toEqual([])
  expect(await buyer.errors()).toEqual([])
})
