import { decorateWords } from '@/locales/zh-CN/decorate'
import { sectionSettingWords as sections } from '@/locales/zh-CN/section-settings'
import { H5Phone } from './phone/h5-phone'
import { SCREENS } from './phone/phone'
import { ownedShops } from './story/owned'
import { tellStory } from './story/tell'
import { startWorld, type World } from './story/world'

/** Takes from the browser what came to JavaScript and its page after iOS 11 and Chrome 79. */
function growOld() {
  const take = (owner: object, ...names: string[]) => {
    for (const name of names) Reflect.deleteProperty(owner, name)
  }
  take(Object, 'hasOwn', 'fromEntries', 'groupBy')
  take(
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
  take(String.prototype, 'at', 'replaceAll', 'matchAll', 'trimStart', 'trimEnd', 'isWellFormed')
  take(Promise, 'allSettled', 'any', 'withResolvers')
  take(Promise.prototype, 'finally')
  take(window, 'queueMicrotask', 'structuredClone', 'AggregateError', 'WeakRef', 'BigInt')
  // the driver itself needs `globalThis`
  take(
    window,
    'IntersectionObserver',
    'ResizeObserver',
    'requestIdleCallback',
    'AbortController',
    'AbortSignal',
  )
  take(Element.prototype, 'replaceChildren')
  take(Blob.prototype, 'arrayBuffer', 'text', 'stream')
  take(HTMLInputElement.prototype, 'oncancel')
  take(navigator, 'clipboard', 'share')
}

let world: World
beforeAll(async () => {
  world = await startWorld('h5')
})
afterAll(() => world?.close())

async function oldPhone() {
  const phone = await H5Phone.start(world.browser, world.network.origin, SCREENS.small)
  await phone.page.addInitScript(growOld)
  return phone
}

test('a browser of years ago opens a shop, orders from it and decorates it', async () => {
  const [seller, buyer] = [await oldPhone(), await oldPhone()]
  await tellStory({ seller, buyer, frontDoor: world.frontDoor })

  const [shop] = await ownedShops(seller, world.network.origin)
  await seller.open('/decorate', { shop: shop?.id ?? '' })
  await seller.see(decorateWords.tools.template)
  await seller.tap(decorateWords.tools.add)
  await seller.tap(sections.story.title)
  await seller.type(sections.story.fields.text.label, '自家的树，三十年了')
  await seller.tap(decorateWords.done)
  await seller.see('自家的树，三十年了')
  await seller.tap(decorateWords.publish)
  await seller.see(decorateWords.asShown)
  expect(await seller.errors()).toEqual([])
  expect(await buyer.errors()).toEqual([])
})
