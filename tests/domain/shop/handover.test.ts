import { readHandoverCode, takeOverLink } from '@/domain/shop/handover'
import { paperCardLink, readCardCode } from '@/domain/shop/paper-card'

const LETTERS = 'ABCDEFGHJKMNPQRSTVWX'

describe('readHandoverCode', () => {
  it('reads digits as people type them, letters, and the address of a QR code', () => {
    expect(readHandoverCode('123 456')).toBe('123456')
    expect(readHandoverCode('1234 5678')).toBe('12345678')
    expect(readHandoverCode(LETTERS.toLowerCase())).toBe(LETTERS)
    expect(readHandoverCode(takeOverLink('https://shop.example', LETTERS))).toBe(LETTERS)
  })

  it('returns null for any other text', () => {
    for (const text of ['', '12345', '1234567', 'https://shop.example/s/abc', `${LETTERS}A`, '一二三四五六'])
      expect(readHandoverCode(text)).toBeNull()
  })

  it('returns null for the address of a paper card', () => {
    expect(readHandoverCode(paperCardLink('https://shop.example', LETTERS))).toBeNull()
  })
})

describe('readCardCode', () => {
  it('reads the address of a card and its bare code, and returns null for other codes', () => {
    expect(readCardCode(paperCardLink('https://shop.example', LETTERS))).toBe(LETTERS)
    expect(readCardCode(LETTERS)).toBe(LETTERS)
    for (const text of ['123456', takeOverLink('https://shop.example', LETTERS)])
      expect(readCardCode(text)).toBeNull()
  })
})
