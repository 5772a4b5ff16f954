import { groupKey, keyInScan, missingLetters } from '@/features/key/key-text'

describe('key text', () => {
  it('is grouped while typing and normalizes case, spaces and look-alike letters', () => {
    expect(groupKey('abcd efgh')).toBe('ABCD-EFGH')
    expect(groupKey('ab-cdE')).toBe('ABCD-E')
    expect(groupKey('oil0')).toBe('0110')
    expect(groupKey('ABCDEFGHJKMNPQRSTVWX99')).toBe('ABCD-EFGH-JKMN-PQRS-TVWX')
  })

  it('reports the number of missing letters', () => {
    expect(missingLetters('')).toBe(20)
    expect(missingLetters('abcd-e')).toBe(15)
    expect(missingLetters('ABCD-EFGH-JKMN-PQRS-TVWX')).toBe(0)
  })

  it('is read from a bare key or the address in a key picture only', () => {
    const key = 'ABCD-EFGH-JKMN-PQRS-TVWX'
    expect(keyInScan(`https://shop.example.org/key#${key}`)).toBe(key)
    expect(keyInScan('abcdefghjkmnpqrstvwx')).toBe(key)
    expect(keyInScan('https://shop.example.org/s/abcdef12')).toBeNull()
    expect(keyInScan('ABCD-EFGH')).toBeNull()
  })
})
