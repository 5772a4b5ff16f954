import Taro from '@tarojs/taro'
import { PHONE_PHOTO_BYTES } from '@/domain/photo'
import { kept } from './kept'
import { type LocalPhotos, UnreadablePhoto } from './local-photo'

const key = (id: string) => `photo:${id}`
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

const saveFile = (tempFilePath: string) =>
  new Promise<string>((resolve, reject) =>
    files().saveFile({
      tempFilePath,
      success: (res) => resolve(res.savedFilePath),
      fail: reject,
    }),
  )

const exists = (path: string) =>
  new Promise<boolean>((resolve) =>
    files().access({ path, success: () => resolve(true), fail: () => resolve(false) }),
  )

const cancelled = (error: unknown) => /cancel/i.test((error as { errMsg?: string })?.errMsg ?? String(error))

export const localPhotos: LocalPhotos = {
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
      const before = kept.get<string>(key(id))
      if (!kept.set(key(id), await saveFile(await shrink(path)))) throw new UnreadablePhoto('storage is full')
      if (before) files().unlink({ filePath: before, fail: () => undefined })
      return true
    } catch (error) {
      if (cancelled(error)) return false
      throw new UnreadablePhoto(String((error as { errMsg?: string })?.errMsg ?? error))
    }
  },
  async source(id) {
    const path = kept.get<string>(key(id))
    return path && (await exists(path)) ? path : null
  },
  async upload(id, url, token, progress) {
    const filePath = kept.get<string>(key(id))
    if (!filePath) throw new UnreadablePhoto('the photo is gone')
    const task = Taro.uploadFile({
      url,
      filePath,
      name: 'file',
      header: token ? { Authorization: `Bearer ${token}` } : {},
      timeout: 60_000,
    })
    task.progress?.((res) => progress?.(res.progress / 100))
    const reply = await task
    return { status: reply.statusCode, body: String(reply.data) }
  },
  async drop(id) {
    const path = kept.get<string>(key(id))
    kept.remove(key(id))
    if (path) files().unlink({ filePath: path, fail: () => undefined })
  },
}
