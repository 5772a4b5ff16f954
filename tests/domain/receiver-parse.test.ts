import { parseReceiver } from '@/domain/receiver-parse'

const name = '王某某'
const phone = '13900001234'
const address = '甘肃省陇南市成县沙坝镇下街18号'

/** Pasted as people paste: from a chat, an order form, another shop, with and without labels. */
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

test.each(pasted)('reads %j', (text, expected) => {
  expect(parseReceiver(text)).toEqual(expected)
})

test('digits that are no phone stay in the address', () => {
  const long = parseReceiver('王某某 成县沙坝镇下街18号 身份证号123456789012345678')
  expect(long.phone).toBe('')
  expect(long.address).toContain('18号')
})

test('nothing that was pasted is lost between the three fields', () => {
  const text = '王某某 13900001234 成县沙坝镇下街18号 放门口'
  const { name: found, phone: number, address: where } = parseReceiver(text)
  expect(found + number + where).toBe(text.replace(/ /g, ''))
})
