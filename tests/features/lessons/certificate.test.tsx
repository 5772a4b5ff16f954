import { act, fireEvent, render, screen } from '@testing-library/react'
import { CertificateRow } from '@/features/lessons/learner/certificate/certificate-row'
import { useAttendedLesson } from '@/features/lessons/learner/membership'
import { fakeTaro } from '../../support/components/taro'
import { LESSON_ID, NOW } from './sample-lesson'

const mockTexts: string[] = []
const mockSaved: { name: string; works: boolean }[] = []
jest.mock('@/platform/media/card', () => ({
  openCard: async () => ({
    pen: new Proxy(
      { fillText: (text: string) => mockTexts.push(text), measureText: () => ({ width: 10 }) },
      { get: (pen, name) => Reflect.get(pen, name) ?? (() => undefined), set: () => true },
    ),
    load: async () => {
      throw new Error('no pictures here')
    },
    finish: async () => 'data:card',
  }),
  saveCard: async (_: string, name: string) => {
    const works = mockSaved.length === 0
    mockSaved.push({ name, works })
    return works
  },
}))

const SHOP_ID = '01J0000000000000000000000A'
const messages: string[] = []

const show = (shopId = SHOP_ID) =>
  render(
    <CertificateRow
      shopId={shopId}
      shopName="成县核桃小店"
      goods="成县核桃"
      onMessage={(words) => messages.push(words)}
    />,
  )
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))

beforeEach(() => {
  fakeTaro.reset()
  for (const list of [mockTexts, mockSaved, messages]) list.length = 0
  useAttendedLesson.setState({
    opened: {
      ...{ lessonId: LESSON_ID, centre: '沙坝镇', startedAt: NOW, seat: 7 },
      ...{ shopId: SHOP_ID, spent: 161_000, isReported: true },
    },
  })
})

describe('CertificateRow', () => {
  it('draws shop, seat, time, centre and the date of the lesson, and saves the picture', async () => {
    show()
    expect(screen.getByText('7 号学员 · 2 分 41 秒开张')).toBeInTheDocument()
    await press('存证书')
    expect(mockTexts).toEqual([
      '开张证书',
      '成县核桃小店',
      '7 号学员 · 2 分 41 秒开张',
      '沙坝镇服务站',
      '2026 年 11 月 26 日',
      '开张',
    ])
    expect(mockSaved).toEqual([{ name: '成县核桃小店开张证书', works: true }])
    expect(messages).toEqual(['证书存到手机了'])
  })

  it('shows the picture where only a long press can save it', async () => {
    mockSaved.push({ name: 'earlier', works: true })
    show()
    await press('存证书')
    expect(screen.getByText('长按图片，存到手机')).toBeInTheDocument()
    expect(messages).toEqual([])
  })

  it('is absent for a shop that was opened outside of a lesson', () => {
    const { container } = show('01J0000000000000000000000B')
    expect(container).toBeEmptyDOMElement()
  })
})
