import { groupKey, keyInScan, missingLetters } from '@/features/key/key-text'

describe('a key', () => {
  it('is grouped as it is typed, whatever its case, spaces and look-alike letters', () => {
    expect(groupKey('abcd efgh')).toBe('ABCD-EFGH')
    expect(groupKey('ab-cdE')).toBe('ABCD-E')
    expect(groupKey('oil0')).toBe('0110')
    expect(groupKey('ABCDEFGHJKMNPQRSTVWX99')).toBe('ABCD-EFGH-JKMN-PQRS-TVWX')
  })

  it('says how much is missing', () => {
    expect(missingLetters('')).toBe(20)
    expect(missingLetters('abcd-e')).toBe(15)
    expect(missingLetters('ABCD-EFGH-JKMN-PQRS-TVWX')).toBe(0)
  })

  it('is read from the address on its picture, or bare, and from nothing else', () => {
    const key = 'ABCD-EFGH-JKMN-PQRS-TVWX'
    expect(keyInScan(`https://shop.example.org/key#${key}`)).toBe(key)
    expect(keyInScan('abcdefghjkmnpqrstvwx')).toBe(key)
    expect(keyInScan('https://shop.example.org/s/abcdef12')).toBeNull()
    expect(keyInScan('ABCD-EFGH')).toBeNull()
  })
})
