import { searchTextOf } from '../../server/search-text'

describe('the text by which something is found', () => {
  it.each([
    ['一个', 'yg'],
    ['王小明', 'wxm'],
    ['红糖 鸡蛋', 'htjd'],
    ['长豆角', 'cdj'],
    ['啊吧才的额方刚好就看老吗你哦跑去人是他我下样在', 'abcdefghjklmnopqrstwxyz'],
    ['A4 纸，500 张', 'a4z500z'],
  ])('has %s also as its pinyin initials', (text, initials) => {
    expect(searchTextOf([text]).split('\n')[1]).toBe(initials)
  })

  it('has a text without Chinese characters once', () => {
    expect(searchTextOf(['Tea', 'TEA', ''])).toBe('tea')
  })
})
