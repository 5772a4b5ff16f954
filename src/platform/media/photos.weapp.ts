import Taro from '@tarojs/taro'
import { PAPER_PHOTO_BYTES, PHONE_PHOTO_BYTES } from '@/domain/photo'
import { isCancel, isPermissionError, wechatErrorMessage } from '../device/wechat'
import { savedFiles } from '../storage/saved-files'
import {
  type LocalPhotos,
  PhotoError,
  type PhotoSource,
  type PhotoSubject,
  type PickedPhoto,
  rejectWithReason,
} from './local-photo'

const { save, ...localFiles } = savedFiles('photo')
const files = () => Taro.getFileSystemManager()

const sizeOf = (filePath: string) =>
  new Promise<number>((resolve, reject) =>
    files().getFileInfo({ filePath, success: (res) => resolve(res.size), fail: reject }),
  )

type Attempts = readonly (readonly [width: number, quality: number])[]

const goodsAttempts: Attempts = [
  [1200, 80],
  [1000, 60],
  [800, 50],
  [640, 40],
]

/** The longest side of a paper's photo, in px. */
const PAPER_EDGE = 2000

/** The attempts for a paper, which keep its longest side at `PAPER_EDGE` and never enlarge it. */
async function paperAttempts(src: string): Promise<Attempts> {
  const { width, height } = await Taro.getImageInfo({ src })
  const widest = Math.round(width * Math.min(1, PAPER_EDGE / Math.max(width, height)))
  return [
    [widest, 85],
    [widest, 70],
    [Math.round(widest * 0.8), 70],
  ]
}

/** Compresses a photo with decreasing size and quality until it fits; the last result is used whatever its size. */
async function shrink(path: string, subject: PhotoSubject): Promise<string> {
  const isPaper = subject === 'paper'
  const most = isPaper ? PAPER_PHOTO_BYTES : PHONE_PHOTO_BYTES
  let best = path
  for (const [width, quality] of isPaper ? await paperAttempts(path) : goodsAttempts) {
    if ((await sizeOf(best)) <= most && best !== path) return best
    const smaller = await Taro.compressImage({ src: path, quality, compressedWidth: width } as never)
    best = smaller.tempFilePath
  }
  return best
}

/** Older WeChat versions accept at most nine. */
const MAX_AT_ONCE = 9

/** Paths of the chosen photos; empty when cancelled. */
async function choose(from: PhotoSource, most: number, subject: PhotoSubject): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: Math.min(most, MAX_AT_ONCE),
      mediaType: ['image'],
      sourceType: [from],
      sizeType: [subject === 'paper' ? 'original' : 'compressed'],
    })
    return tempFiles.map(({ tempFilePath }) => tempFilePath)
  } catch (error) {
    const message = wechatErrorMessage(error)
    if (isCancel(message)) return []
    throw new PhotoError(isPermissionError(message) ? 'refused' : 'unreadable')
  }
}

const toPickedPhoto = (path: string, subject: PhotoSubject): PickedPhoto => ({
  async save(id) {
    const small = await shrink(path, subject).catch(rejectWithReason('unreadable'))
    await save(id, small).catch(rejectWithReason('full'))
  },
})

export const localPhotos: LocalPhotos = {
  ...localFiles,
  pick: async (from, most, subject) =>
    (await choose(from, most, subject)).map((path) => toPickedPhoto(path, subject)),
  download: async (url) => {
    const { statusCode, tempFilePath } = await Taro.downloadFile({ url })
    if (statusCode !== 200) throw new PhotoError('unreadable')
    // small already, and not every phone compresses WebP
    return { save: (id) => save(id, tempFilePath).catch(rejectWithReason('full')) }
  },
}
