import { base64ToBuffer, base64ToText, bufferToBase64, isBuffer, textToBase64 } from '../bytes'
import { USER_DATA_PATH } from '../file-store'
import type { Fields } from '../host-types'
import { type Options, settle, type WxTarget } from './api'

type Encoding = string | undefined

/** `recursive` and friends have a place in the options of the async form and an order in the sync form. */
const ORDERS: Record<string, string[]> = {
  readFile: ['filePath', 'encoding'],
  writeFile: ['filePath', 'data', 'encoding'],
  appendFile: ['filePath', 'data', 'encoding'],
  saveFile: ['tempFilePath', 'filePath'],
  copyFile: ['srcPath', 'destPath'],
  rename: ['oldPath', 'newPath'],
  unlink: ['filePath'],
  access: ['path'],
  mkdir: ['dirPath', 'recursive'],
  rmdir: ['dirPath', 'recursive'],
  readdir: ['dirPath'],
  stat: ['path', 'recursive'],
}

const toBase64 = (data: unknown, encoding: Encoding): string => {
  if (isBuffer(data)) return bufferToBase64(data)
  if (typeof data !== 'string') throw new Error('invalid data, expected string or ArrayBuffer')
  return encoding === 'base64' ? data : textToBase64(data)
}

const fromBase64 = (base64: string, encoding: Encoding): unknown => {
  if (!encoding) return base64ToBuffer(base64)
  return encoding === 'base64' ? base64 : base64ToText(base64)
}

function operations({ host }: WxTarget): Record<string, (given: Fields) => Fields> {
  const { files } = host.device
  const text = (value: unknown) => String(value ?? '')
  return {
    readFile: (given) => ({ data: fromBase64(files.read(text(given.filePath)), given.encoding as Encoding) }),
    writeFile: (given) => {
      files.write(text(given.filePath), toBase64(given.data, given.encoding as Encoding))
      return {}
    },
    appendFile: (given) => {
      const path = text(given.filePath)
      const joined =
        base64ToText(files.read(path)) + base64ToText(toBase64(given.data, given.encoding as Encoding))
      files.write(path, textToBase64(joined))
      return {}
    },
    saveFile: (given) => ({
      savedFilePath: files.save(text(given.tempFilePath), given.filePath as string | undefined),
    }),
    copyFile: (given) => {
      files.write(text(given.destPath), files.read(text(given.srcPath)))
      return {}
    },
    rename: (given) => {
      files.write(text(given.newPath), files.read(text(given.oldPath)))
      files.remove(text(given.oldPath))
      return {}
    },
    unlink: (given) => {
      files.remove(text(given.filePath))
      return {}
    },
    access: (given) => {
      files.check(text(given.path))
      return {}
    },
    mkdir: (given) => {
      files.makeFolder(text(given.dirPath), given.recursive === true)
      return {}
    },
    rmdir: (given) => {
      files.removeFolder(text(given.dirPath), given.recursive === true)
      return {}
    },
    readdir: (given) => ({ files: files.list(text(given.dirPath)) }),
    stat: (given) => {
      const path = text(given.path)
      const size = files.size(path)
      return { stats: { size, isFile: () => !files.isFolder(path), isDirectory: () => files.isFolder(path) } }
    },
  }
}

/** What the sync form answers: the one value the async form wraps. */
const RESULT: Record<string, string> = {
  readFile: 'data',
  saveFile: 'savedFilePath',
  readdir: 'files',
  stat: 'stats',
}

export function addFiles(target: WxTarget) {
  const { host, sync, api, wx } = target
  const { files } = host.device
  const manager: Fields = {}
  for (const [name, run] of Object.entries(operations(target))) {
    manager[name] = (options: Options & Fields) => {
      settle(host, name, { fail: () => undefined, ...options }, () => run(options))
    }
    manager[`${name}Sync`] = (...input: unknown[]) => {
      const names = ORDERS[name] ?? []
      try {
        const result = run(Object.fromEntries(names.map((field, index) => [field, input[index]])))
        return result[RESULT[name] ?? '']
      } catch (error) {
        throw new Error(`${name}Sync:fail ${error instanceof Error ? error.message : error}`)
      }
    }
  }
  manager.getFileInfo = (options: Options & { filePath: string }) => {
    settle(host, 'getFileInfo', options, () => ({ size: files.size(options.filePath) }))
  }
  const savedList = () => ({
    fileList: files.saved().map((filePath) => ({ filePath, size: files.size(filePath), createTime: 0 })),
  })
  manager.getSavedFileList = (options: Options) => {
    settle(host, 'getSavedFileList', options, savedList)
  }
  manager.removeSavedFile = (options: Options & { filePath: string }) => {
    settle(host, 'removeSavedFile', options, () => files.remove(options.filePath))
  }
  sync('getFileSystemManager', () => manager)
  api<{ tempFilePath: string }>('saveFile', ({ tempFilePath }) => ({
    savedFilePath: files.save(tempFilePath),
  }))
  api<{ filePath: string }>('getFileInfo', ({ filePath }) => ({ size: files.size(filePath) }))
  wx.env = { USER_DATA_PATH }
}
