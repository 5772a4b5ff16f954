import { normalizeSearch } from '@/domain/search'

describe('normalizeSearch', () => {
  it.each([
    ['１３８ ００００', '1380000'],
    ['Ht', 'ht'],
    ['核桃（大盒）', '核桃大盒'],
    ['%_\\', ''],
    ['  ', ''],
  ])('normalizes %j to %j', (text, expected) => {
    expect(normalizeSearch(text)).toBe(expected)
  })
})
