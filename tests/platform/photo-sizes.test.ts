import Taro from '@tarojs/taro'
import { PAPER_PHOTO_BYTES } from '@/domain/photo'
import { localPhotos as browserPhotos } from '@/platform/media/photos.h5'
import { localPhotos as wechatPhotos } from '@/platform/media/photos.weapp'

const saved: Blob[] = []

jest.mock('@/platform/media/browser-files', () => ({ choosePictures: async () => [new Blob(['photo'])] }))
jest.mock('@/platform/storage/indexeddb-files', () => ({
  indexedDbFiles: () => ({ save: async (_id: string, blob: Blob) => void saved.push(blob) }),
}))
jest.mock('@/platform/storage/saved-files', () => ({ savedFiles: () => ({ save: async () => undefined }) }))

const attempts: { width: number; height: number; quality: number }[] = []
/** The bytes that a photo of these many pixels has. */
let bytesPerPixel = 0.1

beforeEach(() => {
  attempts.length = 0
  saved.length = 0
  bytesPerPixel = 0.1
})

describe('photo in a browser', () => {
  beforeEach(() => {
    jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    jest.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function toBlob(
      this: HTMLCanvasElement,
      ...[done, , quality = 1]
    ) {
      attempts.push({ width: this.width, height: this.height, quality })
      const blob = new Blob([])
      Object.defineProperty(blob, 'size', { value: this.width * this.height * bytesPerPixel * quality })
      done(blob)
    })
    Object.assign(URL, { createObjectURL: () => 'blob:photo', revokeObjectURL: () => undefined })
    Object.assign(globalThis, { CSS: { supports: () => true } })
    jest.spyOn(HTMLImageElement.prototype, 'src', 'set').mockImplementation(function load(
      this: HTMLImageElement,
    ) {
      setTimeout(() => this.onload?.(new Event('load')))
    })
    jest.spyOn(HTMLImageElement.prototype, 'naturalWidth', 'get').mockReturnValue(3000)
    jest.spyOn(HTMLImageElement.prototype, 'naturalHeight', 'get').mockReturnValue(4000)
  })

  afterEach(() => jest.restoreAllMocks())

  const save = async (subject: 'goods' | 'paper') => {
    const [photo] = await browserPhotos.pick('album', 1, subject)
    await photo?.save('id')
    return attempts
  }

  it('is limited to 2000 px for a paper and to 1200 px for goods', async () => {
    expect(await save('paper')).toEqual([{ width: 1500, height: 2000, quality: 0.88 }])
    attempts.length = 0
    expect(await save('goods')).toEqual([{ width: 900, height: 1200, quality: 0.82 }])
  })

  it('is reduced until a paper fits', async () => {
    bytesPerPixel = 0.5
    expect((await save('paper')).map(({ height }) => height)).toEqual([2000, 2000, 1600])
    expect(saved[0]?.size).toBeLessThan(PAPER_PHOTO_BYTES)
  })
})

describe('photo in WeChat', () => {
  const chooseMedia = jest.fn(async (_options: unknown) => ({ tempFiles: [{ tempFilePath: 'taken' }] }))
  let size = { width: 3000, height: 4000 }

  beforeEach(() => {
    size = { width: 3000, height: 4000 }
    Object.assign(Taro, {
      chooseMedia,
      getImageInfo: async () => size,
      compressImage: async ({
        compressedWidth: width,
        quality,
      }: {
        compressedWidth: number
        quality: number
      }) => {
        attempts.push({ width, height: Math.round((width * size.height) / size.width), quality })
        return { tempFilePath: 'smaller' }
      },
      getFileSystemManager: () => ({
        getFileInfo: ({ success }: { success(reply: { size: number }): void }) => {
          const { width, height } = attempts.at(-1) ?? size
          success({ size: width * height * bytesPerPixel })
        },
      }),
    })
  })

  const save = async (subject: 'goods' | 'paper') => {
    const [photo] = await wechatPhotos.pick('album', 1, subject)
    await photo?.save('id')
    return attempts
  }

  it('is limited to 2000 px of the original for a paper and to 1200 px for goods', async () => {
    expect(await save('paper')).toEqual([{ width: 1500, height: 2000, quality: 85 }])
    expect(chooseMedia).toHaveBeenLastCalledWith(expect.objectContaining({ sizeType: ['original'] }))
    attempts.length = 0
    expect(await save('goods')).toEqual([{ width: 1200, height: 1600, quality: 80 }])
    expect(chooseMedia).toHaveBeenLastCalledWith(expect.objectContaining({ sizeType: ['compressed'] }))
  })

  it('is never enlarged for a paper', async () => {
    size = { width: 900, height: 600 }
    expect(await save('paper')).toEqual([{ width: 900, height: 600, quality: 85 }])
  })

  it('is reduced until a paper fits', async () => {
    bytesPerPixel = 0.4
    expect((await save('paper')).map(({ width }) => width)).toEqual([1500, 1500, 1200])
  })
})
