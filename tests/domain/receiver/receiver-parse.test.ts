import fc from 'fast-check'
import { parseReceiver } from '@/domain/receiver/receiver-parse'
import { forAll } from '../../support/for-all'

const name = '王某某'
const phone = '13900001234'
const address = '甘肃省陇南市成县沙坝镇下街18号'

/** Texts as pasted from a chat, an order form or another shop, with and without labels. */
const pasted: [string, { name: string; phone: string; address: string }][] = [
  ['王某某 13900001234 甘肃省陇南市成县沙坝镇下街18号', { name, phone, address }],
  ['王某某，13900001234，甘肃省陇南市成县沙坝镇下街18号', { name, phone, address }],
  ['13900001234 王某某 甘肃省陇南市成县沙坝镇下街18号', { name, phone, address }],
  ['甘肃省陇南市成县沙坝镇下街18号 王某某 13900001234', { name, phone, address }],
  ['甘肃省陇南市成县沙坝镇下街18号，王某某，13900001234', { name, phone, address }],
  ['王某某\n13900001234\n甘肃省陇南市成县沙坝镇下街18号', { name, phone, address }],
  [
    '收货人：王某某\n手机号码：13900001234\n所在地区：甘肃省陇南市成县沙坝镇\n详细地址：下街18号',
    { name, phone, address },
  ],
  ['收件人: 王某某 电话: 13900001234 地址: 甘肃省陇南市成县沙坝镇下街18号', { name, phone, address }],
  ['姓名：王某某；电话：13900001234；地址：甘肃省陇南市成县沙坝镇下街18号', { name, phone, address }],
  ['王某某 139 0000 1234 甘肃省陇南市成县沙坝镇下街18号', { name, phone, address }],
  ['王某某 139-0000-1234 甘肃省陇南市成县沙坝镇下街18号', { name, phone, address }],
  ['王某某 +86 139 0000 1234 甘肃省陇南市成县沙坝镇下街18号', { name, phone, address }],
  ['王某某 +8613900001234 甘肃省陇南市成县沙坝镇下街18号', { name, phone, address }],
  ['王某某 8613900001234 甘肃省陇南市成县沙坝镇下街18号', { name, phone, address }],
  ['王某某13900001234甘肃省陇南市成县沙坝镇下街18号', { name, phone, address }],
  ['甘肃省陇南市成县沙坝镇下街18号王某某13900001234', { name, phone, address }],
  ['王某某 甘肃省陇南市成县沙坝镇下街18号 13900001234', { name, phone, address }],
  ['王某某/13900001234/甘肃省陇南市成县沙坝镇下街18号', { name, phone, address }],
  ['王某某 13900001234 甘肃省 陇南市 成县 沙坝镇 下街18号', { name, phone, address }],
  ['王某某（13900001234）甘肃省陇南市成县沙坝镇下街18号', { name, phone, address }],
  ['王某某 １３９００００１２３４ 甘肃省陇南市成县沙坝镇下街18号', { name, phone, address }],
  ['成县沙坝镇下街村二社 张某 13900001234', { name: '张某', phone, address: '成县沙坝镇下街村二社' }],
  ['张某 13900001234 成县沙坝镇下街村二社', { name: '张某', phone, address: '成县沙坝镇下街村二社' }],
  ['李镇 13900001234 成县沙坝镇下街村', { name: '李镇', phone, address: '成县沙坝镇下街村' }],
  ['收货人 13900001234 沙坝镇服务站对面', { name: '收货人', phone, address: '沙坝镇服务站对面' }],
  [
    '学员一 0939-3210000 成县城关镇东大街6号',
    { name: '学员一', phone: '0939-3210000', address: '成县城关镇东大街6号' },
  ],
  [
    '学员一 0939 3210000 成县城关镇东大街6号',
    { name: '学员一', phone: '09393210000', address: '成县城关镇东大街6号' },
  ],
  ['欧阳某某 13900001234 成县城关镇东大街6号', { name: '欧阳某某', phone, address: '成县城关镇东大街6号' }],
  ['阿卜·某某 13900001234 成县城关镇东大街6号', { name: '阿卜·某某', phone, address: '成县城关镇东大街6号' }],
  ['王阿姨 13900001234 沙坝镇下街', { name: '王阿姨', phone, address: '沙坝镇下街' }],
  [
    'Wang 13900001234 成县城关镇东大街6号3单元402',
    { name: 'Wang', phone, address: '成县城关镇东大街6号3单元402' },
  ],
  [
    '王某某，13900001234，甘肃省陇南市成县城关镇东大街6号3单元402室，邮编742500',
    { name, phone, address: '甘肃省陇南市成县城关镇东大街6号3单元402室' },
  ],
  ['请送到成县沙坝镇下街18号，王某某收，电话13900001234', { name, phone, address: '成县沙坝镇下街18号' }],
  ['王某某收 13900001234 成县沙坝镇下街18号', { name, phone, address: '成县沙坝镇下街18号' }],
  ['王某某 13900001234', { name, phone, address: '' }],
  ['13900001234', { name: '', phone, address: '' }],
  ['甘肃省陇南市成县沙坝镇下街18号', { name: '', phone: '', address }],
  ['王某某先生 13900001234 成县沙坝镇下街18号', { name: '王某某先生', phone, address: '成县沙坝镇下街18号' }],
  ['成县手机城对面 王某某 13900001234', { name, phone, address: '成县手机城对面' }],
  ['成县沙坝镇下街18号 放门口 王某某 13900001234', { name, phone, address: '成县沙坝镇下街18号放门口' }],
  ['742500 甘肃省陇南市成县沙坝镇下街18号 王某某 13900001234', { name, phone, address }],
  ['收件人 王某某 手机 13900001234 地址 甘肃省陇南市成县沙坝镇下街18号', { name, phone, address }],
  ['王某某甘肃省陇南市成县沙坝镇下街18号13900001234', { name, phone, address }],
  ['王某某', { name, phone: '', address: '' }],
  ['', { name: '', phone: '', address: '' }],
]

describe('parseReceiver', () => {
  it.each(pasted)('parses %j', (text, expected) => {
    expect(parseReceiver(text)).toEqual(expected)
  })

  it('leaves digits that are not a phone in the address', () => {
    const long = parseReceiver('王某某 成县沙坝镇下街18号 身份证号123456789012345678')
    expect(long.phone).toBe('')
    expect(long.address).toContain('18号')
  })

  /** Pasted house numbers and their parsed form: merging two numbers would name another house. */
  const houses: [string, string][] = [
    ['成县城关镇桃园小区 5 2 301', '成县城关镇桃园小区5 2 301'],
    ['成县东大街12/14号', '成县东大街12/14号'],
    ['成县东大街 12 / 14 号', '成县东大街12/14号'],
    ['北京市朝阳区望京SOHO T1 1203', '北京市朝阳区望京SOHO T1 1203'],
    ['成县幸福花园3,2,501', '成县幸福花园3,2,501'],
    ['成县幸福花园3，2，501', '成县幸福花园3，2，501'],
    ['成县幸福花园3、2、501', '成县幸福花园3、2、501'],
    ['成县幸福花园3-2-501', '成县幸福花园3-2-501'],
    ['成县幸福花园 3 - 2 - 501', '成县幸福花园3-2-501'],
    ['成县幸福花园3\n2\n501', '成县幸福花园3 2 501'],
    ['成县幸福花园３ ２ ５０１', '成县幸福花园3 2 501'],
    ['成县幸福花园6 A-X0 A', '成县幸福花园6 A-X0 A'],
    ['成县幸福花园Ａ座 Ｂ １２', '成县幸福花园Ａ座Ｂ 12'],
    ['成县幸福花园 五 二 三〇一', '成县幸福花园五 二 三〇一'],
    ['成县幸福花园 5号楼 2单元 301', '成县幸福花园5号楼2单元301'],
    ['成县东大街6 000 000 0000 0', '成县东大街6 000 000 0000 0'],
  ]

  it.each(houses)('keeps the house number in %s', (pasted, address) => {
    const found = { name, phone, address }
    expect(parseReceiver(`${name} ${phone} ${pasted}`)).toEqual(found)
    expect(parseReceiver(`${pasted} ${name} ${phone}`)).toEqual(found)
    expect(parseReceiver(`${phone}，${pasted}，${name}`)).toEqual(found)
  })

  it('keeps the numbers on both sides of a name or a phone apart', () => {
    expect(parseReceiver('成县东大街12 王某某 13900001234 301').address).toBe('成县东大街12 301')
    expect(parseReceiver('成县东大街12，王某某，301，13900001234').address).toBe('成县东大街12 301')
    expect(parseReceiver('王某某 成县东大街12/13900001234/301').address).toBe('成县东大街12 301')
  })

  const numbers = fc.stringMatching(/^[0-9]{1,4}$/)
  const part = fc.oneof(
    { weight: 3, arbitrary: numbers },
    { weight: 2, arbitrary: fc.stringMatching(/^[A-Z]{1,4}[0-9]{0,2}$/) },
    { weight: 1, arbitrary: fc.constantFrom('号楼', '单元', '小区', '三', '二〇一') },
  )
  const between = fc.constantFrom(' ', '  ', '\n', ',', '，', '、', '/', '-', ' - ', ' / ', ', ', '|', '；')
  const pastedAddress = fc
    .array(fc.tuple(between, part), { minLength: 1, maxLength: 8 })
    .map((parts) => `成县城关镇东大街6${parts.flat().join('')}`)
  const order = fc.constantFrom<(where: string) => string>(
    (where) => `${name} ${phone} ${where}`,
    (where) => `${phone}，${name}，${where}`,
    (where) => `${where} ${name} ${phone}`,
    (where) => `${where}\n${phone}\n${name}`,
  )
  const counted = (text: string) => text.match(/[0-9]+|[A-Z]+|[三二〇一]+/g)
  const written = (text: string) => text.replace(/[\s,，、/|；]/g, '')

  it('loses no pasted character and never joins two numbers', () =>
    forAll(pastedAddress, order, (where, pasted) => {
      // house numbers that read as a landline are taken for one
      fc.pre(parseReceiver(where).phone === '')
      const found = parseReceiver(pasted(where))
      expect(found).toMatchObject({ name, phone })
      expect(written(found.address)).toBe(written(where))
      expect(counted(found.address)).toEqual(counted(where))
    }))

  it('keeps the separator between two digits', () =>
    forAll(numbers, fc.constantFrom(' ', ',', '，', '、', '/', '-'), numbers, (left, mark, right) => {
      const where = `成县城关镇东大街${left}${mark}${right}号`
      expect(parseReceiver(`${name} ${phone} ${where}`).address).toBe(where)
    }))
})
