import { parseReceiver } from '@/domain/receiver-parse'
import { fieldsFromPaste, freshPaste } from '@/domain/receiver-paste'

const first = '王某某 13900001234 成县沙坝镇下街18号'
const second = '李某某 13800005678 西和县石堡镇石堡村二社'

describe('freshPaste', () => {
  it.each([
    ['behind', `${first}${second}`],
    ['in front of', `${second}${first}`],
    ['behind, on a new line,', `${first}\n${second}`],
    ['into the middle of', `${first.slice(0, 20)}${second}${first.slice(20)}`],
  ])('reads a person pasted %s another one alone', (_, next) => {
    expect(freshPaste(first, next)).toBe(second)
  })

  it('reads a person that begins like the one before alone', () => {
    const alike = '王某某 13900005678 西和县石堡镇'
    expect(freshPaste(first, first + alike)).toBe(alike)
    expect(freshPaste(first, alike + first)).toBe(alike)
  })

  it.each([
    ['a text that replaces all', first, second],
    ['what is typed further', first, `${first} 3单元`],
    ['an address after name and phone', '王某某 13900001234', first],
    ['a second phone', first, `${first} 13800005678`],
    ['a first text', '', first],
    ['nothing', first, ''],
  ])('reads %s as it stands', (_, before, next) => {
    expect(freshPaste(before, next)).toBe(next)
  })
})

describe('fieldsFromPaste', () => {
  const now = { name: '王某某', phone: '13900001234', address: '成县沙坝镇下街18号' }
  const read = (text: string, automatic = now) => fieldsFromPaste(parseReceiver(text), now, automatic)

  it('gives another person nothing of the one before', () => {
    expect(read('李某某 13800005678')).toEqual({ name: '李某某', phone: '13800005678', address: '' })
    expect(read('13800005678 西和县石堡镇石堡村')).toEqual({
      ...{ name: '', phone: '13800005678', address: '西和县石堡镇石堡村' },
    })
  })

  it('keeps what the buyer typed', () => {
    expect(read('李某某 13800005678', { ...now, address: '' })).toEqual({
      name: '李某某',
      phone: '13800005678',
    })
  })

  it('changes one field alone where the text has one', () => {
    expect(read('西和县石堡镇石堡村二社')).toEqual({ address: '西和县石堡镇石堡村二社' })
    expect(read('13800005678')).toEqual({ phone: '13800005678' })
    expect(read('')).toEqual({})
  })

  it('completes the same person', () => {
    expect(read('王某某 13900001234')).toEqual({ name: '王某某', phone: '13900001234' })
  })
})
