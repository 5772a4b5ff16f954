import { parseReceiver } from '@/domain/receiver/receiver-parse'
import { fieldsFromPaste, latestPaste } from '@/domain/receiver/receiver-paste'

const first = '王某某 13900001234 成县沙坝镇下街18号'
const second = '李某某 13800005678 西和县石堡镇石堡村二社'

describe('latestPaste', () => {
  it.each([
    ['behind', `${first}${second}`],
    ['in front of', `${second}${first}`],
    ['behind, on a new line,', `${first}\n${second}`],
    ['into the middle of', `${first.slice(0, 20)}${second}${first.slice(20)}`],
  ])('returns only the second receiver when it is pasted %s the first', (_, next) => {
    expect(latestPaste(first, next)).toBe(second)
  })

  it('returns only the second receiver when both begin alike', () => {
    const alike = '王某某 13900005678 西和县石堡镇'
    expect(latestPaste(first, first + alike)).toBe(alike)
    expect(latestPaste(first, alike + first)).toBe(alike)
  })

  it.each([
    ['a text that replaces the old one', first, second],
    ['a text with further typing', first, `${first} 3单元`],
    ['an address after name and phone', '王某某 13900001234', first],
    ['a second phone', first, `${first} 13800005678`],
    ['a first text', '', first],
    ['an empty text', first, ''],
  ])('returns %s unchanged', (_, before, next) => {
    expect(latestPaste(before, next)).toBe(next)
  })
})

describe('fieldsFromPaste', () => {
  const now = { name: '王某某', phone: '13900001234', address: '成县沙坝镇下街18号' }
  const read = (text: string, automatic = now) => fieldsFromPaste(parseReceiver(text), now, automatic)

  it('clears the fields of the previous receiver', () => {
    expect(read('李某某 13800005678')).toEqual({ name: '李某某', phone: '13800005678', address: '' })
    expect(read('13800005678 西和县石堡镇石堡村')).toEqual({
      ...{ name: '', phone: '13800005678', address: '西和县石堡镇石堡村' },
    })
  })

  it('keeps a field that the buyer typed', () => {
    expect(read('李某某 13800005678', { ...now, address: '' })).toEqual({
      name: '李某某',
      phone: '13800005678',
    })
  })

  it('changes only the field that the text contains', () => {
    expect(read('西和县石堡镇石堡村二社')).toEqual({ address: '西和县石堡镇石堡村二社' })
    expect(read('13800005678')).toEqual({ phone: '13800005678' })
    expect(read('')).toEqual({})
  })

  it('completes the same receiver', () => {
    expect(read('王某某 13900001234')).toEqual({ name: '王某某', phone: '13900001234' })
  })
})
