import { addDays, dayOf } from '@/domain/day'
import { voiceWords } from '@/locales/look/voice'
import { buyWords } from '@/locales/product/goods'
import type { SectionKind } from '@/templates/generated/section-kinds'
import { licenceBases } from '@/templates/sections/licence/settings'
import { licenceWords } from '@/templates/sections/licence/words'
import { openingHoursWords } from '@/templates/sections/opening-hours/words'
import { originWords } from '@/templates/sections/origin/words'
import { photoWallWords } from '@/templates/sections/photo-wall/words'
import { storyWords } from '@/templates/sections/story/words'
import { sampleProduct } from '../sample-shop'
import { sectionPage, wordsOf } from './section-page'

jest.mock('@tarojs/components', () => jest.requireActual('../taro-components'))

const bare = { place: '', phone: '' }
const photo = { id: '01JD00000000000000000000AA', hash: 'abc' }
const wordsFor: [SectionKind, string][] = [
  ['story', storyWords.unfilled],
  ['photo-wall', photoWallWords.unfilled],
  ['origin', originWords.unfilled],
  ['opening-hours', openingHoursWords.unfilled],
  ['licence', licenceWords.unfilled],
]

test.each(wordsFor)(
  '%s without content renders nothing for buyers and a hint for the owner',
  async (kind, words) => {
    expect(wordsOf(await sectionPage(kind, { shop: bare }))).toBe('')
    expect(wordsOf(await sectionPage(kind, { shop: bare, context: { isEditing: true } }))).toContain(words)
    expect(wordsOf(await sectionPage(kind, { shop: bare, context: { isInert: true } }))).toBe('')
  },
)

test.each(['letter', 'page'] as const)('story in the form %s shows its words and photos', async (form) => {
  const page = await sectionPage('story', { settings: { text: '一行\n两行', photos: [photo], form } })
  expect(page).toContain('一行\n两行')
  expect(page).toMatch(/\/photos\/abc-(375|750)\.webp/)
})

test('story with only a voice shows a play button with the length and loads no audio', async () => {
  const voice = { id: '01JD00000000000000000000AA', hash: '0'.repeat(32), ms: 23_400 }
  const page = await sectionPage('story', { settings: { voice } })
  expect(wordsOf(page)).toContain(`${voiceWords.listen} 23 秒`)
  expect(page).toContain(`data-voice="/voices/${voice.hash}.mp3"`)
  expect(page).toMatch(/role="button"[^>]*aria-label="听一听，23 秒"/)
  expect(page).not.toMatch(/<audio| src=/)
  expect(await sectionPage('story', { settings: { voice }, context: { isInert: true } })).not.toContain(
    'role="button"',
  )
})

test('photo-wall shows every photo', async () => {
  const photos = ['a1', 'b2', 'c3'].map((hash) => ({ ...photo, id: hash, hash }))
  const page = await sectionPage('photo-wall', { settings: { photos, form: 'mosaic' } })
  expect(page.match(/\/photos\/\w+-\d+/g)).toEqual(['/photos/a1-750', '/photos/b2-375', '/photos/c3-375'])
})

test("origin shows the shop's place unless the owner sets a village", async () => {
  expect(wordsOf(await sectionPage('origin'))).toContain('样品镇下街')
  const page = await sectionPage('origin', { settings: { village: '沙坝村', season: '九月到十一月' } })
  expect(wordsOf(page)).toMatch(/沙坝村.*时令：九月到十一月/)
  expect(wordsOf(page)).not.toContain('样品镇')
})

test('opening-hours shows until when the shop is closed', async () => {
  const settings = { hours: '早八点到晚八点', rest: '周一歇' }
  expect(wordsOf(await sectionPage('opening-hours', { settings }))).toBe('开门时间 早八点到晚八点 周一歇')
  const closedUntil = addDays(dayOf(Date.now()), 3)
  expect(wordsOf(await sectionPage('opening-hours', { shop: { closedUntil } }))).toContain('起再接单')
})

test.each(licenceBases.filter((basis) => basis !== 'none'))(
  'licence with basis %s shows the words that the law requires',
  async (basis) => {
    const page = wordsOf(
      await sectionPage('licence', { settings: { basis, holder: '样品', number: '9262' } }),
    )
    expect(page).toContain(licenceWords.basis[basis])
    expect(page).toContain('经营者：样品')
    expect(page.includes('统一社会信用代码：9262')).toBe(basis === 'licensed')
  },
)

describe('rooms', () => {
  const rooms = [
    sampleProduct(1, { category: '住' }),
    sampleProduct(2, { category: '吃' }),
    sampleProduct(3, { category: '住' }),
    sampleProduct(4),
  ]

  it.each(['rooms', 'menu'] as const)('groups the products by category in the form %s', async (form) => {
    const page = wordsOf(await sectionPage('rooms', { products: rooms, settings: { form, title: '别的' } }))
    expect(page).toMatch(/别的.*样品4号.*住.*样品1号.*样品3号.*吃.*样品2号/)
    const sorted = { products: rooms.slice(0, 3), settings: { form, title: '院里有' } }
    expect(wordsOf(await sectionPage('rooms', sorted))).toMatch(/院里有.*住.*样品1号.*样品3号.*吃.*样品2号/)
  })

  it('links to the days of a room and says when it is full or the shop is closed', async () => {
    const skus = [{ id: 's', price: 100, stock: 0 }]
    const room = { unit: '间' }
    const page = await sectionPage('rooms', {
      products: [sampleProduct(1, room), sampleProduct(2, { ...room, skus })],
    })
    expect(page.match(/样品\d号，看日子/g)).toEqual(['样品1号，看日子'])
    expect(page).toContain('订满了')
    const closed = await sectionPage('rooms', { products: rooms, shop: { closedUntil: '2999-01-01' } })
    expect(closed).not.toContain('看日子')
  })

  it('offers to buy what is no room', async () => {
    const page = await sectionPage('rooms', { products: [sampleProduct(1, { unit: '斤' })] })
    expect(page).toContain('样品1号，加一份')
    expect(page).not.toContain('看日子')
  })
})

test('group-order numbers its lines and says whether it has ended', async () => {
  const today = dayOf(Date.now())
  const products = [sampleProduct(1), sampleProduct(2)]
  const words = async (until: string) =>
    wordsOf(await sectionPage('group-order', { products, settings: { until, words: '满十份就送' } }))
  expect(await words(today)).toContain(buyWords.buy)
  expect(await words(today)).toMatch(/日截止 满十份就送 接龙 1 没有照片 样品1号.*2 没有照片 样品2号/)
  expect(await words(addDays(today, -1))).toMatch(
    /日已截止 .* 1 没有照片 样品1号 [^样]*已截止 2 没有照片 样品2号 [^样]*已截止/,
  )
  expect(await words(addDays(today, -1))).not.toContain(buyWords.buy)
})

test.each(['product-list', 'product-grid', 'price-board', 'showcase', 'rooms', 'group-order'] as const)(
  '%s says when there is nothing to buy',
  async (kind) => {
    expect(wordsOf(await sectionPage(kind))).toContain('货还没摆上来')
    expect(wordsOf(await sectionPage(kind, { products: [sampleProduct(1)] }))).not.toContain('货还没')
  },
)
