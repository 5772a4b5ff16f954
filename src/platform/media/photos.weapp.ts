import Taro from '@tarojs/taro'
import { PHONE_PHOTO_BYTES } from '@/domain/photo'
import { isCancel, isPermissionError, wechatErrorMessage } from '../device/wechat'
import { savedFiles } from '../storage/saved-files'
import {
  type LocalPhotos,
  PhotoError,
  type PhotoSource,
  type PickedPhoto,
  rejectWithReason,
} from './local-photo'

const { save, ...localFiles } = savedFiles('photo')
const files = () => Taro.getFileSystemManager()

const sizeOf = (filePath: string) =>
  new Promise<number>((resolve, reject) =>
    files().getFileInfo({ filePath, success: (res) => resolve(res.size), fail: reject }),
  )

/** Compresses a photo with decreasing size and quality until it fits; the last result is used whatever its size. */
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

/** Older WeChat versions accept at most nine. */
const MAX_AT_ONCE = 9

/** Paths of the chosen photos; empty when cancelled. */
async function choose(from: PhotoSource, most: number): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: Math.min(most, MAX_AT_ONCE),
      mediaType: ['image'],
      sourceType: [from],
      sizeType: ['compressed'],
    })
    return tempFiles.map(({ tempFilePath }) => tempFilePath)
  } catch (error) {
    const message = wechatErrorMessage(error)
    if (isCancel(message)) return []
    throw new PhotoError(isPermissionError(message) ? 'refused' : 'unreadable')
  }
}

const toPickedPhoto = (path: string): PickedPhoto => ({
  async save(id) {
    const small = await shrink(path).catch(rejectWithReason('unreadable'))
    await save(id, small).catch(rejectWithReason('full'))
  },
})

export const localPhotos: LocalPhotos = {
  ...localFiles,
  pick: async (from, most) => (await choose(from, most)).map(toPickedPhoto),
}
