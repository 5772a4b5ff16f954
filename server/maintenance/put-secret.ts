import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { SECRET } from '../start/folder'

/**
 * Puts the secret of a backup, if it has one, which lies ready as a file on the same disk, in its place; one that is
 * another goes into a folder. Answers how to take it back.
 */
export function putSecret(ready: string | undefined, dataDir: string, aside: () => string): () => void {
  const file = join(dataDir, SECRET)
  if (ready === undefined) return () => undefined
  if (!existsSync(file)) {
    renameSync(ready, file)
    return () => rmSync(file)
  }
  if (readFileSync(file, 'utf8').trim() === readFileSync(ready, 'utf8').trim()) return () => undefined
  const kept = join(aside(), SECRET)
  copyFileSync(file, kept)
  renameSync(ready, file)
  return () => renameSync(kept, file)
}
