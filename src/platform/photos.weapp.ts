import Taro from '@tarojs/taro'
import { PHONE_PHOTO_BYTES } from '@/domain/photo'
import { type LocalPhotos, UnreadablePhoto } from './local-photo'
import { savedFiles } from './saved-files'

const { keep, ...saved } = savedFiles('photo')
const files = () => Taro.getFileSystemManager()

const sizeOf = (filePath: string) =>
  new Promise<number>((resolve, reject) =>
    files().getFileInfo({ filePath, success: (res) => resolve(res.size), fail: reject }),
  )

/** Coarser and smaller until it fits; the last try is kept whatever its size. */
async function shrink(path: string): Promise<string> {
  let best = path
  for (const [width, quality] of [
    [1200, 80],
    [1000, 60],
    [800, 50],
    [640, 40],
  ] as const) {
    if ((await sizeOf(best)) <= PHONE_PHOTO_BYTES && best !== path) return best
    const smaller = await Taro.compressImage({ src: path, quality, compressedWidth: width } as never)
    best = smaller.tempFilePath
  }
  return best
}

const cancelled = (error: unknown) => /cancel/i.test((error as { errMsg?: string })?.errMsg ?? String(error))

export const localPhotos: LocalPhotos = {
  ...saved,
  async pick(id, from) {
    try {
      const chosen = await Taro.chooseMedia({
        count: 1,
        mediaType: ['image'],
        sourceType: [from],
        sizeType: ['compressed'],
      })
      const path = chosen.tempFiles[0]?.tempFilePath
      if (!path) return false
      await keep(id, await shrink(path))
      return true
    } catch (error) {
      if (cancelled(error)) return false
      throw new UnreadablePhoto(String((error as { errMsg?: string })?.errMsg ?? error))
    }
  },
}
