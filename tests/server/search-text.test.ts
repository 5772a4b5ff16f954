import { searchTextOf } from '../../server/search-text'

describe('searchTextOf', () => {
  it.each([
    ['一个', 'yg'],
    ['学员一', 'xyy'],
    ['红糖 鸡蛋', 'htjd'],
    ['长豆角', 'cdj'],
    ['啊吧才的额方刚好就看老吗你哦跑去人是他我下样在', 'abcdefghjklmnopqrstwxyz'],
    ['A4 纸，500 张', 'a4z500z'],
  ])('contains the pinyin initials of %s', (text, initials) => {
    expect(searchTextOf([text]).split('\n')[1]).toBe(initials)
  })

  it('contains a text without Chinese characters once', () => {
    expect(searchTextOf(['Tea', 'TEA', ''])).toBe('tea')
  })
})
