import { asFields } from '../../shared/record'
import type { Fields } from '../../shared/types'
import { base64ToBuffer, base64ToText, bufferToBase64, isBuffer, textToBase64 } from '../bytes'
import { type FileStore, USER_DATA_PATH } from '../file-store'
import type { Host } from '../host-types'
import { type Options, settle, type WxTarget } from './api'

type Encoding = string | undefined

const toBase64 = (data: unknown, encoding: Encoding): string => {
  if (isBuffer(data)) return bufferToBase64(data)
  if (typeof data !== 'string') throw new Error('invalid data, expected string or ArrayBuffer')
  return encoding === 'base64' ? data : textToBase64(data)
}

const fromBase64 = (base64: string, encoding: Encoding): unknown => {
  if (!encoding) return base64ToBuffer(base64)
  return encoding === 'base64' ? base64 : base64ToText(base64)
}

const text = (value: unknown) => String(value ?? '')

/** A method of the file system manager. */
interface Operation {
  /** Parameters of the synchronous form in order; the asynchronous form takes them as options of the same names. */
  parameters: readonly string[]
  /** The field of the asynchronous result that the synchronous form returns. */
  result?: string
  /** Returns the fields of the result, if the operation has any. */
  run(files: FileStore, input: Fields): unknown
}

const OPERATIONS: Record<string, Operation> = {
  readFile: {
    parameters: ['filePath', 'encoding'],
    result: 'data',
    run: (files, input) => ({
      data: fromBase64(files.read(text(input.filePath)), input.encoding as Encoding),
    }),
  },
  writeFile: {
    parameters: ['filePath', 'data', 'encoding'],
    run: (files, input) =>
      files.write(text(input.filePath), toBase64(input.data, input.encoding as Encoding)),
  },
  appendFile: {
    parameters: ['filePath', 'data', 'encoding'],
    run(files, input) {
      const path = text(input.filePath)
      const joined =
        base64ToText(files.read(path)) + base64ToText(toBase64(input.data, input.encoding as Encoding))
      files.write(path, textToBase64(joined))
    },
  },
  saveFile: {
    parameters: ['tempFilePath', 'filePath'],
    result: 'savedFilePath',
    run: (files, input) => ({
      savedFilePath: files.save(text(input.tempFilePath), input.filePath as string | undefined),
    }),
  },
  copyFile: {
    parameters: ['srcPath', 'destPath'],
    run: (files, input) => files.write(text(input.destPath), files.read(text(input.srcPath))),
  },
  rename: {
    parameters: ['oldPath', 'newPath'],
    run(files, input) {
      files.write(text(input.newPath), files.read(text(input.oldPath)))
      files.remove(text(input.oldPath))
    },
  },
  unlink: { parameters: ['filePath'], run: (files, input) => files.remove(text(input.filePath)) },
  access: { parameters: ['path'], run: (files, input) => files.check(text(input.path)) },
  mkdir: {
    parameters: ['dirPath', 'recursive'],
    run: (files, input) => files.makeFolder(text(input.dirPath), input.recursive === true),
  },
  rmdir: {
    parameters: ['dirPath', 'recursive'],
    run: (files, input) => files.removeFolder(text(input.dirPath), input.recursive === true),
  },
  readdir: {
    parameters: ['dirPath'],
    result: 'files',
    run: (files, input) => ({ files: files.list(text(input.dirPath)) }),
  },
  stat: {
    parameters: ['path', 'recursive'],
    result: 'stats',
    run(files, input) {
      const path = text(input.path)
      const size = files.size(path)
      return { stats: { size, isFile: () => !files.isFolder(path), isDirectory: () => files.isFolder(path) } }
    },
  },
}

/** Adds both forms of an operation to the file system manager: with callbacks, and `…Sync`, which returns or throws. */
function addOperation(manager: Fields, host: Host, name: string, { parameters, result, run }: Operation) {
  const { files } = host.device
  manager[name] = (options: Options & Fields) => {
    settle(host, name, { fail: () => undefined, ...options }, () => run(files, options))
  }
  manager[`${name}Sync`] = (...input: unknown[]) => {
    try {
      const named = Object.fromEntries(parameters.map((field, index) => [field, input[index]]))
      return asFields(run(files, named))[result ?? '']
    } catch (error) {
      throw new Error(`${name}Sync:fail ${error instanceof Error ? error.message : error}`)
    }
  }
}

/** Adds the file system manager and the functions of `wx` for files. */
export function addFiles({ host, sync, api, wx }: WxTarget) {
  const { files } = host.device
  const manager: Fields = {}
  for (const [name, operation] of Object.entries(OPERATIONS)) addOperation(manager, host, name, operation)
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
