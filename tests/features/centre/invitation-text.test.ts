import { codeInScan, groupCode, invitationLink, missingLetters } from '@/features/centre/invitation-text'

describe('groupCode', () => {
  it('formats typed characters as printed and reads look-alikes as digits', () => {
    expect(groupCode('abcde fghjk')).toBe('ABCDE-FGHJK')
    expect(groupCode('oil')).toBe('011')
    expect(groupCode('ABCDE-FGHJK-MORE')).toBe('ABCDE-FGHJK')
  })
})

describe('missingLetters', () => {
  it('counts the characters that are still missing', () => {
    expect([missingLetters(''), missingLetters('ABCDE-F'), missingLetters('ABCDE-FGHJK')]).toEqual([10, 4, 0])
  })
})

describe('codeInScan', () => {
  it('finds the code in the link of an invitation, and a bare code', () => {
    expect(codeInScan(invitationLink('ABCDE-FGHJK'))).toBe('ABCDE-FGHJK')
    expect(codeInScan('abcdefghjk')).toBe('ABCDE-FGHJK')
  })

  it.each(['https://example.com/s/abc', 'ABCDE', '您好'])('finds none in %s', (text) => {
    expect(codeInScan(text)).toBeNull()
  })
})
