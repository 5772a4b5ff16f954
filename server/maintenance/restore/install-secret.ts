import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { SECRET_FILE } from '../../start/data-folder'

/**
 * Moves a backup's staged secret into place; a different existing secret goes into the folder `aside`.
 * @returns a function that undoes it.
 */
export function installSecret(staged: string | undefined, dataDir: string, aside: () => string): () => void {
  const file = join(dataDir, SECRET_FILE)
  if (staged === undefined) return () => undefined
  if (!existsSync(file)) {
    renameSync(staged, file)
    return () => rmSync(file)
  }
  if (readFileSync(file, 'utf8').trim() === readFileSync(staged, 'utf8').trim()) return () => undefined
  const previous = join(aside(), SECRET_FILE)
  copyFileSync(file, previous)
  renameSync(staged, file)
  return () => renameSync(previous, file)
}
