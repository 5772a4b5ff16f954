import type { FileSnapshot } from '../shared/types'

export const USER_DATA_PATH = 'http://usr'
const STORE_PATH = 'http://store'
const TEMP_PATH = 'http://tmp'
const WRITABLE_ROOTS = [USER_DATA_PATH, STORE_PATH]
const ROOTS = [...WRITABLE_ROOTS, TEMP_PATH]

const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'))
const removeTrailingSlashes = (path: string) => path.replace(/\/+$/, '')

/** The files of one mini-program, with contents as base64. Error messages equal WeChat's. */
export class FileStore {
  private readonly files: Map<string, string>
  private readonly folders: Set<string>
  private nextName: number

  constructor(snapshot: FileSnapshot) {
    this.files = new Map(Object.entries(snapshot.files))
    this.folders = new Set([...ROOTS, ...snapshot.folders])
    this.nextName = this.files.size + 1
  }

  has(path: string) {
    return this.files.has(path)
  }

  read(path: string): string {
    const base64 = this.files.get(path)
    if (base64 === undefined) throw new Error(`no such file or directory, open '${path}'`)
    return base64
  }

  write(path: string, base64: string) {
    if (!WRITABLE_ROOTS.some((root) => path.startsWith(`${root}/`)))
      throw new Error(`permission denied, open "${path}"`)
    if (!this.folders.has(parentOf(path))) throw new Error(`no such file or directory, open '${path}'`)
    this.files.set(path, base64)
  }

  /** Writes a new temporary file and returns its path. */
  writeTemp(base64: string, extension: string): string {
    const path = this.createPath(TEMP_PATH, extension)
    this.files.set(path, base64)
    return path
  }

  /** Moves a temporary file to permanent storage and returns its new path. */
  save(tempPath: string, target?: string): string {
    if (!tempPath.startsWith(`${TEMP_PATH}/`)) throw new Error(`tempFilePath file not exist`)
    const base64 = this.read(tempPath)
    const path = target ?? this.createPath(STORE_PATH, tempPath.split('.').pop() ?? 'dat')
    this.write(path, base64)
    this.files.delete(tempPath)
    return path
  }

  remove(path: string) {
    if (!this.files.delete(path)) throw new Error(`no such file or directory "${path}"`)
  }

  makeFolder(path: string, recursive: boolean) {
    const folder = removeTrailingSlashes(path)
    if (this.folders.has(folder)) {
      if (recursive) return
      throw new Error(`file already exists ${folder}`)
    }
    if (!this.folders.has(parentOf(folder))) {
      if (!recursive || !folder.startsWith(`${USER_DATA_PATH}/`))
        throw new Error(`no such file or directory ${folder}`)
      this.makeFolder(parentOf(folder), true)
    }
    this.folders.add(folder)
  }

  removeFolder(path: string, recursive: boolean) {
    const folder = removeTrailingSlashes(path)
    if (!this.folders.has(folder)) throw new Error(`no such file or directory ${folder}`)
    if (!recursive && this.list(folder).length > 0) throw new Error('directory not empty')
    for (const file of [...this.files.keys()]) if (file.startsWith(`${folder}/`)) this.files.delete(file)
    for (const inner of [...this.folders]) if (inner.startsWith(`${folder}/`)) this.folders.delete(inner)
    this.folders.delete(folder)
  }

  /** Names directly inside a folder. */
  list(path: string): string[] {
    const folder = removeTrailingSlashes(path)
    if (!this.folders.has(folder)) throw new Error(`no such file or directory ${folder}`)
    const inside = [...this.files.keys(), ...this.folders].filter((name) => name.startsWith(`${folder}/`))
    return [...new Set(inside.map((name) => name.slice(folder.length + 1).split('/')[0] ?? ''))].sort()
  }

  /** @throws if there is neither a file nor a folder. */
  check(path: string) {
    if (!this.files.has(path) && !this.folders.has(removeTrailingSlashes(path)))
      throw new Error(`no such file or directory ${path}`)
  }

  isFolder(path: string) {
    return this.folders.has(removeTrailingSlashes(path))
  }

  /** Size of a file in bytes; 0 for a folder. */
  size(path: string): number {
    this.check(path)
    const base64 = this.files.get(path) ?? ''
    const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0
    return (base64.length / 4) * 3 - padding
  }

  /** Paths of the files saved by `wx.saveFile` without a target path. */
  saved(): string[] {
    return [...this.files.keys()].filter((path) => path.startsWith(`${STORE_PATH}/`))
  }

  snapshot(): FileSnapshot {
    const permanent = [...this.files].filter(([path]) => !path.startsWith(`${TEMP_PATH}/`))
    return {
      files: Object.fromEntries(permanent),
      folders: [...this.folders].filter((path) => !ROOTS.includes(path)),
    }
  }

  private createPath(root: string, extension: string): string {
    let path = ''
    do path = `${root}/${this.nextName++}.${extension}`
    while (this.files.has(path))
    return path
  }
}
