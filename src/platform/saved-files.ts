import Taro from '@tarojs/taro'
import { kept } from './kept'
import { FileGone, type LocalFiles } from './local-files'

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

/** Files of a kind as WeChat saves them for a mini-program, with a note of where. */
export function savedFiles(kind: string): LocalFiles & { keep(id: string, tempPath: string): Promise<void> } {
  const key = (id: string) => `${kind}:${id}`
  return {
    async keep(id, tempPath) {
      const before = kept.get<string>(key(id))
      if (!kept.set(key(id), await saveFile(tempPath))) throw new FileGone('storage is full')
      unlink(before)
    },
    async source(id) {
      const path = kept.get<string>(key(id))
      return path && (await exists(path)) ? path : null
    },
    async upload(id, url, token, progress) {
      const filePath = kept.get<string>(key(id))
      if (!filePath) throw new FileGone('the file is gone')
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
      unlink(path)
    },
  }
}
