import type { Fields } from '../../shared/types'
import { base64ToBuffer, base64ToText, bufferToBase64, isBuffer, textToBase64 } from '../bytes'
import { USER_DATA_PATH } from '../file-store'
import { type Options, settle, type WxTarget } from './api'

type Encoding = string | undefined

/** Parameters of the synchronous form in order; the asynchronous form takes them as options of the same names. */
const PARAMETERS: Record<string, string[]> = {
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

function operations({ host }: WxTarget): Record<string, (input: Fields) => Fields> {
  const { files } = host.device
  const text = (value: unknown) => String(value ?? '')
  return {
    readFile: (input) => ({ data: fromBase64(files.read(text(input.filePath)), input.encoding as Encoding) }),
    writeFile: (input) => {
      files.write(text(input.filePath), toBase64(input.data, input.encoding as Encoding))
      return {}
    },
    appendFile: (input) => {
      const path = text(input.filePath)
      const joined =
        base64ToText(files.read(path)) + base64ToText(toBase64(input.data, input.encoding as Encoding))
      files.write(path, textToBase64(joined))
      return {}
    },
    saveFile: (input) => ({
      savedFilePath: files.save(text(input.tempFilePath), input.filePath as string | undefined),
    }),
    copyFile: (input) => {
      files.write(text(input.destPath), files.read(text(input.srcPath)))
      return {}
    },
    rename: (input) => {
      files.write(text(input.newPath), files.read(text(input.oldPath)))
      files.remove(text(input.oldPath))
      return {}
    },
    unlink: (input) => {
      files.remove(text(input.filePath))
      return {}
    },
    access: (input) => {
      files.check(text(input.path))
      return {}
    },
    mkdir: (input) => {
      files.makeFolder(text(input.dirPath), input.recursive === true)
      return {}
    },
    rmdir: (input) => {
      files.removeFolder(text(input.dirPath), input.recursive === true)
      return {}
    },
    readdir: (input) => ({ files: files.list(text(input.dirPath)) }),
    stat: (input) => {
      const path = text(input.path)
      const size = files.size(path)
      return { stats: { size, isFile: () => !files.isFolder(path), isDirectory: () => files.isFolder(path) } }
    },
  }
}

/** The field of the asynchronous result that the synchronous form returns. */
const RESULT_FIELD: Record<string, string> = {
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
      const names = PARAMETERS[name] ?? []
      try {
        const result = run(Object.fromEntries(names.map((field, index) => [field, input[index]])))
        return result[RESULT_FIELD[name] ?? '']
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
