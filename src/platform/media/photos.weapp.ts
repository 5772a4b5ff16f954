import Taro from '@tarojs/taro'
import { PHONE_PHOTO_BYTES } from '@/domain/photo'
import { isCancel, isPermissionError, wechatErrorMessage } from '../device/wechat'
import { savedFiles } from '../storage/saved-files'
import { failsAs, type LocalPhotos, PhotoError, type PickedPhoto } from './local-photo'

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

/** Older WeChat takes nine at most. */
const MOST_AT_ONCE = 9

/** None when people change their mind. */
async function choose(from: 'camera' | 'album', most: number): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: Math.min(most, MOST_AT_ONCE),
      mediaType: ['image'],
      sourceType: [from],
      sizeType: ['compressed'],
    })
    return tempFiles.map(({ tempFilePath }) => tempFilePath)
  } catch (error) {
    const says = wechatErrorMessage(error)
    if (isCancel(says)) return []
    throw new PhotoError(isPermissionError(says) ? 'refused' : 'unreadable')
  }
}

const picked = (path: string): PickedPhoto => ({
  async keep(id) {
    const small = await shrink(path).catch(failsAs('unreadable'))
    await keep(id, small).catch(failsAs('full'))
  },
})

export const localPhotos: LocalPhotos = {
  ...saved,
  async pick(id, from, chosen) {
    const [path] = await choose(from, 1)
    if (!path) return false
    chosen?.()
    await picked(path).keep(id)
    return true
  },
  pickSeveral: async (from, most) => (await choose(from, most)).map(picked),
}
