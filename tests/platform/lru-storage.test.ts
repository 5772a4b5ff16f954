import { createLruStorage } from '@/platform/storage/lru-storage'
import { fakeTaro } from '../support/components/taro'

const entries = createLruStorage<string>({ listKey: 'entries', entryPrefix: 'entry-', maxEntries: 3 })

/** The stored ids, as the list has them. */
const list = () => JSON.parse(fakeTaro.storage.get('entries') ?? '[]') as string[]
const storedKeys = () => [...fakeTaro.storage.keys()].filter((key) => key.startsWith('entry-')).sort()

/** Rejects entries while the storage holds `count` of them. */
function limitEntries(count: number) {
  const set = fakeTaro.storage.set.bind(fakeTaro.storage)
  jest.spyOn(fakeTaro.storage, 'set').mockImplementation((key, value) => {
    if (key.startsWith('entry-') && storedKeys().length >= count) throw new Error('full')
    return set(key, value)
  })
}

beforeEach(() => fakeTaro.reset())
afterEach(() => jest.restoreAllMocks())

describe('createLruStorage', () => {
  it('returns what was stored, and null for anything else', () => {
    entries.set('a', 'one')
    expect(entries.get('a')).toBe('one')
    expect(entries.get('b')).toBeNull()
  })

  it('keeps the entries written last, each once', () => {
    for (const id of ['a', 'b', 'c', 'a', 'd']) entries.set(id, id)
    expect(list()).toEqual(['d', 'a', 'c'])
    expect(storedKeys()).toEqual(['entry-a', 'entry-c', 'entry-d'])
  })

  it('removes the oldest entries until a new one fits', () => {
    limitEntries(2)
    for (const id of ['a', 'b', 'c']) entries.set(id, id)
    expect(list()).toEqual(['c', 'b'])
    expect(storedKeys()).toEqual(['entry-b', 'entry-c'])
  })

  it('stores nothing and drops the older value if an entry does not fit at all', () => {
    entries.set('a', 'old')
    entries.set('b', 'old')
    limitEntries(0)
    entries.set('a', 'new')
    expect(list()).toEqual([])
    expect(storedKeys()).toEqual([])
  })

  it('removes one entry without touching the others', () => {
    for (const id of ['a', 'b']) entries.set(id, id)
    entries.remove('a')
    expect(list()).toEqual(['b'])
    expect(storedKeys()).toEqual(['entry-b'])
  })
})
