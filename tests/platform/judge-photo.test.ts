import { JUDGED_EDGE } from '@/domain/photo-quality'
import { openCard } from '@/platform/media/card'
import { judgeLocalPhoto } from '@/platform/media/judge-photo'
import type { Drawable } from '@/platform/media/media-types'

jest.mock('@/platform/media/card', () => ({ openCard: jest.fn() }))
jest.mock('@/platform/media/photos', () => ({
  localPhotos: { source: async (id: string) => (id === 'gone' ? null : `blob:${id}`) },
}))

const open = openCard as jest.MockedFunction<typeof openCard>

const photo: Drawable = { width: 1200, height: 900, image: {} }

/** A canvas whose picture is black. */
function blackCanvas(load: (src: string) => Promise<Drawable> = async () => photo) {
  const drawImage = jest.fn()
  const getImageData = jest.fn((_x: number, _y: number, width: number, height: number) => ({
    data: new Uint8ClampedArray(width * height * 4),
  }))
  open.mockResolvedValue({ pen: { drawImage, getImageData }, load, finish: async () => '' } as never)
  return { drawImage, getImageData }
}

describe('judgeLocalPhoto', () => {
  it('judges the pixels of the photo, scaled down', async () => {
    const { drawImage, getImageData } = blackCanvas()
    expect(await judgeLocalPhoto('a')).toBe('dark')
    expect(drawImage).toHaveBeenCalledWith(photo.image, 0, 0, JUDGED_EDGE, (JUDGED_EDGE * 3) / 4)
    expect(getImageData).toHaveBeenCalledWith(0, 0, JUDGED_EDGE, (JUDGED_EDGE * 3) / 4)
  })

  it('does not enlarge a small photo', async () => {
    const { getImageData } = blackCanvas(async () => ({ ...photo, width: 300, height: 200 }))
    await judgeLocalPhoto('a')
    expect(getImageData).toHaveBeenCalledWith(0, 0, 300, 200)
  })

  it('finds no fault without a canvas, without the photo, or if it cannot be read', async () => {
    open.mockRejectedValueOnce(new Error('no canvas'))
    expect(await judgeLocalPhoto('a')).toBeUndefined()
    const { getImageData } = blackCanvas()
    expect(await judgeLocalPhoto('gone')).toBeUndefined()
    getImageData.mockImplementationOnce(() => {
      throw new Error('tainted')
    })
    expect(await judgeLocalPhoto('a')).toBeUndefined()
    blackCanvas(async () => Promise.reject(new Error('picture did not load')))
    expect(await judgeLocalPhoto('a')).toBeUndefined()
  })

  it('finds no fault on a phone that does not finish', async () => {
    jest.useFakeTimers()
    blackCanvas(() => new Promise(() => undefined))
    const verdict = judgeLocalPhoto('a')
    await jest.runAllTimersAsync()
    expect(await verdict).toBeUndefined()
  })
})
