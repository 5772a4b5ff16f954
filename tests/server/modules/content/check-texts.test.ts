import { MAX_NOTE_LENGTH } from '@/domain/order/order'
import { checkWritten } from '../../support/content'
import { placeTestOrder } from '../../support/test-shop'
import { checkOf, contentStoryPerTest, readNotice, writeNotice } from './content-story'

const story = contentStoryPerTest()
const check = () => checkWritten(story.env)

describe('a text written in the mini-program', () => {
  it('is checked by WeChat as its writer’s, with the scene of its place', async () => {
    await writeNotice(story, '今年的新核桃')
    story.wechat.content.texts.length = 0
    await check()
    expect(story.wechat.content.texts).toEqual([
      { appid: 'wxplatform0001', openid: 'o-seller', scene: 3, content: '今年的新核桃' },
    ])
    expect(await readNotice(story)).toBe('今年的新核桃')
  })

  it.each([
    ['本店有违禁品', { verdict: 'risky', source: 'wechat', label: '20006' }, undefined],
    ['吃了就好的特效药', { verdict: 'review', source: 'wechat', label: '20008' }, '吃了就好的特效药'],
  ] as const)('gets the verdict of WeChat: %s', async (notice, verdict, shown) => {
    await writeNotice(story, notice)
    // the cached storefront still has it
    expect(await readNotice(story)).toBe(notice)
    await check()
    expect(await checkOf(story, notice)).toMatchObject(verdict)
    expect(await readNotice(story)).toBe(shown)
  })

  it('is hidden at once by the list of words, whatever WeChat would say', async () => {
    expect(await readNotice(story)).toBeUndefined()
    await writeNotice(story, '冰 毒 有货')
    expect(await readNotice(story)).toBeUndefined()
    story.wechat.content.texts.length = 0
    await check()
    expect(await checkOf(story, '冰 毒 有货')).toMatchObject({
      verdict: 'risky',
      source: 'words',
      label: 'drugs',
    })
    expect(story.wechat.content.texts).toEqual([])
    expect(await readNotice(story)).toBeUndefined()
  })

  it('waits for an operator when only the list of words doubts it', async () => {
    await writeNotice(story, '加微信付款便宜')
    await check()
    expect(await checkOf(story, '加微信付款便宜')).toMatchObject({ verdict: 'review', source: 'words' })
    expect(await readNotice(story)).toBe('加微信付款便宜')
  })

  it('is not sent again once it has passed, and is not stored any longer', async () => {
    await writeNotice(story, '今年的新核桃')
    await check()
    await writeNotice(story, '收摊了')
    await writeNotice(story, '今年的新核桃')
    story.wechat.content.texts.length = 0
    await check()
    expect(story.wechat.content.texts.map(({ content }) => content)).toEqual(['收摊了'])
    expect(await checkOf(story, '今年的新核桃')).toBeUndefined()
  })

  it('is sent without long numbers', async () => {
    const buyer = await story.signIn('buyer')
    await placeTestOrder(story.shop, buyer, { note: '打 138 0000-1234 或１３９.0000.1234，放3号柜' })
    story.wechat.content.texts.length = 0
    await check()
    expect(story.wechat.content.texts).toMatchObject([
      { openid: 'o-buyer', scene: 2, content: '打 *** ****-**** 或***.****.****，放3号柜' },
    ])
  })

  it('never includes receivers', async () => {
    const buyer = await story.signIn('buyer')
    await placeTestOrder(story.shop, buyer, { note: '早点送' })
    await check()
    const sent = JSON.stringify(story.wechat.content.texts)
    expect(sent).toContain('早点送')
    expect(sent).not.toMatch(/收货人|城关镇一号|13800000000/)
  })
})

describe('checkContents', () => {
  it('checks the texts of one person together, and by halves when one of them is risky', async () => {
    const buyer = await story.signIn('buyer')
    for (const note of ['要违禁品', '早点送']) await placeTestOrder(story.shop, buyer, { note })
    story.wechat.content.texts.length = 0
    await check()
    const sent = story.wechat.content.texts.map(({ content }) => content)
    expect(sent).toHaveLength(3)
    expect(sent[0]?.split('\n').sort()).toEqual(['早点送', '要违禁品'])
    expect(await checkOf(story, '要违禁品')).toMatchObject({ verdict: 'risky' })
    expect(await checkOf(story, '早点送')).toBeUndefined()
  })

  it('divides the texts of one person so that no request is longer than WeChat takes', async () => {
    const buyer = await story.signIn('buyer')
    const count = Math.ceil(2500 / MAX_NOTE_LENGTH) + 2
    for (let i = 0; i < count; i++)
      await placeTestOrder(story.shop, buyer, { note: `${i}`.padEnd(MAX_NOTE_LENGTH, '好') })
    story.wechat.content.texts.length = 0
    await check()
    const lengths = story.wechat.content.texts.map(({ content }) => [...content].length)
    expect(lengths).toHaveLength(2)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(2500)
  })
})

describe('a text that WeChat does not check', () => {
  it('passes by the list of words when its writer was not in the mini-program for two hours', async () => {
    story.env.advance(3 * 3_600_000)
    await writeNotice(story, '本店有违禁品')
    await check()
    expect(await checkOf(story, '本店有违禁品')).toBeUndefined()
    expect(await readNotice(story)).toBe('本店有违禁品')
  })

  it('is tried three times while the quota is used up, and then waits for an operator', async () => {
    await writeNotice(story, '今年的新核桃')
    story.wechat.content.quota = 0
    await check()
    expect(await checkOf(story, '今年的新核桃')).toMatchObject({ verdict: 'pending', tries: 1 })
    await check()
    expect(await checkOf(story, '今年的新核桃')).toMatchObject({ verdict: 'pending', tries: 1 })
    for (const wait of [60_000, 3_600_000]) {
      story.env.advance(wait)
      await check()
      expect(await checkOf(story, '今年的新核桃')).toMatchObject({ tries: 2 })
    }
    expect(await checkOf(story, '今年的新核桃')).toMatchObject({ verdict: 'review', source: null })
    expect(await readNotice(story)).toBe('今年的新核桃')
  })

  it('is checked by the list of words while WeChat does not answer', async () => {
    await story.wechat.close()
    await writeNotice(story, '冰毒有货')
    await check()
    expect(await readNotice(story)).toBeUndefined()
  })
})
