import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Files by their relative path with `/` as separator. */
export type Files = Map<string, Buffer>

/** Reads all files of a folder but those whose name begins with a dot. */
export function readFolder(folder: string): Files {
  const files: Files = new Map()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    const file = path.join(entry.parentPath, entry.name)
    files.set(path.relative(folder, file).split(path.sep).join('/'), readFileSync(file))
  }
  return files
}

export function textOf(files: Files, name: string): string {
  const file = files.get(name)
  if (!file) throw new Error(`The engine has no ${name}: build it anew (npm run build:engine)`)
  return file.toString('utf8')
}
