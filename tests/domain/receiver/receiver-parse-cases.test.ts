import fc from 'fast-check'
import { MAX_PASTED_LENGTH, parsePasted, parseReceiver } from '@/domain/receiver/receiver-parse'
import { forAll } from '../../support/for-all'

const P = '13900001234'
const A = '甘肃省陇南市成县沙坝镇下街18号'
const person = { name: '某某某', phone: P, address: A }

/** A pasted text that parses to `person`, or a pair of the text and the fields that differ. */
type Case = string | [string, Partial<typeof person>]

const itParsesAll = (cases: readonly Case[]) =>
  it.each(cases.map((one) => (typeof one === 'string' ? ([one, {}] as const) : one)))(
    'parses %j',
    (text, other) => {
      expect(parseReceiver(text)).toEqual({ ...person, ...other })
    },
  )

describe('parseReceiver with labels', () => {
  const uyghur = { name: '阿卜杜拉·某某·某某某' }
  itParsesAll([
    [`收货人：阿卜杜拉·某某·某某某 手机：${P} 地址：${A}`, uyghur],
    [`收货人：阿卜杜拉 · 某某 · 某某某，${P}，${A}`, uyghur],
    [`收货人：阿卜杜拉•某某•某某某 ${P} ${A}`, uyghur],
    [`收货人：阿卜杜拉.某某.某某某 ${P} ${A}`, { name: '阿卜杜拉.某某.某某某' }],
    [`阿卜杜拉·某某·某某某 ${P} ${A}`, uyghur],
    [`${A}，${P}，阿卜杜拉·某某·某某某`, uyghur],
    `收货人：某某某（微信同号）${P}，${A}，下午在家`,
    `收货人：某某某${P}（微信同号），${A}，下午在家`,
    `姓名某某某 电话${P} 地址${A}`,
    `姓名某某某，手机号${P}，${A}`,
    `姓名某某某手机${P}地址${A}`,
    `电话${P}姓名某某某地址${A}`,
    `收件人某某某 手机${P} 详细地址${A}`,
    `姓 名：某某某 电 话：${P} 地 址：${A}`,
    `收货人姓名：某某某 收货人电话：${P} 收货地址：${A}`,
    `收货人：\n某某某\n手机：\n${P}\n地址：\n${A}`,
    `地址：${A}\n收货人：某某某\n电话：${P}`,
    `地址：${A} 某某某 ${P}`,
    `name: 某某某 tel: ${P} address: ${A}`,
    `我叫某某某，电话是${P}，我住在${A}`,
    `某某某电话${P}${A}`,
    [`收货人：李镇，${P}，${A}`, { name: '李镇' }],
    [`收货人甲 ${P} ${A}`, { name: '收货人甲' }],
    [`收货人：王 某某 ${P} ${A}`, { name: '王某某' }],
    [`收货人：${P}，${A}`, { name: '' }],
    [`某某某 ${P} 成县手机城对面`, { address: '成县手机城对面' }],
  ])
})

describe('parseReceiver with relatives, digits in words and brackets', () => {
  itParsesAll([
    `给我妈某某某，${P}，${A}`,
    `我家住在${A} 某某某 ${P}`,
    `某某某 一三九 零零零零 一二三四 ${A}`,
    `（收件人）某某某（电话）${P}（地址）${A}`,
    `某某某（打不通打13800005678）${P} ${A}`,
    [`王某某成县沙坝镇下街18号${P}`, { name: '王某某', address: '成县沙坝镇下街18号' }],
    [`张家川县城关镇东街5号 ${P}`, { name: '', address: '张家川县城关镇东街5号' }],
    [`马鞍山市花山区湖东路5号 ${P}`, { name: '', address: '马鞍山市花山区湖东路5号' }],
  ])
})

describe('parseReceiver with a phone', () => {
  const landline = { phone: '0939-3210000' }
  itParsesAll([
    `某某某(${P})${A}`,
    `某某某 （${P}） ${A}`,
    `某某某【${P}】${A}`,
    `某某某（电话：${P}）${A}`,
    `某某某（手机${P}）${A}`,
    [`某某某（0939-3210000）${A}`, landline],
    [`某某某 (0939)3210000 ${A}`, { phone: '09393210000' }],
    [`某某某 （0939）3210000 ${A}`, { phone: '09393210000' }],
    [`某某某 (0939) 321-0000 ${A}`, { phone: '09393210000' }],
    [`某某某 0939-321-0000 ${A}`, landline],
    `某某某 86-${P} ${A}`,
    [`某某某 86-13100001234，${A}`, { phone: '13100001234' }],
    `某某某 +86-139-0000-1234 ${A}`,
    `某某某 (+86)${P} ${A}`,
    `某某某 0086${P} ${A}`,
    `某某某 139.0000.1234 ${A}`,
    `某某某 1390 000 1234 ${A}`,
    `某某某 139—0000—1234 ${A}`,
    `\u202d${P}\u202c 某某某 ${A}`,
    `收货人: 某某某\n手机号码: 86-${P}\n所在地区: 甘肃省 陇南市 成县 沙坝镇\n详细地址: 下街18号`,
    [`某某某 139****1234 ${A}`, { phone: '' }],
    [`某某某 成县东大街86 ${P}`, { address: '成县东大街86' }],
    [`某某某 ${P}-301室 成县`, { address: '301室成县' }],
  ])
})

describe('parsePasted with a number after the phone', () => {
  it.each([
    [`某某某 ${P}-1234 ${A}`, P, '1234'],
    [`某某某，${P}-5678，${A}`, P, '5678'],
    [`某某某 ${P}转1234 ${A}`, P, '1234'],
    [`某某某 0939-3210000-1234 ${A}`, '0939-3210000', '1234'],
    [`某某某 0939-3210000 转 12 ${A}`, '0939-3210000', '12'],
    [`某某某 (0939)3210000-1234 ${A}`, '09393210000', '1234'],
  ])('reads the number as an extension in %j', (text, phone, extension) => {
    expect(parsePasted(text)).toEqual({
      receiver: { ...person, phone },
      extra: { extension, phones: [], remarks: [] },
    })
  })

  it.each([
    [`某某某 ${P}/13800005678 ${A}`, ['13800005678']],
    [`某某某 ${P} / 13800005678 ${A}`, ['13800005678']],
    [`某某某 ${P}、13800005678，${A}`, ['13800005678']],
    [`某某某 ${P} 或 13800005678 ${A}`, ['13800005678']],
    [`某某某 ${P}/0939-3210000，${A}`, ['0939-3210000']],
    [`某某某 ${P} ${A} ${P}`, []],
  ])('reads the number as another phone in %j', (text, phones) => {
    expect(parsePasted(text)).toEqual({ receiver: person, extra: { extension: '', phones, remarks: [] } })
  })
})

describe('parseReceiver with a name', () => {
  itParsesAll([
    `某某某 收 ${P} ${A}`,
    `某某某收 ${P} ${A}`,
    `某某某（收）${P} ${A}`,
    `某某某亲收，${P}，${A}`,
    `${A} 某某某收 ${P}`,
    `${A}某某某收${P}`,
    `请送到${A}，某某某 收，电话${P}`,
    [`尕某 收 ${P} ${A}`, { name: '尕某' }],
    [`阿卜杜拉·某某收 ${P} ${A}`, { name: '阿卜杜拉·某某' }],
    [`某某某 ${P} 成县城关镇代收点`, { address: '成县城关镇代收点' }],
    [`Li Ming ${P} ${A}`, { name: 'Li Ming' }],
    [`${A} Wang Xiaoming ${P}`, { name: 'Wang Xiaoming' }],
    [`WANG XIAOMING, ${P}, ${A}`, { name: 'WANG XIAOMING' }],
    [`收货人：Mary Ann Smith 电话：${P} 地址：${A}`, { name: 'Mary Ann Smith' }],
    [`某某某 ${P} 北京市朝阳区望京 SOHO Tower 3`, { address: '北京市朝阳区望京SOHO Tower 3' }],
    `) 某某某 ${P} ${A}`,
    `）某某某，${P}，${A}`,
    `. 某某某 ${P} ${A}`,
    `1. 某某某 ${P} ${A}`,
    `2、某某某 ${P} ${A}`,
    `（3）某某某 ${P} ${A}`,
    `某某某 ${P}. ${A}。`,
    `某某某 电话.${P} ${A}`,
    [`甘肃省 陇南市 成县 下街18号某某某 ${P}`, { address: '甘肃省陇南市成县下街18号' }],
    [`中国${A} 某某某 ${P}`, { address: `中国${A}` }],
  ])
})

describe('parsePasted with a remark', () => {
  it.each([
    [`核桃2斤，送到${A}，某某某，${P}`, ['核桃2斤']],
    [`核桃2斤送到${A} 某某某 ${P}`, ['核桃2斤']],
    [`核桃 2斤 某某某 ${P} ${A}`, ['核桃2斤']],
    [`核桃两斤 某某某 ${P} ${A}`, ['核桃两斤']],
    [`某某某 ${P} ${A} 鸡蛋30个`, ['鸡蛋30个']],
    [`苹果x2，某某某，${P}，${A}`, ['苹果x2']],
    [`我要2箱苹果，麻烦送到${A}，${P}，某某某`, ['我要2箱苹果']],
    [`某某某 ${P} ${A}，58元`, ['58元']],
    [`某某某，${P}，${A}，下午在家，谢谢`, ['下午在家', '谢谢']],
    [`备注：放门口，轻放\n收货人：某某某 ${P} ${A}`, ['放门口，轻放']],
    [`${A} 某某某 ${P} 备注：邻居代收`, ['邻居代收']],
    [`${A} 某某某 ${P} 备注：交给门卫收`, ['交给门卫收']],
    [`${A} 某某某 ${P} 备注：收`, ['收']],
    [`你好 请帮我寄给某某某 ${P} ${A}`, ['你好']],
  ])('keeps the remark out of the address in %j', (text, remarks) => {
    expect(parsePasted(text)).toEqual({ receiver: person, extra: { extension: '', phones: [], remarks } })
  })

  it('does not take the remark for the name', () => {
    expect(parseReceiver(`3. 核桃2斤 送到学校门口 ${P}`)).toEqual({ name: '', phone: P, address: '学校门口' })
    expect(parseReceiver(`下午在家 ${P} ${A}`).name).toBe('')
  })

  it('keeps a counted place in the address', () => {
    expect(parseReceiver(`某某某 ${P} 成县三个泉村五社`).address).toBe('成县三个泉村五社')
    expect(parseReceiver(`某某某 ${P} 成县 桃园小区2栋（超市旁）`).address).toBe('成县桃园小区2栋（超市旁）')
  })
})

describe('parsePasted with any text', () => {
  const words = fc.constantFrom(
    ...[
      '收货人',
      '：',
      '姓名',
      '地址',
      '电话',
      P,
      '0939-3210000',
      '-1234',
      '/',
      '（',
      '）',
      '收',
      '·',
      '王',
      '某某',
    ],
    ...[
      '核桃2斤',
      '送到',
      'Li',
      ' ',
      '\n',
      '，',
      '.',
      '86-',
      '甘肃省',
      '18号',
      '下午',
      '备注',
      '\ue000',
      '\ue004',
      '1、',
    ],
  )
  const texts = fc.oneof(
    fc.array(words, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  )

  it('returns only parts of the pasted text, without internal markers', () =>
    forAll(texts, (text) => {
      const { receiver, extra } = parsePasted(text)
      const parsedParts = [
        receiver.name,
        receiver.phone,
        receiver.address,
        extra.extension,
        ...extra.phones,
        ...extra.remarks,
      ]
      expect(parsedParts.join('')).not.toMatch(/[\ue000-\ue006]/)
      const typed = new Set(
        text.replace(/[０-９＋]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)),
      )
      const added = [...parsedParts.join('')].filter(
        (letter) => !typed.has(letter) && !/[ \-·，]/.test(letter),
      )
      expect(added).toEqual([])
    }))

  it('ignores everything beyond the maximum length', () => {
    const long = fc
      .tuple(words, words, words)
      .map(([a, b, c]) => `${a.repeat(MAX_PASTED_LENGTH / 2)}${`${b}${c}`.repeat(MAX_PASTED_LENGTH)}`)
    forAll(long, (text) => {
      expect(parseReceiver(text)).toEqual(parseReceiver(text.slice(0, MAX_PASTED_LENGTH)))
    })
  })
})
