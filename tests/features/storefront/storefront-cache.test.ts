import { cacheStorefront, dropCachedStorefront } from '@/features/storefront/cached-storefronts'
import { fakeTaro } from '../../support/components/taro'
import { nuts, storefront } from './sample-shop'

const slugOf = (at: number) => `shop${String(at).padStart(4, '0')}`
const cachedShops = () =>
  [...fakeTaro.storage.keys()]
    .filter((key) => key.startsWith('kept-shop-'))
    .map((key) => key.slice('kept-shop-'.length))
    .sort()

beforeEach(() => fakeTaro.reset())
afterEach(() => jest.restoreAllMocks())

describe('storefront cache', () => {
  it('keeps the ten most recent shops without duplicates', () => {
    for (let at = 1; at <= 12; at++) cacheStorefront(slugOf(at), storefront(), at)
    cacheStorefront(slugOf(3), storefront(), 13)
    cacheStorefront(slugOf(13), storefront(), 14)
    expect(cachedShops()).toEqual([3, 5, 6, 7, 8, 9, 10, 11, 12, 13].map(slugOf))
  })

  it('evicts the oldest shops when storage is full', () => {
    const set = fakeTaro.storage.set.bind(fakeTaro.storage)
    jest.spyOn(fakeTaro.storage, 'set').mockImplementation((key, value) => {
      if (key.startsWith('kept-shop-') && cachedShops().length >= 3 && !fakeTaro.storage.has(key))
        throw new Error('full')
      return set(key, value)
    })
    for (let at = 1; at <= 5; at++) cacheStorefront(slugOf(at), storefront(), at)
    expect(cachedShops()).toEqual([3, 4, 5].map(slugOf))
  })

  it('ignores a storage that rejects writes', () => {
    jest.spyOn(fakeTaro.storage, 'set').mockImplementation(() => {
      throw new Error('forbidden')
    })
    expect(() => cacheStorefront(slugOf(1), storefront(), 1)).not.toThrow()
    expect(cachedShops()).toEqual([])
  })

  it("skips an entry above WeChat's size limit", () => {
    const long = Array.from({ length: 40 }, () => ({
      ...nuts,
      note: '核'.repeat(500),
      category: '桃'.repeat(7000),
    }))
    cacheStorefront(slugOf(1), storefront({}, long), 1)
    expect(cachedShops()).toEqual([])
  })

  it('removes one shop without touching the others', () => {
    for (let at = 1; at <= 3; at++) cacheStorefront(slugOf(at), storefront(), at)
    dropCachedStorefront(slugOf(2))
    expect(cachedShops()).toEqual([1, 3].map(slugOf))
  })
})
