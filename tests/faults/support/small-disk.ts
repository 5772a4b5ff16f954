import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface SmallDisk {
  folder: string
  /** Fills it up to the last byte. */
  fill(): void
  /** Takes away what filled it. */
  free(): void
  /** Nothing can be written, or everything again. */
  readOnly(on: boolean): void
  dispose(): void
}

const mount = (...more: string[]) => execFileSync('mount', more, { stdio: 'pipe' })

/** A disk of so many megabytes in memory; `undefined` where this user may not mount one. */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-disk-'))
  try {
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)
  } catch {
    rmdirSync(folder)
    return undefined
  }
  const ballast = path.join(folder, 'ballast')
  return {
    folder,
    fill: () => fillUp(ballast),
    free: () => rmSync(ballast, { force: true }),
    readOnly: (on) => mount('-o', `remount,${on ? 'ro' : 'rw'}`, folder),
    dispose() {
      execFileSync('umount', [folder], { stdio: 'pipe' })
      rmdirSync(folder)
    },
  }
}

/** Others write meanwhile, so it goes on until there is really no room. */
function fillUp(file: string) {
  const handle = openSync(file, 'w')
  try {
    for (let size = 1 << 20; size >= 1; ) {
      try {
        if (writeSync(handle, Buffer.alloc(size)) === 0) size >>= 1
      } catch {
        size >>= 1
      }
    }
  } finally {
    closeSync(handle)
  }
}
