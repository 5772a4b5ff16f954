import { normalizeSearch } from '@/domain/search'

describe('the form in which texts are compared', () => {
  it.each([
    ['１３８ ００００', '1380000'],
    ['Ht', 'ht'],
    ['核桃（大盒）', '核桃大盒'],
    ['%_\\', ''],
    ['  ', ''],
  ])('of %j is %j', (text, expected) => {
    expect(normalizeSearch(text)).toBe(expected)
  })
})
