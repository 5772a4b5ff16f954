import Taro from '@tarojs/taro'
import { FileMissingError, type LocalFiles } from './local-files'
import { storage } from './storage'

const files = () => Taro.getFileSystemManager()

const saveFile = (tempFilePath: string) =>
  new Promise<string>((resolve, reject) =>
    files().saveFile({ tempFilePath, success: (res) => resolve(res.savedFilePath), fail: reject }),
  )

const exists = (path: string) =>
  new Promise<boolean>((resolve) =>
    files().access({ path, success: () => resolve(true), fail: () => resolve(false) }),
  )

const unlink = (filePath: string | null) => filePath && files().unlink({ filePath, fail: () => undefined })

/** Files of one kind in WeChat's file storage; their paths are in `storage`. */
export function savedFiles(kind: string): LocalFiles & { save(id: string, tempPath: string): Promise<void> } {
  const key = (id: string) => `${kind}:${id}`
  return {
    async save(id, tempPath) {
      const previous = storage.get<string>(key(id))
      if (!storage.set(key(id), await saveFile(tempPath))) throw new FileMissingError('storage is full')
      unlink(previous)
    },
    async source(id) {
      const path = storage.get<string>(key(id))
      return path && (await exists(path)) ? path : null
    },
    async upload(id, url, token, progress) {
      const filePath = storage.get<string>(key(id))
      if (!filePath) throw new FileMissingError('the file is gone')
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
      const path = storage.get<string>(key(id))
      storage.remove(key(id))
      unlink(path)
    },
  }
}
