import { forgetStorefront, keepStorefront } from '@/features/storefront/kept-storefronts'
import { stage } from '../../support/taro'
import { nuts, storefront } from './sample-shop'

const slugOf = (at: number) => `shop${String(at).padStart(4, '0')}`
const keptShops = () =>
  [...stage.storage.keys()]
    .filter((key) => key.startsWith('kept-shop-'))
    .map((key) => key.slice('kept-shop-'.length))
    .sort()

beforeEach(() => stage.reset())
afterEach(() => jest.restoreAllMocks())

test('the ten shops seen last are kept, each once', () => {
  for (let at = 1; at <= 12; at++) keepStorefront(slugOf(at), storefront(), at)
  keepStorefront(slugOf(3), storefront(), 13)
  keepStorefront(slugOf(13), storefront(), 14)
  expect(keptShops()).toEqual([3, 5, 6, 7, 8, 9, 10, 11, 12, 13].map(slugOf))
})

test('a storage with room for three keeps the three seen last', () => {
  const set = stage.storage.set.bind(stage.storage)
  jest.spyOn(stage.storage, 'set').mockImplementation((key, value) => {
    if (key.startsWith('kept-shop-') && keptShops().length >= 3 && !stage.storage.has(key))
      throw new Error('full')
    return set(key, value)
  })
  for (let at = 1; at <= 5; at++) keepStorefront(slugOf(at), storefront(), at)
  expect(keptShops()).toEqual([3, 4, 5].map(slugOf))
})

test('a storage that takes nothing ends nothing', () => {
  jest.spyOn(stage.storage, 'set').mockImplementation(() => {
    throw new Error('forbidden')
  })
  expect(() => keepStorefront(slugOf(1), storefront(), 1)).not.toThrow()
  expect(keptShops()).toEqual([])
})

test('what WeChat would refuse as too long for a key is not kept', () => {
  const long = Array.from({ length: 40 }, () => ({
    ...nuts,
    note: '核'.repeat(500),
    category: '桃'.repeat(7000),
  }))
  keepStorefront(slugOf(1), storefront({}, long), 1)
  expect(keptShops()).toEqual([])
})

test('what is forgotten leaves the others', () => {
  for (let at = 1; at <= 3; at++) keepStorefront(slugOf(at), storefront(), at)
  forgetStorefront(slugOf(2))
  expect(keptShops()).toEqual([1, 3].map(slugOf))
})
