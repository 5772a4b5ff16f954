import { drawPosterCard, type PosterFacts } from '@/ui/drawn-card/poster-card'
import { storefront } from '../features/storefront/sample-shop'

const CODE = 'https://kz.example.org/s/abcd1234/code.png'
const LINK = 'https://kz.example.org/s/abcd1234'
const PHOTO = 'https://kz.example.org/photos/a-750.webp'

/** What is drawn on the last canvas: images by their source, and the number of squares of a QR code. */
let mockImages: unknown[]
let mockSquares: number
let mockTexts: { text: string; y: number }[]
let mockHeight: number
let mockLoad: (src: string) => Promise<unknown>
let mockFinish: () => Promise<string>

jest.mock('@/platform/media/card', () => ({
  openCard: async (_width: number, height: number) => {
    mockHeight = height
    mockTexts = []
    mockImages = []
    mockSquares = 0
    const drawn = {
      drawImage: (image: unknown) => mockImages.push(image),
      fillRect: (_x: number, _y: number, width: number, height: number) => {
        if (width === height && width < 20) mockSquares++
      },
      fillText: (text: string, _x: number, y: number) => mockTexts.push({ text, y }),
      measureText: () => ({ width: 10 }),
    }
    return {
      pen: new Proxy(drawn, {
        get: (pen, name) => Reflect.get(pen, name) ?? (() => undefined),
        set: () => true,
      }),
      load: async (src: string) => {
        await mockLoad(src)
        return { width: 528, height: 528, image: src }
      },
      finish: () => mockFinish(),
    }
  },
}))

const { shop, look } = storefront({ place: '沙坝镇' })
const facts: PosterFacts = { name: shop.name, place: '沙坝镇', theme: look.theme }

const drawPoster = () => drawPosterCard(facts, [PHOTO], { picture: CODE, link: LINK })

beforeEach(() => {
  mockLoad = async () => undefined
  mockFinish = async () => 'data:drawn'
})

describe('drawPosterCard', () => {
  it('draws the photo and the picture of the code', async () => {
    expect(await drawPoster()).toBe('data:drawn')
    expect(mockImages).toEqual([PHOTO, CODE])
    expect(mockSquares).toBe(0)
  })

  it('draws a QR code of the link when the picture of the code cannot be loaded', async () => {
    mockLoad = async (src) => {
      if (src === CODE) throw new Error('the picture is not there')
    }
    expect(await drawPoster()).toBe('data:drawn')
    expect(mockImages).toEqual([PHOTO])
    expect(mockSquares).toBeGreaterThan(200)
  })

  it('draws a QR code of the link when the picture of the code takes too long', async () => {
    jest.useFakeTimers()
    mockLoad = (src) => (src === CODE ? new Promise(() => undefined) : Promise.resolve())
    const drawing = drawPoster()
    await jest.advanceTimersByTimeAsync(4000)
    expect(await drawing).toBe('data:drawn')
    expect(mockSquares).toBeGreaterThan(200)
    jest.useRealTimers()
  })

  it('draws a drawing and a QR code on a canvas that pictures of another site made unreadable', async () => {
    mockFinish = async () => {
      if (mockImages.some((image) => String(image).startsWith('https:'))) throw new Error('SecurityError')
      return 'data:drawn'
    }
    expect(await drawPoster()).toBe('data:drawn')
    expect(mockImages).toEqual([expect.stringMatching(/^data:/)])
    expect(mockSquares).toBeGreaterThan(200)
  })

  it('writes further lines below the price, on a poster that is high enough for them and the phone', async () => {
    const more = ['12月5日 18:00 截止', '学校门口等 3 处取']
    const goods = { name: '核桃', fen: 2500, from: false, unit: '斤' }
    await drawPosterCard({ ...facts, goods }, [], { link: LINK })
    const plain = mockHeight
    await drawPosterCard({ ...facts, goods, phone: '13900001234', more, scan: '扫码接龙' }, [], {
      link: LINK,
    })
    const topOf = (text: string) => mockTexts.find((one) => one.text === text)?.y ?? Number.NaN
    const tops = ['¥25', ...more, '电话 139 0000 1234'].map(topOf)
    expect(tops).toEqual([...tops].sort((a, b) => a - b))
    expect(mockHeight - plain).toBeGreaterThanOrEqual(2 * 45)
    expect(mockHeight - topOf('电话 139 0000 1234')).toBeGreaterThan(45)
    expect(topOf('扫码接龙')).toBeGreaterThan(0)
  })

  it('rejects on a phone that cannot draw', async () => {
    mockFinish = async () => {
      throw new Error('no canvas')
    }
    await expect(drawPoster()).rejects.toThrow('no canvas')
  })
})
